package fi.hytekello.body;

/** Whom somebody speaks for whom a body itself invites (R3-07). */
public enum InvitedAs {
    RESIDENTS,
    NGO,
    MUNICIPALITY,
    PARISH,
    STATE,
    EXPERT
}
