package fi.hytekello.process;

import fi.hytekello.cycle.MilestoneKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * The {@code deadlines} of the models on fixed days, long after the engine's clock: each milestone has its own day.
 * Every question for a timer gets a later moment than the one before it. Public, as expressions can call nothing else.
 */
public final class FixedDeadlines {

    private static final List<MilestoneKind> MILESTONES = List.of(MilestoneKind.values());
    static final String NO_STEP = "CYCLE_OPENING";
    private static final Instant FIRST_DAY = Instant.parse("2099-01-01T07:00:00Z");

    private final AtomicInteger questions = new AtomicInteger();

    /** The day of a milestone. */
    static Date day(String milestone) {
        int day = MILESTONES.indexOf(MilestoneKind.valueOf(milestone));
        return Date.from(FIRST_DAY.plus(day, ChronoUnit.DAYS));
    }

    public Date opens(DelegateExecution execution, String milestone) {
        return day(milestone);
    }

    public Date due(DelegateExecution execution, String milestone) {
        return day(milestone);
    }

    public Date missed(DelegateExecution execution, String milestone) {
        return day(milestone);
    }

    public Date nextMeeting(DelegateExecution execution) {
        return day(String.valueOf(execution.getVariable("milestone")));
    }

    public String reminders(DelegateExecution execution, String milestone) {
        return later(milestone);
    }

    public String overdue(DelegateExecution execution, String milestone) {
        return later(milestone);
    }

    /** For work that belongs to no step of the year. */
    public Date due(DelegateExecution execution) {
        return day(NO_STEP);
    }

    public Date preparationDue(DelegateExecution execution) {
        return day(NO_STEP);
    }

    public Date recordDue(DelegateExecution execution) {
        return day(NO_STEP);
    }

    public Date reviewDue(DelegateExecution execution) {
        return day(NO_STEP);
    }

    public Date answersDue(DelegateExecution execution) {
        return day(NO_STEP);
    }

    public Date nextCheck(DelegateExecution execution) {
        return day(NO_STEP);
    }

    public String handlers(DelegateExecution execution) {
        return "coordinator";
    }

    public String reminders(DelegateExecution execution) {
        return later(NO_STEP);
    }

    public String overdue(DelegateExecution execution) {
        return later(NO_STEP);
    }

    private String later(String milestone) {
        return "R/" + day(milestone).toInstant().plusSeconds(questions.incrementAndGet()) + "/P365D";
    }
}
