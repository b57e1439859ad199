package fi.hytekello.nomination;

/** Why a deadline is a bad one though it is allowed; the coordinator accepts it knowingly (R3-09). */
public enum RoundWarning {
    /** Less than 28 days: boards meet every two to four weeks. */
    SHORT,
    /** The time contains days from 24.12. to 6.1. */
    CHRISTMAS,
    /** The time contains days of July. */
    JULY,
    /** The last day is not a working day. */
    NOT_WORKING_DAY
}
