package fi.hytekello.plan;

/** Why the decision table finds an assessment needed or not. */
public enum ImpactReason {
    INDIVIDUAL,
    RECTIFICATION,
    POST,
    INFORMATION,
    COST_LIMIT,
    SERVICE_NETWORK,
    SEVERAL_CRITERIA,
    FEW_CRITERIA,
    NO_CRITERION
}
