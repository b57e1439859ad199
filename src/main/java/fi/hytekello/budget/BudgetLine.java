package fi.hytekello.budget;

import fi.hytekello.municipality.DepartmentCode;
import java.math.BigDecimal;
import java.util.List;

/**
 * A line of the municipality's budget to which measures are charged; account and cost centre are unique in a cycle.
 *
 * @param appropriation of the budget year, euros
 * @param second of the year after it, euros (kuntalaki 410/2015 § 110)
 * @param third of the third year of the financial plan, euros
 */
public record BudgetLine(
        long id,
        DepartmentCode department,
        String account,
        String costCentre,
        String name,
        BigDecimal appropriation,
        BigDecimal second,
        BigDecimal third) {

    /** As people call it: account, cost centre, name. */
    public String label() {
        return account + " / " + costCentre + " " + name;
    }

    /** The appropriations of the three years. */
    public List<BigDecimal> years() {
        return List.of(appropriation, second, third);
    }
}
