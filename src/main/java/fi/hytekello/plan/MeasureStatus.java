package fi.hytekello.plan;

/** How far a measure has come: proposed by its department, accepted to the plan, decided in the budget, carried out. */
public enum MeasureStatus {
    PROPOSED,
    ACCEPTED,
    IN_BUDGET,
    LEFT_OUT,
    ACTIVE,
    DONE,
    DELAYED,
    CANCELLED
}
