package fi.hytekello.meeting;

/** Identity of a meeting. */
public record MeetingId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
