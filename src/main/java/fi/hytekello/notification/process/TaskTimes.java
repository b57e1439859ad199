package fi.hytekello.notification.process;

import fi.hytekello.notification.PhaseTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * When the timers of a process that belongs to no cycle fire: by the reminder policy, from the deadlines that its open
 * tasks have themselves. {@link TaskTimers} asks again whenever a task comes or its deadline moves.
 */
@Component("taskTimes")
public class TaskTimes {

    private final PhaseTimes times;

    TaskTimes(PhaseTimes times) {
        this.times = times;
    }

    /** The next moment to remind somebody, as a cycle that the engine asks for anew each time. */
    public String reminders(DelegateExecution execution) {
        return next(times.nextReminder(execution.getProcessInstanceId()));
    }

    /** The next moment at which a deadline is found missed or somebody above is told. */
    public String overdue(DelegateExecution execution) {
        return next(times.nextOverdue(execution.getProcessInstanceId()));
    }

    private static String next(Instant moment) {
        return "R/" + moment.truncatedTo(ChronoUnit.SECONDS) + "/P365D";
    }
}
