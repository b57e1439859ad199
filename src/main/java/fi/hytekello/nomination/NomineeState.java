package fi.hytekello.nomination;

/** How a nominee stands; each seat has at most one who is current, one beside and one to replace that one (R3-04). */
public enum NomineeState {
    CURRENT,
    /** The second candidate for a seat: has none unless the coordinator chooses so (Act 609/1986 § 4a). */
    ALTERNATIVE,
    /** Waits for the coordinator. */
    REPLACEMENT,
    REPLACED,
    /** Does not take the seat. */
    DECLINED,
    /** Has left the organisation or the seat within the term. */
    LEFT;

    /** Whether the person's time in the seat, or as a candidate for it, is over. */
    boolean isOver() {
        return this == REPLACED || this == DECLINED || this == LEFT;
    }

    /** Whether the organisation's answer says it: both may be corrected until the deadline. */
    public boolean isCandidate() {
        return this == CURRENT || this == ALTERNATIVE;
    }
}
