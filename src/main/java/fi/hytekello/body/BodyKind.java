package fi.hytekello.body;

/** What a body is. */
public enum BodyKind {
    GROUP,
    COUNCIL,
    NETWORK,
    /** Kumppanuuspöytä: organisations and the public sector propose and agree as equals (R2-05). */
    PARTNERSHIP_TABLE
}
