package fi.hytekello.nomination;

/** Identity of a request to one organisation within a round. */
public record RequestId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
