package fi.hytekello.decision;

/** Who decides. Elected bodies do not sign in: the secretary records their decisions. */
public enum DecidedBy {
    DIRECTOR,
    WELLBEING_GROUP,
    MANAGER,
    COMMITTEE,
    BOARD,
    COUNCIL;

    public boolean isElectedBody() {
        return this == COMMITTEE || this == BOARD || this == COUNCIL;
    }
}
