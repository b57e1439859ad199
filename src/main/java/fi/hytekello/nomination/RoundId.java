package fi.hytekello.nomination;

/** Identity of a round of nominations. */
public record RoundId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
