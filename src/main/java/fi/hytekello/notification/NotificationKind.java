package fi.hytekello.notification;

/** Why somebody is written to. */
public enum NotificationKind {
    TASK_NOTICE,
    FIRST_REMINDER,
    LAST_REMINDER,
    OVERDUE,
    ESCALATION,
    /** Open when an absence began: to the deputy. */
    DEPUTY_NOTICE,
    /** Still open when an absence is over: to whoever was away. */
    RETURN_NOTICE,
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
            case TASK_NOTICE, FIRST_REMINDER, LAST_REMINDER, OVERDUE, ESCALATION, DEPUTY_NOTICE, RETURN_NOTICE -> true;
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
