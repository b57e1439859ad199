package fi.hytekello.budget;

import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the manager proposes for a measure (domain chapter 2.5, row 17).
 *
 * @param version version of the budget proposal for which it was chosen
 * @param grantedEuro given for {@code INCLUDE_CHANGED}
 * @param reason obligatory for {@code LEAVE_OUT}
 */
public record ManagerChoice(
        MeasureId measure,
        int version,
        Kind kind,
        @Nullable BigDecimal grantedEuro,
        @Nullable String reason) {

    /** In the budget as linked, in it with another sum, or not in it. */
    public enum Kind {
        INCLUDE,
        INCLUDE_CHANGED,
        LEAVE_OUT
    }

    /** What the measure gets: the linked sum, the manager's own, or nothing. */
    BigDecimal granted(BudgetLink link) {
        return switch (kind) {
            case INCLUDE -> link.amount();
            case INCLUDE_CHANGED -> grantedEuro == null ? BigDecimal.ZERO : grantedEuro;
            case LEAVE_OUT -> BigDecimal.ZERO;
        };
    }

    Measures.Verdict verdict(BudgetLink link) {
        return kind == Kind.LEAVE_OUT ? Measures.Verdict.leftOut(reason) : Measures.Verdict.included(granted(link));
    }

    /** @throws InvalidInput naming the measure when there is no choice, or its sum or reason is missing or impossible */
    static void check(Measure measure, @Nullable BudgetLink link, @Nullable ManagerChoice choice) {
        if (link == null) {
            throw refused("budgetLine", "problem.budget.unlinked", measure);
        }
        if (choice == null) {
            throw refused("managerChoice", "problem.budget.undecided", measure);
        }
        switch (choice.kind()) {
            case INCLUDE -> {}
            case INCLUDE_CHANGED -> {
                if (choice.grantedEuro() == null) {
                    throw refused("grantedEuro", "problem.budget.grantMissing", measure);
                }
                if (link.isNoCost()) {
                    throw refused("grantedEuro", "problem.budget.grantWithoutLine", measure);
                }
            }
            case LEAVE_OUT -> {
                if (choice.reason() == null || choice.reason().isBlank()) {
                    throw refused("leaveOutReason", "problem.budget.reasonMissing", measure);
                }
            }
        }
    }

    private static InvalidInput refused(String field, String message, Measure measure) {
        return new InvalidInput(BudgetLinks.field(field, measure.id()), message, measure.title());
    }
}
