package fi.hytekello.document;

import fi.hytekello.document.Block.Table;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A table of a Word file: its caption above it, its heading row repeated on every page. */
final class DocxTable {

    /** Of an A4 page, in twentieths of a point. */
    private static final long TEXT_WIDTH = 9866;

    private static final String LINE = "C5D0D2";
    private static final String HEADING = "E3F1F2";

    private DocxTable() {}

    static void add(XWPFDocument file, Table table) {
        XWPFParagraph caption = file.createParagraph();
        caption.setStyle(DocxStyles.CAPTION);
        caption.createRun().setText(table.caption());
        List<List<Text>> rows = table.rows();
        int last = rows.size() + (table.sums().isEmpty() ? 0 : 1);
        XWPFTable grid = file.createTable(1 + last, table.columns().size());
        shape(grid, table);
        headings(grid.getRow(0), table);
        for (int i = 0; i < rows.size(); i++) {
            fill(grid.getRow(i + 1), rows.get(i), table, false);
        }
        if (!table.sums().isEmpty()) {
            fill(grid.getRow(last), table.sums(), table, true);
        }
        file.createParagraph().setSpacingAfter(60);
    }

    private static void shape(XWPFTable grid, Table table) {
        grid.setWidth("100%");
        grid.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        grid.setInsideVBorder(XWPFBorderType.NONE, 0, 0, LINE);
        grid.setLeftBorder(XWPFBorderType.NONE, 0, 0, LINE);
        grid.setRightBorder(XWPFBorderType.NONE, 0, 0, LINE);
        CTTblGrid widths = grid.getCTTbl().addNewTblGrid();
        table.columns()
                .forEach(
                        column -> widths.addNewGridCol().setW(BigInteger.valueOf(column.percent() * TEXT_WIDTH / 100)));
        CTTblPr properties = grid.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        properties.addNewTblCaption().setVal(table.caption());
        properties.addNewTblLook().setFirstRow(true);
        properties.getTblLook().setFirstColumn(true);
    }

    private static void headings(XWPFTableRow row, Table table) {
        row.setRepeatHeader(true);
        row.setCantSplitRow(true);
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            XWPFTableCell cell = row.getCell(i);
            cell.setColor(HEADING);
            write(cell, Text.of(column.heading()), column, true);
        }
    }

    private static void fill(XWPFTableRow row, List<Text> cells, Table table, boolean bold) {
        row.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            write(row.getCell(i), cells.get(i), table.columns().get(i), bold);
        }
    }

    private static void write(XWPFTableCell cell, Text text, Table.Column column, boolean bold) {
        cell.setWidth(column.percent() + "%");
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setSpacingAfter(40);
        paragraph.setAlignment(column.number() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        XWPFRun run = DocxRenderer.run(paragraph, text);
        run.setFontSize(9);
        run.setBold(bold);
    }
}
