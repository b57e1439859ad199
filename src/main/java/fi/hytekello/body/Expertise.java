package fi.hytekello.body;

/** A person's field (R3-05): a group is to be as multidisciplinary as possible. */
public enum Expertise {
    ADMINISTRATION,
    EDUCATION,
    SOCIAL_AND_HEALTH,
    CULTURE_AND_LEISURE,
    TECHNICAL_AND_ENVIRONMENT,
    EMPLOYMENT_AND_VITALITY,
    SAFETY,
    CIVIL_SOCIETY,
    RESEARCH,
    OTHER
}
