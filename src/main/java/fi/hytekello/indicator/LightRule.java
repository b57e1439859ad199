package fi.hytekello.indicator;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a municipality judges an indicator (domain chapter 3.7).
 *
 * @param reference what the value is compared with; beside a target or a TEA score it is shown and decides nothing
 * @param target the municipality's own, in the indicator's unit; of the kind {@link Kind#TARGET} only
 * @param targetYear by which the target is to be reached, null where none was set
 * @param tolerance how much worse is still yellow: in the indicator's unit from a target, in per cent of the comparison
 *     from a comparison; null for {@link Kind#TEA}
 */
public record LightRule(
        Kind kind,
        Reference reference,
        @Nullable BigDecimal target,
        @Nullable Integer targetYear,
        @Nullable BigDecimal tolerance) {

    /** How the light is decided. */
    public enum Kind {
        TARGET,
        COMPARISON,
        /** Scores of TEAviisari: 75 and 25 are the limits (domain chapter 3.4). */
        TEA
    }

    /** With what a value is compared, always in the value's own year. */
    public enum Reference {
        COUNTY_MEDIAN,
        COUNTY_VALUE,
        COUNTRY_MEDIAN,
        COUNTRY_VALUE,
        CHOSEN_MEDIAN
    }

    /** The summary scores of TEAviisari in Sotkanet (domain chapter 3.2). */
    static final Set<Integer> TEA_INDICATORS = Set.of(3137, 3141, 4072, 4092, 4093, 4094);

    /** Per cent of the comparison. */
    static final BigDecimal USUAL_TOLERANCE = BigDecimal.TEN;

    /** True for scores from 0 to 100 to which the limits of TEAviisari apply. */
    public static boolean isTeaScore(int indicator) {
        return TEA_INDICATORS.contains(indicator);
    }

    /** What holds where the municipality has decided nothing. */
    static LightRule usual(int indicator) {
        return isTeaScore(indicator)
                ? new LightRule(Kind.TEA, Reference.COUNTY_MEDIAN, null, null, null)
                : new LightRule(Kind.COMPARISON, Reference.COUNTY_MEDIAN, null, null, USUAL_TOLERANCE);
    }
}
