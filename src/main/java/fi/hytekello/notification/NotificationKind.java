package fi.hytekello.notification;

/** Why somebody is written to. */
public enum NotificationKind {
    TASK_NOTICE,
    FIRST_REMINDER,
    LAST_REMINDER,
    OVERDUE,
    /** Again, week after week, while a task is late. */
    STILL_LATE,
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
            case TASK_NOTICE, FIRST_REMINDER, LAST_REMINDER, OVERDUE, STILL_LATE, ESCALATION -> true;
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

    /** True where a person is told the same again; all else is told once of a task and deadline. */
    boolean isRepeated() {
        return this == STILL_LATE;
    }

    /** True where it tells those whose turn it is that they are late. */
    boolean isOfLateness() {
        return this == OVERDUE || this == STILL_LATE;
    }
}
