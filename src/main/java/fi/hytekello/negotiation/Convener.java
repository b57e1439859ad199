package fi.hytekello.negotiation;

/** Who calls the negotiation together; the county as a rule (domain 1.1, L-11). */
public enum Convener {
    MUNICIPALITY,
    COUNTY
}
