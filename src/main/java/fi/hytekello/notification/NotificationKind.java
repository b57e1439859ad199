package fi.hytekello.notification;

/** Why somebody is written to. */
public enum NotificationKind {
    TASK_NOTICE,
    FIRST_REMINDER,
    LAST_REMINDER,
    OVERDUE,
    ESCALATION,
    RETURNED,
    DECISION_MADE;

    boolean isAboutTask() {
        return this != RETURNED && this != DECISION_MADE;
    }
}
