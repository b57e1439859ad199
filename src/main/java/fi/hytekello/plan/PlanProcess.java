package fi.hytekello.plan;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.platform.problem.Conflict;

/** The way to the engine: what the plan asks of its processes. */
public interface PlanProcess {

    /**
     * Ends the open proposal tasks of this cycle; in the caller's transaction.
     *
     * @throws Conflict when no round is open
     */
    void closeRound(Cycle cycle);

    /**
     * Ends the open confirmations of one department, whose turn it then is again; in the caller's transaction.
     *
     * @throws Conflict when nobody of the department is asked to confirm
     */
    void takeBack(Cycle cycle, DepartmentCode department);

    /**
     * Ends the open tasks of the half-year follow-up; in the caller's transaction.
     *
     * @throws Conflict when no follow-up is open
     */
    void closeFollowUp(Cycle cycle);
}
