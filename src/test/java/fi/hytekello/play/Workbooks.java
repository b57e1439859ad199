package fi.hytekello.play;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as people make them in a spreadsheet. */
final class Workbooks {

    private Workbooks() {}

    /** Lines of a file of the play. */
    static List<String> lines(String name) {
        try (InputStream file = Workbooks.class.getResourceAsStream("/play/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file of the play as a workbook; numbers are numbers. */
    static byte[] of(String name) {
        return make(sheet -> lines(name).forEach(line -> write(sheet, line)));
    }

    private static void write(Sheet sheet, String line) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        String[] cells = line.split(";", -1);
        for (int column = 0; column < cells.length; column++) {
            if (cells[column].matches("[0-9.]+")) {
                row.createCell(column).setCellValue(Double.parseDouble(cells[column]));
            } else {
                row.createCell(column).setCellValue(cells[column]);
            }
        }
    }

    /** A new workbook of one sheet. */
    static byte[] make(Consumer<Sheet> writing) {
        try (Workbook book = new XSSFWorkbook()) {
            writing.accept(book.createSheet());
            return bytes(book);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The workbook with changes in its first sheet. */
    static byte[] edit(byte[] workbook, Consumer<Sheet> change) {
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            change.accept(book.getSheetAt(0));
            return bytes(book);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(Workbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }
}
