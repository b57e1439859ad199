package fi.hytekello.nomination;

/** How a request to one organisation stands (R3-16). */
public enum RequestState {
    /** Not sent yet. */
    CHOSEN,
    SENT,
    /** The organisation has opened its link. */
    OPENED,
    /** It has told when it decides. */
    IN_DECISION,
    /** Answered; can be corrected until the deadline. */
    NOMINATED,
    /** Answered, and the time of corrections is over. */
    CONFIRMED,
    DECLINED,
    /** The deadline has passed without an answer. */
    LATE,
    CLOSED_EMPTY;

    /** True while an answer is awaited. */
    public boolean isAwaited() {
        return this == SENT || this == OPENED || this == IN_DECISION || this == LATE;
    }

    /** True where somebody is named. */
    public boolean isNominated() {
        return this == NOMINATED || this == CONFIRMED;
    }
}
