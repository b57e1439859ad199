package fi.hytekello.cycle;

import java.util.List;

/**
 * Dates of a year under way have changed; published in the transaction of the change, after milestones, tasks and
 * timers have moved.
 *
 * @param cycle as it is after the change
 * @param tasks the open tasks whose due dates moved
 */
public record DeadlinesChanged(Cycle cycle, DeadlineChange change, List<TaskMove> tasks) {

    public DeadlinesChanged {
        tasks = List.copyOf(tasks);
    }
}
