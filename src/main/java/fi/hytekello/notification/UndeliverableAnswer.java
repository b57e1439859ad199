package fi.hytekello.notification;

/** What somebody does about an address that takes no mail. */
public enum UndeliverableAnswer {
    /** The waiting mails leave to the address as it is right; it may also be the same, mended elsewhere. */
    CORRECTED,
    /** They were told in another way. */
    OTHER_MEANS,
    GIVEN_UP
}
