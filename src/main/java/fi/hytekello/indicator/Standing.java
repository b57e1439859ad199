package fi.hytekello.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the traffic light is decided by.
 *
 * @param ageYears how many years the value lags behind the newest that the source offers; null without a value
 * @param differencePercent how far the value is from its comparison, in per cent of the comparison with one decimal;
 *     negative below it; null without a comparison
 */
public record Standing(
        boolean hasValue,
        @Nullable Integer ageYears,
        Direction direction,
        @Nullable BigDecimal differencePercent) {}
