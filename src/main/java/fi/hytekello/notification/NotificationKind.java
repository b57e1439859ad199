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
    /** Dates of a year under way have changed. */
    DEADLINE_CHANGED,
    /** Words of a feature, with an event for the calendar. */
    INVITATION,
    CANCELLATION,
    /** To a council or organisation: it is asked for a statement. */
    STATEMENT_REQUEST,
    STATEMENT_REMINDER,
    STATEMENT_EXTENSION,
    /** Published documents to the registry of the wellbeing services county. */
    COUNTY_DELIVERY;

    boolean isAboutTask() {
        return switch (this) {
            case TASK_NOTICE, FIRST_REMINDER, LAST_REMINDER, OVERDUE, ESCALATION -> true;
            case RETURNED,
                    DECISION_MADE,
                    DEADLINE_CHANGED,
                    STATEMENT_REQUEST,
                    STATEMENT_REMINDER,
                    STATEMENT_EXTENSION,
                    INVITATION,
                    CANCELLATION,
                    COUNTY_DELIVERY -> false;
        };
    }
}
