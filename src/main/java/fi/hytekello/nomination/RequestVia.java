package fi.hytekello.nomination;

/** The way by which an answer came. */
public enum RequestVia {
    /** The organisation's personal link. */
    LINK,
    /** The mailbox of the round. */
    MAIL,
    /** A letter or call, recorded by the council. */
    HAND
}
