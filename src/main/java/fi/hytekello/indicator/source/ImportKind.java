package fi.hytekello.indicator.source;

/** How values came in. */
public enum ImportKind {
    /** With the product. */
    SHIPPED,
    /** From a file of Sotkanet's rows. */
    FILE,
    SOTKANET,
    /** From a municipality's own table. */
    OWN,
    /** A person typed them. */
    BY_HAND
}
