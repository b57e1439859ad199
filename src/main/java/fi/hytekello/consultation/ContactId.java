package fi.hytekello.consultation;

/** Identity of the contact with one municipality in one consultation. */
public record ContactId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
