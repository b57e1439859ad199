package fi.hytekello.feed;

import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.municipality.Role;
import java.util.EnumSet;
import java.util.Set;

/** Which roles have tasks in a step of the year (domain chapter 2.5); a test holds it against the models. */
final class Actors {

    private Actors() {}

    /** Empty where the step is a date only. */
    static Set<Role> of(MilestoneKind kind) {
        return switch (kind) {
            case CYCLE_OPENING, REPORT_PUBLICATION -> EnumSet.of(Role.COORDINATOR, Role.MANAGER);
            case STRUCTURE, REPORT_DRAFT, COUNTY_NEGOTIATION, FOLLOW_UP_SUMMARY -> EnumSet.of(Role.COORDINATOR);
            case START_DECISION, STATEMENTS -> EnumSet.of(Role.COORDINATOR, Role.SECRETARY);
            case JOYS_AND_CONCERNS, INDICATORS ->
                EnumSet.of(Role.WELLBEING_GROUP, Role.DEPARTMENT, Role.DEPARTMENT_DIRECTOR);
            case CONCERN_TESTS, RECONCILIATION -> EnumSet.of(Role.WELLBEING_GROUP);
            case REPORT_GROUP -> EnumSet.of(Role.COORDINATOR, Role.WELLBEING_GROUP);
            case MEASURE_REPORTS, FOLLOW_UP -> EnumSet.of(Role.DEPARTMENT, Role.DEPARTMENT_DIRECTOR);
            case PROPOSALS -> EnumSet.of(Role.DEPARTMENT, Role.DEPARTMENT_DIRECTOR, Role.RESPONSIBLE);
            case BUDGET_LINKS -> EnumSet.of(Role.DEPARTMENT, Role.DEPARTMENT_DIRECTOR, Role.FINANCE);
            case REPORT_MANAGER, BUDGET_MANAGER -> EnumSet.of(Role.MANAGER);
            case REPORT_BOARD, REPORT_COUNCIL, COMMITTEES, BUDGET_BOARD, BUDGET_COUNCIL, FOLLOW_UP_BOARD ->
                EnumSet.of(Role.SECRETARY);
            case ACTIVATION -> EnumSet.of(Role.COORDINATOR, Role.FINANCE);
            case BUDGET_FRAME -> EnumSet.noneOf(Role.class);
        };
    }
}
