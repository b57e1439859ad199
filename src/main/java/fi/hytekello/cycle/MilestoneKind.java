package fi.hytekello.cycle;

/**
 * The dated steps of a cycle, in the order of the process (domain chapter 2.5). Those from {@link #START_DECISION} to
 * {@link #CONCERN_TESTS} belong to broad years only (chapter 2.2).
 */
public enum MilestoneKind {
    CYCLE_OPENING,
    START_DECISION,
    STRUCTURE,
    JOYS_AND_CONCERNS,
    CONCERN_TESTS,
    MEASURE_REPORTS,
    INDICATORS,
    REPORT_DRAFT,
    REPORT_GROUP,
    STATEMENTS,
    REPORT_MANAGER,
    REPORT_BOARD,
    REPORT_COUNCIL,
    BUDGET_FRAME,
    REPORT_PUBLICATION,
    PROPOSALS,
    COMMITTEES,
    RECONCILIATION,
    BUDGET_LINKS,
    COUNTY_NEGOTIATION,
    BUDGET_MANAGER,
    BUDGET_BOARD,
    BUDGET_COUNCIL,
    ACTIVATION,
    FOLLOW_UP,
    FOLLOW_UP_SUMMARY,
    FOLLOW_UP_BOARD
}
