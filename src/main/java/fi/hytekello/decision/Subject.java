package fi.hytekello.decision;

/** What is decided on. */
public enum Subject {
    CYCLE,
    BROAD_START,
    WELFARE_REPORT,
    PROPOSALS,
    BUDGET,
    /** The half-year follow-up of the measures. */
    FOLLOW_UP
}
