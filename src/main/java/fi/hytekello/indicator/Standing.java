package fi.hytekello.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the traffic light is decided by.
 *
 * @param ageYears how many years the value lags behind the newest that the source offers; null without a value
 * @param withinMargin the difference is smaller than the value's margin of error
 * @param figure difference from the target in the indicator's unit, difference from the comparison in per cent of it
 *     with one decimal, or the TEA score, by the rule; negative below target or comparison; null where there is none
 * @param tolerance in the unit of the figure, null for TEA
 */
public record Standing(
        ValueStatus status,
        @Nullable Integer ageYears,
        LightRule.Kind rule,
        Direction direction,
        boolean withinMargin,
        @Nullable BigDecimal figure,
        @Nullable BigDecimal tolerance) {

    public boolean hasValue() {
        return status == ValueStatus.OK;
    }
}
