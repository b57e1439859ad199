package fi.hytekello.indicator;

/** What the source gave for one indicator, region and year (domain chapter 3.1); nothing is filled in. */
public enum ValueStatus {
    OK,
    /** Only a count, which says nothing beside another municipality's. */
    ABSOLUTE_ONLY,
    MISSING,
    /** The group is too small to be shown. */
    SUPPRESSED
}
