package fi.hytekello.negotiation;

/** What came of an arranged negotiation. */
public enum NegotiationOutcome {
    HELD,
    MOVED,
    NOT_HELD
}
