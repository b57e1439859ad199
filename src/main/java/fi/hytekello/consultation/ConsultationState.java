package fi.hytekello.consultation;

/** How far a consultation is; it follows from its contacts and its summary. */
public enum ConsultationState {
    /** Some municipalities are still to be heard. */
    HEARING,
    /** The summary is to be made. */
    SUMMARY,
    DONE
}
