package fi.hytekello.plan;

/** How last year's measure went, as its department reports it. */
public enum ReportedStatus {
    /** Goes on, in schedule. */
    ACTIVE,
    DONE,
    DELAYED,
    CANCELLED;

    /** A delay and a cancellation are told why. */
    public boolean needsReason() {
        return this == DELAYED || this == CANCELLED;
    }
}
