package fi.hytekello.platform.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes tables as files that open in Excel and LibreOffice as they do in Finland. */
public final class SheetWriter {

    /** Media type of {@link #xlsx}. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Media type of {@link #csv}. */
    public static final String CSV = "text/csv;charset=UTF-8";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d.M.uuuu");

    private SheetWriter() {}

    /** A workbook with a sheet for each table. */
    public static byte[] xlsx(Table... tables) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XlsxStyles styles = new XlsxStyles(workbook);
            for (Table table : tables) {
                new XlsxTable(workbook.createSheet(table.name()), styles).write(table);
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            // Closing it would write it all a second time.
            workbook.getPackage().revert();
        }
    }

    /** Semicolons, decimal commas, UTF-8 with a byte order mark. */
    public static byte[] csv(Table table) {
        StringBuilder text = new StringBuilder("\ufeff");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setRecordSeparator("\r\n")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(table.columns().stream()
                    .map(column -> guarded(column.header()))
                    .toList());
            for (Table.Line line : table.lines()) {
                printer.printRecord(line.cells().stream().map(SheetWriter::csv).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }
        if (value instanceof Table.Sum sum) {
            return csv(sum.value());
        }
        if (value instanceof LocalDate date) {
            return DATE.format(date);
        }
        return value instanceof Number ? value.toString() : guarded(value.toString());
    }

    /** A text that a spreadsheet would calculate gets an apostrophe (OWASP: CSV injection). */
    private static String guarded(String text) {
        return isCalculated(text) ? "'" + text : text;
    }

    static boolean isCalculated(String text) {
        return !text.isEmpty() && List.of('=', '+', '-', '@', '\t', '\r').contains(text.charAt(0));
    }
}
