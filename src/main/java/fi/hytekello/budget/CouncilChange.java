package fi.hytekello.budget;

import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the council changed in a measure of the proposed budget.
 *
 * @param euro given for {@code CHANGED}; also brings a measure back that the manager had left out
 * @param reason obligatory for {@code LEFT_OUT}
 */
public record CouncilChange(
        MeasureId measure,
        Kind kind,
        @Nullable BigDecimal euro,
        @Nullable String reason) {

    /** As the board proposed it, with another sum, or not in the budget. */
    public enum Kind {
        AS_PROPOSED,
        CHANGED,
        LEFT_OUT
    }

    /**
     * What becomes of the measure, empty where nothing does.
     *
     * @throws InvalidInput naming the measure when its sum or reason is missing or impossible
     */
    Optional<Measures.Verdict> verdict(Measure of, @Nullable BudgetLink link) {
        return switch (kind) {
            case AS_PROPOSED -> Optional.empty();
            case CHANGED -> {
                if (euro == null) {
                    throw refused("councilEuro", "problem.budget.grantMissing", of);
                }
                if (euro.signum() > 0 && (link == null || link.isNoCost())) {
                    throw refused("councilEuro", "problem.budget.councilWithoutLine", of);
                }
                yield Optional.of(Measures.Verdict.included(euro));
            }
            case LEFT_OUT -> {
                if (reason == null) {
                    throw refused("councilReason", "problem.budget.reasonMissing", of);
                }
                yield Optional.of(Measures.Verdict.leftOut(reason));
            }
        };
    }

    private static InvalidInput refused(String field, String message, Measure measure) {
        return new InvalidInput(BudgetLinks.field(field, measure.id()), message, measure.title());
    }
}
