package fi.hytekello.notification;

/** Why somebody is written to. */
public enum NotificationKind {
    TASK_NOTICE,
    FIRST_REMINDER,
    LAST_REMINDER,
    OVERDUE,
    ESCALATION,
    RETURNED,
    DECISION_MADE,
    /** Words of a feature, with an event for the calendar. */
    INVITATION,
    CANCELLATION;

    boolean isAboutTask() {
        return compareTo(RETURNED) < 0;
    }
}
