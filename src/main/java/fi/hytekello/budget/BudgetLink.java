package fi.hytekello.budget;

import fi.hytekello.plan.MeasureId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a measure takes from the budget.
 *
 * @param line id of the budget line, null for a measure without cost
 */
public record BudgetLink(MeasureId measure, @Nullable Long line, BigDecimal amount) {

    public boolean isNoCost() {
        return line == null;
    }

    BudgetLink withAmount(BigDecimal other) {
        return new BudgetLink(measure, line, other);
    }
}
