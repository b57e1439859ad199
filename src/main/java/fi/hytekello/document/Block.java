package fi.hytekello.document;

import fi.hytekello.platform.chart.Chart;
import fi.hytekello.platform.chart.Picture;
import java.util.ArrayList;
import java.util.List;

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

    /** Where the figures above come from, or another small remark on them. */
    record Note(Text text) implements Block {
        @Override
        public String type() {
            return "note";
        }
    }

    /** Pictures, the small ones side by side; what they show stands in a table too. */
    record Charts(List<Figure> figures) implements Block {
        public Charts {
            figures = List.copyOf(figures);
        }

        /** As they stand side by side: two small ones, or a wide one alone. */
        public List<List<Figure>> rows() {
            List<List<Figure>> rows = new ArrayList<>();
            for (Figure figure : figures) {
                List<Figure> last = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
                if (last.size() == 1 && last.get(0).isSmall() && figure.isSmall()) {
                    last.add(figure);
                } else {
                    rows.add(new ArrayList<>(List.of(figure)));
                }
            }
            return rows;
        }

        @Override
        public String type() {
            return "charts";
        }
    }

    /** @param source its citation; empty where it stands once for several pictures */
    record Figure(Text title, Chart chart, Chart.Size size, String source) {

        boolean isSmall() {
            return size == Chart.Size.SMALL;
        }

        /** @param id unique in its document */
        public Picture draw(String id) {
            return chart.draw(size, id);
        }
    }
}
