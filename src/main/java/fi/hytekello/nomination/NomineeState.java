package fi.hytekello.nomination;

/** How a nominee stands; each seat has at most one who is current and one to replace that one (R3-04). */
public enum NomineeState {
    CURRENT,
    /** Waits for the coordinator. */
    REPLACEMENT,
    REPLACED,
    /** Does not take the seat. */
    DECLINED,
    /** Has left the organisation or the seat within the term. */
    LEFT
}
