package fi.hytekello.notification;

/** Who is told of a task: those whose turn it is, those above them, or those above these. */
public enum Audience {
    HOLDER,
    NEXT_LEVEL,
    SECOND_LEVEL
}
