package fi.hytekello.indicator;

import fi.hytekello.municipality.Username;
import fi.hytekello.plan.MeasureId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of a cycle as it was when the values were frozen, with its light and explanation.
 *
 * @param year the value's own year, never a later one; where there is no value, the newest of which the source says so
 * @param comparison with what the rule compares, in the same year
 * @param sourceYear newest year that the source offers for this indicator of any municipality
 * @param leftUnexplained the review was closed without the explanation that was needed
 * @param correctiveWanted the department wants to propose a measure against a red light
 * @param correctiveMeasure the measure drafted for that, null until the review is completed
 */
public record SnapshotValue(
        Indicator indicator,
        @Nullable Integer year,
        @Nullable BigDecimal value,
        @Nullable BigDecimal comparison,
        @Nullable Integer sourceYear,
        Light light,
        Basis basis,
        @Nullable String explanation,
        @Nullable Username explainedBy,
        boolean leftUnexplained,
        boolean correctiveWanted,
        @Nullable MeasureId correctiveMeasure) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What the light is decided by. */
    public Standing standing() {
        Integer age = year == null || sourceYear == null ? null : sourceYear - year;
        LightRule rule = basis.rule();
        return new Standing(
                basis.status(), age, rule.kind(), indicator.direction(), isWithinMargin(), figure(), rule.tolerance());
    }

    private @Nullable BigDecimal figure() {
        return switch (basis.rule().kind()) {
            case TARGET -> difference();
            case COMPARISON -> differencePercent();
            case TEA -> value;
        };
    }

    /** The target or the comparison, whichever the rule holds the value against; null for TEA. */
    private @Nullable BigDecimal against() {
        return switch (basis.rule().kind()) {
            case TARGET -> basis.rule().target();
            case COMPARISON -> comparison;
            case TEA -> null;
        };
    }

    /** Distance from the target or the comparison in the indicator's unit; null where there is none. */
    public @Nullable BigDecimal difference() {
        BigDecimal against = against();
        return value == null || against == null ? null : value.subtract(against);
    }

    private boolean isWithinMargin() {
        BigDecimal difference = difference();
        return basis.margin() != null && difference != null && difference.abs().compareTo(basis.margin()) < 0;
    }

    /**
     * Distance from the comparison in per cent of it, rounded to the one decimal that people see, so that the light
     * never contradicts the figure beside it. Null where there is nothing to compare.
     */
    public @Nullable BigDecimal differencePercent() {
        if (value == null || comparison == null) {
            return null;
        }
        BigDecimal difference = value.subtract(comparison);
        if (comparison.signum() == 0) {
            return difference.signum() == 0 ? BigDecimal.ZERO.setScale(1) : null;
        }
        return difference.multiply(HUNDRED).divide(comparison.abs(), 1, RoundingMode.HALF_UP);
    }

    /** True where the owner department must still say why. */
    public boolean lacksExplanation() {
        return light.needsExplanation() && explanation == null;
    }
}
