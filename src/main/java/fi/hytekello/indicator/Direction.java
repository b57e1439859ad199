package fi.hytekello.indicator;

/** Which way an indicator is to move (domain chapter 3.2). */
public enum Direction {
    HIGHER_BETTER,
    LOWER_BETTER,
    /** Describes the municipality and is neither good nor bad. */
    CONTEXT
}
