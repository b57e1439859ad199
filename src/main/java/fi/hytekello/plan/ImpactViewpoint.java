package fi.hytekello.plan;

/**
 * From where each alternative is looked at (domain chapter 1.9); child impact (LAVA) only where children are affected.
 */
public enum ImpactViewpoint {
    RESIDENTS,
    ENVIRONMENT,
    ORGANISATION,
    FINANCES,
    BUSINESS,
    CHILDREN
}
