package fi.hytekello.platform.sheet;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table to be written.
 *
 * @param name of the sheet, at most 31 characters
 * @param lead sentences above the table in XLSX; a CSV file begins with its headers
 */
public record Table(String name, List<String> lead, List<Column> columns, List<Line> lines) {

    /** How a column's values look. */
    public enum Kind {
        TEXT,
        MONEY,
        DATE,
        WHOLE,
        /** With as many decimals as the value has. */
        NUMBER
    }

    /**
     * One column.
     *
     * @param width in characters
     * @param pick what XLSX offers to choose from, null for nothing
     */
    public record Column(
            String header, Kind kind, int width, @Nullable Pick pick) {

        public static Column text(String header, int width) {
            return new Column(header, Kind.TEXT, width, null);
        }

        public static Column money(String header) {
            return new Column(header, Kind.MONEY, 16, null);
        }

        public static Column date(String header) {
            return new Column(header, Kind.DATE, 13, null);
        }

        /** The same column with a list to choose from. */
        public Column choosing(Pick offered) {
            return new Column(header, kind, width, offered);
        }

        public static Column whole(String header) {
            return new Column(header, Kind.WHOLE, 12, null);
        }

        public static Column number(String header) {
            return new Column(header, Kind.NUMBER, 14, null);
        }
    }

    /**
     * Cells of another table of the workbook, offered as a drop-down list; other texts are allowed after a warning.
     *
     * @param sheet the other table's name; it has no lead
     * @param column from 0
     * @param count of cells below the header
     */
    public record Pick(String sheet, int column, int count) {}

    /**
     * One row.
     *
     * @param cells texts, {@link BigDecimal}s, whole numbers, dates, {@link Sum}s or null for an empty cell
     * @param strong true for sums and headings among the rows
     */
    public record Line(List<@Nullable Object> cells, boolean strong) {

        public Line {
            cells = Collections.unmodifiableList(cells);
        }

        public static Line of(@Nullable Object... cells) {
            return new Line(Arrays.asList(cells), false);
        }

        public static Line strong(@Nullable Object... cells) {
            return new Line(Arrays.asList(cells), true);
        }
    }

    /**
     * A sum that the spreadsheet calculates itself; where it cannot, the value stands.
     *
     * @param lines indexes of the lines above or below whose cells of the same column are added, in this table
     */
    public record Sum(BigDecimal value, List<Integer> lines) {

        public Sum {
            lines = List.copyOf(lines);
        }
    }

    public Table {
        lead = List.copyOf(lead);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }
}
