package fi.hytekello.indicator;

import org.jspecify.annotations.Nullable;

/**
 * Indicators that belong together, in one version.
 *
 * @param version counted from 1
 * @param year the year of which it tells, null where it tells of none
 * @param size how many indicators it has
 */
public record IndicatorSet(
        long id, Code code, int version, @Nullable Integer year, int size) {

    /** Whose choice of indicators it is. */
    public enum Code {
        /** The product's, with which a municipality begins. */
        STARTER,
        /** The candidates of the recommended minimum content (L-13). */
        MINIMUM,
        HYTE_COEFFICIENT,
        /** The municipality's own. */
        OWN
    }
}
