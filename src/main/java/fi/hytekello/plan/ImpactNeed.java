package fi.hytekello.plan;

/** How thoroughly a measure's impact is assessed beforehand, from nothing to most. */
public enum ImpactNeed {
    NOT_NEEDED,
    SHORT,
    FULL;

    /** True where the alternatives are assessed, in either form. */
    public boolean isAssessed() {
        return this != NOT_NEEDED;
    }
}
