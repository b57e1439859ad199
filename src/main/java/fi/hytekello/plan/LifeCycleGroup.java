package fi.hytekello.plan;

/** The stage of life whose wellbeing a goal is for. */
public enum LifeCycleGroup {
    CHILDREN_AND_YOUNG,
    WORKING_AGE,
    OLDER,
    ALL
}
