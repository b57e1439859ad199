package fi.hytekello.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a section consists of. */
public sealed interface Block {

    /** Names the kind of block for the templates. */
    String type();

    record Paragraph(Text text) implements Block {
        @Override
        public String type() {
            return "paragraph";
        }
    }

    /** @param label in the document's language, with its colon */
    record Labelled(String label, Text text) implements Block {
        @Override
        public String type() {
            return "labelled";
        }
    }

    record Bullets(List<Text> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }

        @Override
        public String type() {
            return "bullets";
        }
    }

    /**
     * A table; the first cell of each row is its heading.
     *
     * @param sums the last row, one cell for each column; empty where nothing is summed
     */
    record Table(String caption, List<Column> columns, List<List<Text>> rows, List<Text> sums) implements Block {

        /** @param percent share of the table's width; all columns together make 100 */
        public record Column(String heading, int percent, boolean number) {}

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            sums = List.copyOf(sums);
            int width = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width) || (!sums.isEmpty() && sums.size() != width)) {
                throw new IllegalArgumentException("A row of another length than the heading: " + caption);
            }
        }

        @Override
        public String type() {
            return "table";
        }
    }

    /** Small charts side by side; what they show stands in a table too. */
    record Charts(List<Chart> charts) implements Block {
        public Charts {
            charts = List.copyOf(charts);
        }

        @Override
        public String type() {
            return "charts";
        }
    }

    /**
     * Lines over years.
     *
     * @param description the same in words, for those who do not see it
     * @param language of the numbers' way of writing
     */
    record Chart(Text title, String unit, String description, Locale language, List<Line> lines) {

        /** @param values by year */
        public record Line(String name, SortedMap<Integer, BigDecimal> values) {
            public Line {
                values = new TreeMap<>(values);
            }
        }

        public Chart {
            lines = List.copyOf(lines);
        }

        SortedSet<Integer> years() {
            SortedSet<Integer> years = new TreeSet<>();
            lines.forEach(line -> years.addAll(line.values().keySet()));
            return years;
        }
    }
}
