package fi.hytekello.budget;

import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.CellReader;
import fi.hytekello.platform.sheet.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a file of budget lines for the three years from the budget year on (kuntalaki 410/2015 § 110). */
final class LineRows {

    private static final List<String> YEAR_NAMES = List.of(
            "Määräraha",
            "Anslag",
            "TA",
            "TS",
            "Talousarvio",
            "Taloussuunnitelma",
            "Budget",
            "Ekonomiplan",
            "Appropriation");
    private static final List<String> YEAR_FIELDS =
            List.of("appropriation", "secondAppropriation", "thirdAppropriation");

    private final CellReader cells;
    private final Map<List<String>, Integer> seen = new LinkedHashMap<>();
    private final List<BudgetLine> lines = new ArrayList<>();

    private LineRows(CellReader cells) {
        this.cells = cells;
    }

    /** The lines, without ids, in the order of the file; what is wrong is noted in the cells. */
    static List<BudgetLine> read(Sheet sheet, CellReader cells, List<Department> departments, int budgetYear) {
        LineRows rows = new LineRows(cells);
        rows.readAll(sheet, new DepartmentColumn(cells, departments), budgetYear);
        return rows.lines;
    }

    private void readAll(Sheet sheet, DepartmentColumn departments, int budgetYear) {
        String account = cells.column("account", "Tili", "Konto", "Account");
        String centre = cells.column("costCentre", "Kustannuspaikka", "Kostnadsställe", "Cost centre");
        String name = cells.column("lineName", "Nimi", "Namn", "Name");
        List<String> years = Stream.of(0, 1, 2)
                .map(after -> cells.column(YEAR_FIELDS.get(after), yearNames(budgetYear + after)))
                .toList();
        if (!cells.problems().isEmpty()) {
            return;
        }
        for (Sheet.Row row : sheet.rows()) {
            String accountText = cells.text(row, "account", account, 40);
            String centreText = cells.text(row, "costCentre", centre, 40);
            String nameText = cells.text(row, "lineName", name, 200);
            DepartmentCode department = departments.read(row);
            List<BigDecimal> sums = new ArrayList<>();
            for (int i = 0; i < years.size(); i++) {
                BigDecimal sum = cells.sum(row, YEAR_FIELDS.get(i), years.get(i));
                sums.add(Objects.requireNonNullElse(sum, BigDecimal.ZERO));
            }
            if (accountText != null && centreText != null && nameText != null && department != null) {
                add(row.number(), department, accountText, centreText, nameText, sums);
            }
        }
    }

    private void add(
            int row, DepartmentCode department, String account, String centre, String name, List<BigDecimal> sums) {
        Integer first = seen.putIfAbsent(List.of(account, centre), row);
        if (first != null) {
            cells.note(row, new InvalidInput("account", "problem.budget.lineTwice", account, centre, first));
            return;
        }
        lines.add(new BudgetLine(0, department, account, centre, name, sums.get(0), sums.get(1), sums.get(2)));
    }

    private static String[] yearNames(int year) {
        return Stream.concat(YEAR_NAMES.stream().map(name -> name + " " + year), Stream.of(Integer.toString(year)))
                .toArray(String[]::new);
    }
}
