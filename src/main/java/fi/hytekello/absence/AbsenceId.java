package fi.hytekello.absence;

/** Identifies an absence. */
public record AbsenceId(long value) {

    /** What the audit trail and the engine call it. */
    public String key() {
        return "absence:" + value;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
