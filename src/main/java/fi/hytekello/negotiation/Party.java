package fi.hytekello.negotiation;

/** Whom a participant speaks for. */
public enum Party {
    COUNTY,
    MUNICIPALITY,
    NGO,
    OTHER
}
