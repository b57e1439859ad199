package fi.hytekello.plan;

/** Identity of a goal. */
public record GoalId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
