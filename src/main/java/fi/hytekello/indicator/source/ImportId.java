package fi.hytekello.indicator.source;

/** One import of indicator values. */
public record ImportId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
