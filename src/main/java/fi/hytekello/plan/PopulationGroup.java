package fi.hytekello.plan;

/** Whose wellbeing a measure is for. */
public enum PopulationGroup {
    ALL,
    CHILDREN,
    YOUNG,
    WORKING_AGE,
    OLDER,
    DISABLED,
    OTHER
}
