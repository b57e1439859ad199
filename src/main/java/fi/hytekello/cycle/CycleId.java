package fi.hytekello.cycle;

/** Identity of a cycle in our own tables; the engine's variable {@code cycleId}. */
public record CycleId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
