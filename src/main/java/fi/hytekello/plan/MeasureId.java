package fi.hytekello.plan;

/** Identity of a measure. */
public record MeasureId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
