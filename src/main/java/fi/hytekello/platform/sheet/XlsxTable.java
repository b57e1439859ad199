package fi.hytekello.platform.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** One table on its sheet: sentences, headers that stay in sight, rows. */
final class XlsxTable {

    private static final int WIDTH_UNITS = 256;
    private static final int PICKABLE_ROWS = 500;

    private final XSSFSheet sheet;
    private final XlsxStyles styles;

    XlsxTable(XSSFSheet sheet, XlsxStyles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    void write(Table table) {
        int next = 0;
        for (String sentence : table.lead()) {
            XSSFCell cell = sheet.createRow(next++).createCell(0);
            cell.setCellValue(sentence);
            cell.setCellStyle(styles.lead());
        }
        XSSFRow header = sheet.createRow(next++);
        for (int column = 0; column < table.columns().size(); column++) {
            Table.Column heading = table.columns().get(column);
            XSSFCell cell = header.createCell(column);
            cell.setCellValue(heading.header());
            cell.setCellStyle(styles.header());
            sheet.setColumnWidth(column, heading.width() * WIDTH_UNITS);
            sheet.setDefaultColumnStyle(column, styles.of(heading.kind(), false));
        }
        sheet.createFreezePane(0, next);
        print(next - 1);
        int first = next;
        for (int column = 0; column < table.columns().size(); column++) {
            offer(table.columns().get(column).pick(), column, first);
        }
        for (Table.Line line : table.lines()) {
            write(sheet.createRow(next++), line, table.columns(), first);
        }
    }

    private void offer(Table.@Nullable Pick pick, int column, int first) {
        if (pick == null || pick.count() == 0) {
            return;
        }
        String letter = CellReference.convertNumToColString(pick.column());
        String cells = "'%s'!$%s$2:$%s$%d".formatted(pick.sheet().replace("'", "''"), letter, letter, pick.count() + 1);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation list = helper.createValidation(
                helper.createFormulaListConstraint(cells),
                new CellRangeAddressList(first, first + PICKABLE_ROWS - 1, column, column));
        list.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        list.setShowErrorBox(true);
        sheet.addValidationData(list);
    }

    private void print(int headerRow) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(new org.apache.poi.ss.util.CellRangeAddress(headerRow, headerRow, -1, -1));
    }

    private void write(XSSFRow row, Table.Line line, List<Table.Column> columns, int first) {
        for (int column = 0; column < line.cells().size(); column++) {
            XSSFCell cell = row.createCell(column);
            cell.setCellStyle(styles.of(columns.get(column).kind(), line.strong()));
            fill(cell, line.cells().get(column), first);
        }
    }

    private static void fill(XSSFCell cell, @Nullable Object value, int first) {
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Integer number) {
            cell.setCellValue(number);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value instanceof Table.Sum sum) {
            if (!sum.lines().isEmpty()) {
                cell.setCellFormula(formula(cell, sum, first));
            }
            cell.setCellValue(sum.value().doubleValue());
        } else if (value != null) {
            cell.setCellValue(value.toString());
        }
    }

    /** Neighbouring lines become one range: a spreadsheet takes no more than 255 arguments. */
    private static String formula(XSSFCell cell, Table.Sum sum, int first) {
        String column = CellReference.convertNumToColString(cell.getColumnIndex());
        List<Integer> rows = sum.lines().stream().map(line -> line + first + 1).toList();
        boolean unbroken = rows.get(rows.size() - 1) - rows.get(0) == rows.size() - 1;
        String arguments = unbroken
                ? column + rows.get(0) + ":" + column + rows.get(rows.size() - 1)
                : rows.stream().map(row -> column + row).collect(Collectors.joining(","));
        return "SUM(" + arguments + ")";
    }
}
