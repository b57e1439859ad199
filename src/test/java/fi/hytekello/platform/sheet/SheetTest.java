package fi.hytekello.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.platform.problem.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people send them, and what we give them. */
class SheetTest {

    private static final Table TABLE = new Table(
            "Toimenpiteet",
            List.of("Valtuuston päätös"),
            List.of(Table.Column.text("Nimi", 30), Table.Column.money("Euroa"), Table.Column.date("Päivä")),
            List.of(
                    Table.Line.of("Äidit ja isät", new BigDecimal("1234.50"), LocalDate.of(2027, 12, 31)),
                    Table.Line.of("=HYPERLINK(\"http://x\")", new BigDecimal("-5.25"), null),
                    Table.Line.strong("Yhteensä", new Table.Sum(new BigDecimal("1229.25"), List.of(0, 1)), null)));

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void readsWhateverSeparatesTheColumns(String separator) {
        Sheet sheet =
                csv(String.join(separator, "Tili", "Nimi") + "\r\n\r\n" + String.join(separator, "4400", "\"a;,b\""));
        assertThat(sheet.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.text("Nimi")).isEqualTo("a;,b");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void readsBothEncodingsOfFinnishOffices(String charset) {
        byte[] content = "Määräraha (€);Nimi\n1;Yö".getBytes(Charset.forName(charset));
        Sheet sheet = SheetReader.read("file", content);
        assertThat(sheet.header("määräraha")).contains("Määräraha (€)");
        assertThat(sheet.rows().get(0).text("Nimi")).isEqualTo("Yö");
    }

    @Test
    void readsAByteOrderMarkAsNoPartOfTheFirstHeader() {
        assertThat(csv("\ufeffTili\n4400").header("tili")).contains("Tili");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Table table = new Table(TABLE.name(), List.of(), TABLE.columns(), TABLE.lines());
        for (byte[] file : List.of(SheetWriter.xlsx(table), SheetWriter.csv(table))) {
            CellReader cells = new CellReader(SheetReader.read("file", file));
            Sheet sheet = SheetReader.read("file", file);
            assertThat(sheet.rows())
                    .extracting(row -> row.text("Nimi"))
                    .containsExactly("Äidit ja isät", "=HYPERLINK(\"http://x\")", "Yhteensä");
            assertThat(sheet.rows())
                    .extracting(row -> cells.balance(row, "sum", "Euroa"))
                    .containsExactly(new BigDecimal("1234.50"), new BigDecimal("-5.25"), new BigDecimal("1229.25"));
            assertThat(cells.date(sheet.rows().get(0), "date", "Päivä")).isEqualTo("2027-12-31");
            assertThat(cells.problems()).isEmpty();
        }
    }

    @Test
    void aTypedFormulaStaysATextInBothFiles() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(SheetWriter.xlsx(TABLE)))) {
            XSSFCell typed = workbook.getSheetAt(0).getRow(3).getCell(0);
            assertThat(typed.getCellType()).isEqualTo(CellType.STRING);
            XSSFCell sum = workbook.getSheetAt(0).getRow(4).getCell(1);
            assertThat(sum.getCellFormula()).isEqualTo("SUM(B3:B4)");
            assertThat(sum.getNumericCellValue()).isEqualTo(1229.25);
            assertThat(workbook.getSheetAt(0).getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 2);
        }
        assertThat(new String(SheetWriter.csv(TABLE), StandardCharsets.UTF_8))
                .startsWith("\ufeffNimi;Euroa;Päivä\r\n")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\";-5,25;")
                .contains("1234,50;31.12.2027");
    }

    @Test
    void cachedValuesOfFormulasAreRead() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("Summa");
            XSSFCell cell = sheet.createRow(4).createCell(0);
            cell.setCellFormula("0.1+0.2");
            cell.setCellValue(0.1 + 0.2);
            Sheet.Row row = SheetReader.read("file", bytes(workbook)).rows().get(0);
            assertThat(row.number()).isEqualTo(5);
            assertThat(row.text("Summa")).isEqualTo("0.3");
        }
    }

    @Test
    void otherFilesAreRefusedByWhatTheyAre() throws IOException {
        refused("%PDF-1.7\n%âãÏÓ".getBytes(StandardCharsets.ISO_8859_1), "pdf");
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}, "kind");
        refused("Ti\0li\n".getBytes(StandardCharsets.UTF_8), "kind");
        refused(zip(10, "mimetype"), "damaged");
        refused(new byte[0], "empty");
        refused("Tili;Nimi\n".getBytes(StandardCharsets.UTF_8), "empty");
        refused(new byte[SheetReader.MOST_BYTES + 1], "large");
        try (HSSFWorkbook old = new HSSFWorkbook()) {
            old.createSheet();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            old.write(bytes);
            refused(bytes.toByteArray(), "oldExcel");
        }
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        refused(zip(64 * 1024 * 1024, "[Content_Types].xml"), "damaged");
    }

    @Test
    void aTableThatCannotBeUnderstoodIsRefused() {
        refused("Tili;tili\n1;2".getBytes(StandardCharsets.UTF_8), "twice");
        refused("Tili\n1;2".getBytes(StandardCharsets.UTF_8), "headless");
        refused(("Tili\n" + "1\n".repeat(SheetReader.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8), "rows");
        refused("Tili;Nimi\n1;\"auki".getBytes(StandardCharsets.UTF_8), "quotes");
    }

    @ParameterizedTest
    @CsvSource({"'1 234,50', 1234.50", "1234.5, 1234.50", "'1\u00a0234 €', 1234.00", "'−3,20', -3.20", "12.500, 12.50"})
    void readsSumsAsTheyAreWritten(String given, BigDecimal sum) {
        assertThat(CellReader.sum("sum", given)).isEqualTo(sum);
    }

    @ParameterizedTest
    @CsvSource({"'1,234', decimals", "'1.234,50', malformed", "paljon, malformed", "#REF!, malformed", "'', malformed"})
    void refusesWhatIsNoSum(String given, String why) {
        assertThatThrownBy(() -> CellReader.sum("sum", given))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem -> assertThat(problem.messageKey()).endsWith(why));
    }

    private static Sheet csv(String text) {
        return SheetReader.read("file", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(byte[] content, String why) {
        assertThatThrownBy(() -> SheetReader.read("file", content))
                .isInstanceOfSatisfying(InvalidInput.class, problem -> {
                    assertThat(problem.messageKey()).isEqualTo("problem.sheet." + why);
                    assertThat(problem.field()).isEqualTo("file");
                });
    }

    private static byte[] zip(int zeros, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }
}
