package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A department's measure for a goal, from proposal to its end. Immutable; each move gives the changed measure and
 * refuses what its status does not allow.
 *
 * @param owner who answers for it, {@code deputy} in the other's absence; null in a draft without one
 * @param grantedEuro what the manager includes in the budget, null before
 * @param leftOutReason why the manager left it out, null otherwise
 * @param correctiveOfIndicator id of the red indicator this measure is to correct, null for others
 * @param copiedFrom the earlier year's unfinished measure that goes on in this one, null for others
 * @param version counts the changes
 */
public record Measure(
        MeasureId id,
        CycleId cycle,
        DepartmentCode department,
        MeasureContent content,
        @Nullable Responsible owner,
        @Nullable Responsible deputy,
        MeasureStatus status,
        @Nullable BigDecimal grantedEuro,
        @Nullable String leftOutReason,
        @Nullable Integer correctiveOfIndicator,
        @Nullable MeasureId copiedFrom,
        int version,
        Instant changedAt) {

    static final BigDecimal MOST = new BigDecimal("9999999999.99");
    private static final BigDecimal MOST_YEARS = new BigDecimal("9999.99");

    private static final Set<MeasureStatus> DECIDABLE =
            Set.of(MeasureStatus.ACCEPTED, MeasureStatus.IN_BUDGET, MeasureStatus.LEFT_OUT);

    /** The title; a draft without one has an empty title. */
    public String title() {
        return Objects.requireNonNullElse(content.title(), "");
    }

    /** The proposed cost, 0 where there is none. */
    public BigDecimal cost() {
        return content.noCost() ? BigDecimal.ZERO : Objects.requireNonNullElse(content.euro(), BigDecimal.ZERO);
    }

    /** What the budget gives it: the manager's sum, before that the proposed cost. */
    public BigDecimal budget() {
        return grantedEuro == null ? cost() : grantedEuro;
    }

    Measure revise(MeasureContent changed) {
        only(Set.of(MeasureStatus.PROPOSED));
        checkEuro("euro", changed.euro());
        checkEuro("euroYear2", changed.euroYear2());
        checkEuro("euroYear3", changed.euroYear3());
        checkPersonYears(changed.personYears());
        return with(changed, status, grantedEuro, leftOutReason);
    }

    Measure include(BigDecimal granted) {
        only(DECIDABLE);
        checkEuro("grantedEuro", granted);
        return with(content, MeasureStatus.IN_BUDGET, granted, null);
    }

    Measure leaveOut(@Nullable String reason) {
        only(DECIDABLE);
        if (reason == null || reason.isBlank()) {
            throw new InvalidInput("reason", "problem.measure.reason");
        }
        return with(content, MeasureStatus.LEFT_OUT, null, reason.strip());
    }

    Measure adjust(BigDecimal euro) {
        only(Set.of(MeasureStatus.ACCEPTED));
        checkEuro("euro", euro);
        return with(content.costing(euro), status, grantedEuro, leftOutReason);
    }

    private void only(Set<MeasureStatus> allowed) {
        if (!allowed.contains(status)) {
            throw new Conflict("problem.measure.status");
        }
    }

    static void checkEuro(String field, @Nullable BigDecimal euro) {
        if (euro != null && (euro.signum() < 0 || euro.stripTrailingZeros().scale() > 2 || euro.compareTo(MOST) > 0)) {
            throw new InvalidInput(field, "problem.measure.euro");
        }
    }

    private static void checkPersonYears(@Nullable BigDecimal years) {
        if (years != null
                && (years.signum() < 0 || years.stripTrailingZeros().scale() > 2 || years.compareTo(MOST_YEARS) > 0)) {
            throw new InvalidInput("personYears", "problem.measure.personYears");
        }
    }

    private Measure with(
            MeasureContent changed, MeasureStatus next, @Nullable BigDecimal granted, @Nullable String reason) {
        return new Measure(
                id,
                cycle,
                department,
                changed,
                owner,
                deputy,
                next,
                granted,
                reason,
                correctiveOfIndicator,
                copiedFrom,
                version,
                changedAt);
    }
}
