package fi.hytekello.indicator;

/** Where a frozen value came from. */
public enum ValueSource {
    SOTKANET,
    /** The municipality's own figures, from a file. */
    OWN,
    /** Typed by a person of the municipality, as the source does not have it yet. */
    BY_HAND
}
