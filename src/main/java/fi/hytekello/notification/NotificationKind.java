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
    /** Published documents to the registry of the wellbeing services county. */
    COUNTY_DELIVERY;

    boolean isAboutTask() {
        return this != RETURNED && this != DECISION_MADE && this != COUNTY_DELIVERY;
    }
}
