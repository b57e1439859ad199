package fi.hytekello.decision;

/** How a matter went (domain chapter 2.6). */
public enum Outcome {
    APPROVED,
    APPROVED_AMENDED,
    NOTED,
    RETURNED,
    TABLED,
    REJECTED;

    /** A return and a rejection are told why. */
    public boolean needsComment() {
        return this == RETURNED || this == REJECTED;
    }

    public boolean isFavourable() {
        return this == APPROVED || this == APPROVED_AMENDED || this == NOTED;
    }
}
