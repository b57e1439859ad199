package fi.hytekello.consultation;

/** Identity of a consultation. */
public record ConsultationId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
