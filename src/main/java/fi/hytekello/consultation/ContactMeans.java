package fi.hytekello.consultation;

/** How the management was heard (R3-12). */
public enum ContactMeans {
    CALL,
    VISIT,
    MEETING,
    MAIL
}
