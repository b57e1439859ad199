package fi.hytekello.budget;

import fi.hytekello.municipality.DepartmentCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Measures that take more than there is.
 *
 * @param line the line whose appropriation is exceeded, null when it is the department's frame
 * @param linked what the measures take together
 * @param limit the frame or the appropriation
 */
public record Overrun(DepartmentCode department, @Nullable BudgetLine line, BigDecimal linked, BigDecimal limit) {

    public BigDecimal exceededBy() {
        return linked.subtract(limit);
    }

    /** True where this link of the department has a part in it. */
    public boolean concerns(BudgetLink link) {
        return !link.isNoCost() && (line == null || Long.valueOf(line.id()).equals(link.line()));
    }
}
