package fi.hytekello.notification;

/** When a mail leaves: at once within office hours, or with everything else of the next working-day morning. */
public enum Urgency {
    AT_ONCE,
    DIGEST
}
