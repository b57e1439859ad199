package fi.hytekello.platform.sheet;

import fi.hytekello.platform.problem.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.poifs.filesystem.FileMagic;

/** Reads an uploaded table. What the file is, is seen from its content: its name may say what it likes. */
public final class SheetReader {

    /** The largest file in bytes. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    /** The most rows, without the header. */
    public static final int MOST_ROWS = 5000;

    static final int MOST_COLUMNS = 60;
    static final int LONGEST_TEXT = 5000;

    private SheetReader() {}

    /** A row of texts as it stands in the file. */
    record Line(int number, List<String> texts) {

        boolean isEmpty() {
            return texts.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * Reads CSV (UTF-8 or Windows-1252; semicolon, comma or tab) or the first sheet of an XLSX workbook.
     *
     * @param field name of the form's field, told in the refusal
     * @throws InvalidInput when it is another kind of file, damaged, too large, empty, or names a column twice
     */
    public static Sheet read(String field, byte[] content) {
        if (content.length == 0) {
            throw new InvalidInput(field, "problem.sheet.empty");
        }
        if (content.length > MOST_BYTES) {
            throw new InvalidInput(field, "problem.sheet.large", MOST_BYTES / 1024 / 1024);
        }
        List<Line> lines = switch (FileMagic.valueOf(content)) {
            case OOXML -> XlsxLines.read(field, content);
            case OLE2, BIFF2, BIFF3, BIFF4 -> throw new InvalidInput(field, "problem.sheet.oldExcel");
            case PDF -> throw new InvalidInput(field, "problem.sheet.pdf");
            case UNKNOWN, BMP -> CsvLines.read(field, content);
            default -> throw new InvalidInput(field, "problem.sheet.kind");
        };
        return sheet(field, lines.stream().filter(line -> !line.isEmpty()).toList());
    }

    /**
     * Reads cells that were pasted from a spreadsheet: separated by tabs, with a row of headers or without.
     *
     * @param field name of the form's field, told in the refusal
     * @param headers name the columns where the first row does not
     * @param known a first row with one of these names holds headers
     * @throws InvalidInput when there is nothing to read, too much, or a column is named twice
     */
    public static Sheet pasted(String field, byte[] content, List<String> headers, String... known) {
        if (content.length > MOST_BYTES) {
            throw new InvalidInput(field, "problem.sheet.large", MOST_BYTES / 1024 / 1024);
        }
        List<Line> lines = CsvLines.pasted(field, content).stream()
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            throw new InvalidInput(field, "problem.sheet.nothing");
        }
        List<String> first = lines.get(0).texts();
        boolean headed = new Sheet(first, List.of()).header(known).isPresent();
        return headed ? sheet(field, lines) : sheet(field, headers, lines);
    }

    private static Sheet sheet(String field, List<Line> lines) {
        if (lines.size() < 2) {
            throw new InvalidInput(field, "problem.sheet.empty");
        }
        return sheet(field, lines.get(0).texts(), lines.subList(1, lines.size()));
    }

    private static Sheet sheet(String field, List<String> headers, List<Line> lines) {
        refuseTwice(field, headers);
        List<Sheet.Row> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(row(field, headers, line));
        }
        return new Sheet(headers.stream().filter(header -> !header.isEmpty()).toList(), rows);
    }

    private static Sheet.Row row(String field, List<String> headers, Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < line.texts().size(); column++) {
            String text = line.texts().get(column);
            if (text.isEmpty()) {
                continue;
            }
            if (column >= headers.size() || headers.get(column).isEmpty()) {
                throw new InvalidInput(field, "problem.sheet.headless", line.number(), column + 1);
            }
            cells.put(headers.get(column), text);
        }
        return new Sheet.Row(line.number(), Map.copyOf(cells));
    }

    private static void refuseTwice(String field, List<String> headers) {
        Set<String> seen = new HashSet<>();
        for (String header : headers) {
            if (!header.isEmpty() && !seen.add(header.toLowerCase(Locale.ROOT))) {
                throw new InvalidInput(field, "problem.sheet.twice", header);
            }
        }
    }

    static void checkSize(String field, int rows, int columns) {
        if (rows > MOST_ROWS + 1) {
            throw new InvalidInput(field, "problem.sheet.rows", MOST_ROWS);
        }
        if (columns > MOST_COLUMNS) {
            throw new InvalidInput(field, "problem.sheet.columns", MOST_COLUMNS);
        }
    }

    static String checkText(String field, int row, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidInput(field, "problem.sheet.text", row, LONGEST_TEXT);
        }
        return text.strip();
    }
}
