package fi.hytekello.body;

/** Identity of a body. */
public record BodyId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
