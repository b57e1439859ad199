package fi.hytekello.notification;

import java.util.List;

/** Why somebody is written to. */
public enum NotificationKind {
    TASK_NOTICE,
    FIRST_REMINDER,
    LAST_REMINDER,
    OVERDUE,
    /** Again, week after week, while a task is late. */
    STILL_LATE,
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
    COUNTY_DELIVERY,
    /** To an organisation: it is asked to name its representatives. */
    NOMINATION_REQUEST,
    /** The same for information. */
    NOMINATION_COPY,
    NOMINATION_REMINDER,
    NOMINATION_EXTENSION,
    /** A nominee has declined: the seat is open again. */
    NOMINATION_REOPENED,
    /** To the organisation's management: it has not answered. */
    NOMINATION_ESCALATION,
    /** The answer has come. */
    NOMINATION_RECEIVED,
    /** A seat is still free when all have answered: the organisation is asked again. */
    NOMINATION_ASKED_AGAIN,
    /** To the organisations: who has been appointed. */
    NOMINATION_COMPOSED,
    /** To a nominee: what is held of them, and from whom it came (GDPR article 14). */
    NOMINATION_PRIVACY,
    NOMINATION_APPOINTED,
    NOMINATION_NOT_APPOINTED,
    /** Within the term somebody else has a seat: to the organisation, to who comes and to who goes. */
    NOMINATION_REPLACED,
    /** To an organisation that ends: it is not asked any more. */
    NOMINATION_CLOSED,
    /** To those who are asked to a body's meeting: which dates suit. */
    MEETING_DATES,
    MEETING_INVITATION,
    MEETING_CANCELLATION,
    MEETING_MEMO,
    /** To a regional council's director: what the management of municipalities said is summed up. */
    CONSULTATION_SUMMARY,
    /** To the manager: the coordinator's own address takes no mail. */
    UNDELIVERABLE,
    /** To those who may have it tried again: an import of indicators has failed for good. */
    IMPORT_STOPPED;

    /** Of one task, the later of these says all that the earlier would: told together, only the last is told. */
    static final List<NotificationKind> PRESSING = List.of(
            TASK_NOTICE, DEPUTY_NOTICE, RETURN_NOTICE, FIRST_REMINDER, LAST_REMINDER, OVERDUE, STILL_LATE, ESCALATION);

    /** Tell of a deadline to come: untrue once it is past. */
    static final List<NotificationKind> REMINDERS = List.of(FIRST_REMINDER, LAST_REMINDER);

    /** Tell of a certain deadline: untrue once the task has another. */
    static final List<NotificationKind> OF_A_DEADLINE =
            List.of(FIRST_REMINDER, LAST_REMINDER, OVERDUE, STILL_LATE, ESCALATION);

    /** Leave in a mail of their own, because a file, an event for the calendar or a personal link belongs to it. */
    static final List<NotificationKind> ALONE = List.of(
            INVITATION,
            CANCELLATION,
            STATEMENT_REQUEST,
            STATEMENT_REMINDER,
            STATEMENT_EXTENSION,
            COUNTY_DELIVERY,
            NOMINATION_REQUEST,
            NOMINATION_COPY,
            NOMINATION_REMINDER,
            NOMINATION_EXTENSION,
            NOMINATION_REOPENED,
            NOMINATION_ESCALATION,
            NOMINATION_RECEIVED,
            NOMINATION_ASKED_AGAIN,
            NOMINATION_COMPOSED,
            NOMINATION_PRIVACY,
            NOMINATION_APPOINTED,
            NOMINATION_NOT_APPOINTED,
            NOMINATION_REPLACED,
            NOMINATION_CLOSED,
            MEETING_DATES,
            MEETING_INVITATION,
            MEETING_CANCELLATION,
            MEETING_MEMO);

    static String[] names(List<NotificationKind> kinds) {
        return kinds.stream().map(Enum::name).toArray(String[]::new);
    }

    boolean isAboutTask() {
        return switch (this) {
            case TASK_NOTICE,
                    FIRST_REMINDER,
                    LAST_REMINDER,
                    OVERDUE,
                    STILL_LATE,
                    ESCALATION,
                    DEPUTY_NOTICE,
                    RETURN_NOTICE -> true;
            case RETURNED,
                    DECISION_MADE,
                    DEADLINE_CHANGED,
                    STATEMENT_REQUEST,
                    STATEMENT_REMINDER,
                    STATEMENT_EXTENSION,
                    INVITATION,
                    CANCELLATION,
                    COUNTY_DELIVERY,
                    NOMINATION_REQUEST,
                    NOMINATION_COPY,
                    NOMINATION_REMINDER,
                    NOMINATION_EXTENSION,
                    NOMINATION_REOPENED,
                    NOMINATION_ESCALATION,
                    NOMINATION_RECEIVED,
                    NOMINATION_ASKED_AGAIN,
                    NOMINATION_COMPOSED,
                    NOMINATION_PRIVACY,
                    NOMINATION_APPOINTED,
                    NOMINATION_NOT_APPOINTED,
                    NOMINATION_REPLACED,
                    NOMINATION_CLOSED,
                    MEETING_DATES,
                    MEETING_INVITATION,
                    MEETING_CANCELLATION,
                    MEETING_MEMO,
                    CONSULTATION_SUMMARY,
                    UNDELIVERABLE,
                    IMPORT_STOPPED -> false;
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
