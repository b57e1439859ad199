package fi.hytekello.plan;

/** The plans that a measure belongs to: municipalities merge several into one document (domain chapter 1.1, R1-19). */
public enum PlanScope {
    WELLBEING_PLAN,
    CHILD_WELFARE,
    OLDER_PEOPLE,
    SUBSTANCE_ABUSE,
    SAFETY,
    CULTURE,
    ACCESSIBILITY
}
