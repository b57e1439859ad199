package fi.hytekello.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way to the engine: what the cycle asks of its process. */
public interface CycleProcess {

    /** Lets the year of this cycle run; in the caller's transaction. */
    void begin(Cycle cycle);

    /** Steps that are next but wait for a day: phases that are to open, matters that a body has tabled. */
    Set<MilestoneKind> awaited(Cycle cycle);

    /**
     * Dates of steps have changed: tasks get their new due dates and timers find theirs anew, in the caller's
     * transaction.
     *
     * @param dueByTask new due dates of open tasks by task id
     * @return the timers that now fire at another moment
     * @throws fi.hytekello.platform.problem.Conflict when one of them fires or is done just now
     */
    List<TimerMove> datesMoved(Cycle cycle, Map<String, Instant> dueByTask, Set<MilestoneKind> changed);
}
