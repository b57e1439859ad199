package fi.hytekello.inbox;

/** What the registry does with a mail. */
public enum MailAnswer {
    /** It belongs to a matter. */
    ASSIGNED,
    PUT_ASIDE
}
