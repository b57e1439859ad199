package fi.hytekello.budget;

import fi.hytekello.municipality.DepartmentCode;
import java.math.BigDecimal;

/** A line of the municipality's budget to which measures are charged; account and cost centre are unique in a cycle. */
public record BudgetLine(
        long id, DepartmentCode department, String account, String costCentre, String name, BigDecimal appropriation) {

    /** As people call it: account, cost centre, name. */
    public String label() {
        return account + " / " + costCentre + " " + name;
    }
}
