package fi.hytekello.platform.sheet;

import fi.hytekello.platform.problem.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The lines of the first sheet of an XLSX workbook. Formulas give the value that the spreadsheet stored last. */
final class XlsxLines {

    static {
        // Nothing we read or make is larger unpacked; POI itself refuses what unpacks to more than a hundredfold.
        ZipSecureFile.setMaxEntrySize(32L * 1024 * 1024);
    }

    private XlsxLines() {}

    static List<SheetReader.Line> read(String field, byte[] content) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            return lines(field, workbook.getSheetAt(0));
        } catch (InvalidInput refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            // The library has no common exception for the ways in which a file is no workbook.
            throw new InvalidInput(field, "problem.sheet.damaged");
        }
    }

    private static List<SheetReader.Line> lines(String field, XSSFSheet sheet) {
        List<SheetReader.Line> lines = new ArrayList<>();
        for (Row row : sheet) {
            SheetReader.Line line = line(field, row);
            if (!line.isEmpty()) {
                lines.add(line);
                SheetReader.checkSize(field, lines.size(), line.texts().size());
            }
        }
        return lines;
    }

    private static SheetReader.Line line(String field, Row row) {
        List<String> texts = new ArrayList<>();
        int number = row.getRowNum() + 1;
        for (int column = 0; column < Math.min(row.getLastCellNum(), SheetReader.MOST_COLUMNS + 1); column++) {
            texts.add(SheetReader.checkText(field, number, text(row.getCell(column))));
        }
        return new SheetReader.Line(number, texts);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> number(cell);
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    private static String number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        // As the spreadsheet shows it: fifteen digits, without what binary fractions add.
        return new BigDecimal(NumberToTextConverter.toText(cell.getNumericCellValue())).toPlainString();
    }
}
