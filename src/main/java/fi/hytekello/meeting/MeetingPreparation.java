package fi.hytekello.meeting;

/** How a meeting under preparation goes on. */
public enum MeetingPreparation {
    /** The members are asked which of the dates suit them. */
    ASK_DATES,
    INVITE,
    NOT_HELD
}
