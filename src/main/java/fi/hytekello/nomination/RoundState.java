package fi.hytekello.nomination;

/** How far a round has come. */
public enum RoundState {
    /** The coordinator writes the request. */
    PREPARING,
    /** The director reads it. */
    IN_APPROVAL,
    /** The organisations have been asked. */
    OPEN,
    COMPOSED,
    CANCELLED;

    /** True where the body cannot have another round beside it. */
    public boolean isUnderWay() {
        return this == PREPARING || this == IN_APPROVAL || this == OPEN;
    }
}
