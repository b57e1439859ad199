package fi.hytekello.calendar;

/** Where a deadline comes from; decides what happens by default when it is not a working day (domain chapter 1.3). */
public enum DeadlineKind {
    /** A period set by an act and counted from an event; Act 150/1930 § 5 lets it end on the next working day. */
    STATUTORY_PERIOD(RollPolicy.FORWARD),
    /** A calendar date set by an act. The budget of the Local Government Act § 110 must not slip into January. */
    STATUTORY_FIXED(RollPolicy.BACKWARD),
    /** A date the municipality set for itself. */
    SELF_SET(RollPolicy.FORWARD);

    private final RollPolicy defaultRollPolicy;

    DeadlineKind(RollPolicy defaultRollPolicy) {
        this.defaultRollPolicy = defaultRollPolicy;
    }

    public RollPolicy defaultRollPolicy() {
        return defaultRollPolicy;
    }
}
