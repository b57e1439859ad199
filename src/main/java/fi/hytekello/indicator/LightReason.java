package fi.hytekello.indicator;

/** Why a light is what it is; together with the frozen figures it makes the sentence that people read. */
public enum LightReason {
    /** The values are frozen, the lights not set yet. */
    NOT_JUDGED,
    /** The figures decided. */
    JUDGED,
    MISSING,
    SUPPRESSED,
    ABSOLUTE_ONLY,
    TOO_OLD,
    /** Describes the municipality and is neither good nor bad. */
    CONTEXT,
    /** The difference is smaller than the margin of error (domain chapter 3.5). */
    WITHIN_MARGIN,
    NO_COMPARISON
}
