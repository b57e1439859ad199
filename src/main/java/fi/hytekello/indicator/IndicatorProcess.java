package fi.hytekello.indicator;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.platform.problem.Conflict;

/** The way to the engine: what the review of indicators asks of its process. */
public interface IndicatorProcess {

    /**
     * Ends the open tasks of the departments; in the caller's transaction.
     *
     * @throws Conflict when no department is being asked
     */
    void closeReview(Cycle cycle);
}
