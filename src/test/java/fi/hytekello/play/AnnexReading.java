package fi.hytekello.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Adds up the annex as somebody with a calculator would: on the page, and in the workbook by its own formulas. */
final class AnnexReading {

    /** Of the workbook's columns: measure and sum. */
    private static final int MEASURE = 3;

    private static final int SUM = 7;

    private final PersonsWindow reader;

    AnnexReading(PersonsWindow reader) {
        this.reader = reader;
    }

    /** Euros by measure, after every table of the page has been added up. */
    Map<String, BigDecimal> page() {
        Map<String, BigDecimal> read = new TreeMap<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Locator table : tables()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Locator row : table.locator("tbody tr").all()) {
                BigDecimal euro = euro(row.locator("td.number").textContent());
                read.put(row.locator("th").textContent().strip(), euro);
                sum = sum.add(euro);
            }
            assertThat(euro(table.locator("tfoot td.number").textContent()))
                    .as(table.locator("caption").textContent())
                    .isEqualByComparingTo(sum);
            total = total.add(sum);
        }
        reader.says("Kaikki toimialat yhteensä " + plain(total));
        return read;
    }

    private List<Locator> tables() {
        return reader.page().locator("main table:has(tfoot)").all();
    }

    /** The same from the workbook, whose sums are formulas that must give what is written beside them. */
    Map<String, BigDecimal> workbook() {
        Map<String, BigDecimal> read = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(reader.download("Lataa Excelinä (.xlsx)")))) {
            FormulaEvaluator calculator = book.getCreationHelper().createFormulaEvaluator();
            for (Row row : book.getSheetAt(0)) {
                Cell sum = row.getCell(SUM);
                if (sum != null && sum.getCellType() == CellType.FORMULA) {
                    double written = sum.getNumericCellValue();
                    double added = calculator.evaluate(sum).getNumberValue();
                    if (cents(written).compareTo(cents(added)) != 0) {
                        wrong.add(row.getCell(0) + ": " + written + " is not " + added);
                    }
                } else if (sum != null && sum.getCellType() == CellType.NUMERIC) {
                    read.put(row.getCell(MEASURE).getStringCellValue(), cents(sum.getNumericCellValue()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(wrong).isEmpty();
        return read;
    }

    static BigDecimal euro(String text) {
        return new BigDecimal(text.replaceAll("[\\s\\p{Zs}€]", "").replace(',', '.'));
    }

    private static BigDecimal cents(double number) {
        return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
    }

    /** As the page writes it, without the thousands' separators that a browser may break at. */
    private static String plain(BigDecimal sum) {
        return new fi.hytekello.platform.Money().euro(sum);
    }
}
