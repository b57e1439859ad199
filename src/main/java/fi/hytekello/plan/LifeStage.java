package fi.hytekello.plan;

/** The groups of the life cycle by which a broad report looks at the population (domain chapter 2.7). */
public enum LifeStage {
    CHILDREN_AND_YOUNG,
    WORKING_AGE,
    OLDER,
    ALL_AGES
}
