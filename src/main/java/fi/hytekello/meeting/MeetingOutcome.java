package fi.hytekello.meeting;

/** How an arranged meeting went. */
public enum MeetingOutcome {
    HELD,
    MOVED,
    NOT_HELD
}
