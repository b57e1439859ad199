package fi.hytekello.inbox;

/** Identity of a mail that has come in. */
public record InboxMailId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
