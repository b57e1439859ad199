package fi.hytekello.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ex-ante impact assessment (EVA) of a measure: whether it is needed, and what was found. The need is derived each
 * time from the answers, the cost and the limit as they are then, so that it never goes stale.
 *
 * @param cost of the measure in the budget year, euro
 * @param costLimit the municipality's limit, euro
 * @param childrenAffected by the answers or by the measure's population group
 * @param loweredFrom the table's result against which the reason for doing less was given, null where none was
 * @param finding what the decision table says now, null while the screening is not answered
 * @param alternatives the proposal first, then doing nothing, then further ones
 */
public record ImpactAssessment(
        MeasureId measure,
        BigDecimal cost,
        BigDecimal costLimit,
        boolean childrenAffected,
        ImpactScreening screening,
        @Nullable ImpactNeed loweredFrom,
        @Nullable ImpactFinding finding,
        ImpactSummary summary,
        List<ImpactAlternative> alternatives) {

    public ImpactAssessment {
        alternatives = List.copyOf(alternatives);
    }

    /** What is to be done now; null while the screening is not answered. */
    public @Nullable ImpactNeed need() {
        if (finding == null || screening.chosen() == null || (isLowered() && !isLoweringJustified())) {
            return finding == null ? null : finding.need();
        }
        return screening.chosen();
    }

    /** True where the alternatives are to be assessed. */
    public boolean isNeeded() {
        ImpactNeed need = need();
        return need != null && need.isAssessed();
    }

    /** True when a person chose to do less than the decision table asks for now. */
    public boolean isLowered() {
        return finding != null
                && screening.chosen() != null
                && screening.chosen().compareTo(finding.need()) < 0;
    }

    /** True when a person chose to do more than the decision table asks for. */
    public boolean isRaised() {
        return finding != null
                && screening.chosen() != null
                && screening.chosen().compareTo(finding.need()) > 0;
    }

    /** True when the reason for doing less was given against just this result. */
    public boolean isLoweringJustified() {
        return isLowered() && finding != null && screening.choiceReason() != null && finding.need() == loweredFrom;
    }

    public List<ImpactViewpoint> viewpoints() {
        return Arrays.stream(ImpactViewpoint.values())
                .filter(viewpoint -> childrenAffected || viewpoint != ImpactViewpoint.CHILDREN)
                .toList();
    }

    /** How many effects are to be described; 0 where none is needed. */
    public int effectsNeeded() {
        return isNeeded() ? alternatives.size() * viewpoints().size() : 0;
    }

    /** How many of the needed effects are not whole. */
    public int effectsOpen() {
        ImpactNeed need = need();
        return need == null
                ? 0
                : (int) alternatives.stream()
                        .flatMap(alternative -> viewpoints().stream().map(alternative::effect))
                        .filter(effect -> !effect.missing(need).isEmpty())
                        .count();
    }

    /** True when nothing keeps the measure from being submitted. */
    public boolean isComplete() {
        return gap(1).isEmpty();
    }

    /** Why the measure cannot be submitted (domain chapter 2.6: EVA required but missing). */
    public Optional<Gap> gap(int row) {
        ImpactNeed need = need();
        if (need == null) {
            return gap(row, "problem.impact.unanswered");
        }
        if (isLowered() && !isLoweringJustified()) {
            return gap(row, screening.choiceReason() == null ? "problem.impact.reason" : "problem.impact.lapsed");
        }
        if (effectsOpen() > 0 || !summary.missing(need).isEmpty()) {
            return gap(row, need == ImpactNeed.FULL ? "problem.impact.full" : "problem.impact.short");
        }
        return Optional.empty();
    }

    private static Optional<Gap> gap(int row, String messageKey) {
        return Optional.of(new Gap(row, "impact", messageKey));
    }
}
