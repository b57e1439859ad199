package fi.hytekello.indicator;

/** Where a frozen value came from. */
public enum ValueSource {
    SOTKANET,
    /** The municipality's own figures, from a file. */
    OWN,
    BY_HAND
}
