package fi.hytekello.platform.sheet;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of a workbook, each made once. */
final class XlsxStyles {

    private final XSSFCellStyle header;
    private final XSSFCellStyle lead;
    private final Map<Table.Kind, XSSFCellStyle> plain = new EnumMap<>(Table.Kind.class);
    private final Map<Table.Kind, XSSFCellStyle> strong = new EnumMap<>(Table.Kind.class);

    XlsxStyles(XSSFWorkbook workbook) {
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        header = workbook.createCellStyle();
        header.setFont(bold);
        header.setWrapText(true);
        header.setVerticalAlignment(VerticalAlignment.TOP);
        header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        header.setBorderBottom(BorderStyle.MEDIUM);
        lead = workbook.createCellStyle();
        lead.setFont(bold);
        for (Table.Kind kind : Table.Kind.values()) {
            plain.put(kind, style(workbook, kind));
            XSSFCellStyle sum = style(workbook, kind);
            sum.setFont(bold);
            // A sum's label runs over the empty cells beside it.
            sum.setWrapText(false);
            sum.setBorderTop(BorderStyle.THIN);
            strong.put(kind, sum);
        }
    }

    XSSFCellStyle header() {
        return header;
    }

    XSSFCellStyle lead() {
        return lead;
    }

    XSSFCellStyle of(Table.Kind kind, boolean isStrong) {
        return Objects.requireNonNull((isStrong ? strong : plain).get(kind));
    }

    private static XSSFCellStyle style(XSSFWorkbook workbook, Table.Kind kind) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        switch (kind) {
            // Text format: a spreadsheet leaves it a text even when somebody edits the cell.
            case TEXT -> {
                style.setDataFormat(workbook.createDataFormat().getFormat("@"));
                style.setWrapText(true);
            }
            case MONEY -> style.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00\\ \"€\""));
            case DATE -> style.setDataFormat(workbook.createDataFormat().getFormat("d\\.m\\.yyyy"));
            case WHOLE -> style.setDataFormat(workbook.createDataFormat().getFormat("0"));
        }
        return style;
    }
}
