package fi.hytekello.cycle.process;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Milestone;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Subject;
import fi.hytekello.notification.PhaseTimes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * The dates that the models ask for. All are computed by the domain in Helsinki time and handed to the engine as
 * instants; its own cycles and durations would drift with the clock changes.
 */
@Component("deadlines")
public class Deadlines {

    private final Milestones milestones;
    private final Decisions decisions;
    private final PhaseTimes times;
    private final Mornings mornings;
    private final BusinessDays businessDays;
    private final Clock clock;

    Deadlines(
            Milestones milestones,
            Decisions decisions,
            PhaseTimes times,
            Mornings mornings,
            BusinessDays businessDays,
            Clock clock) {
        this.milestones = milestones;
        this.decisions = decisions;
        this.times = times;
        this.mornings = mornings;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** The morning on which a phase opens: people see their tasks, and have their mails, when they come to work. */
    public Date opens(DelegateExecution execution, String milestone) {
        Milestone phase = milestones.get(CycleVariables.cycle(execution), MilestoneKind.valueOf(milestone));
        LocalDate day = Objects.requireNonNull(phase.opensOn(), milestone + " has no opening date");
        return Date.from(mornings.timersOf(businessDays.next(day)));
    }

    /** When a task that begins now is due. */
    public Date due(DelegateExecution execution, String milestone) {
        return Date.from(dueAt(execution, milestone));
    }

    /** The next moment to remind somebody in this phase, as a cycle that the engine asks for anew each time. */
    public String reminders(DelegateExecution execution, String milestone) {
        return next(
                times.nextReminder(execution.getProcessInstanceId(), toCome(execution), dueAt(execution, milestone)));
    }

    /** The next moment at which a deadline of this phase is found missed. */
    public String overdue(DelegateExecution execution, String milestone) {
        return next(
                times.nextOverdue(execution.getProcessInstanceId(), toCome(execution), dueAt(execution, milestone)));
    }

    /** When somebody is asked what to do about a missed deadline: the morning after it, when it is past in a week. */
    public Date missed(DelegateExecution execution, String milestone) {
        Milestone step = milestones.get(CycleVariables.cycle(execution), MilestoneKind.valueOf(milestone));
        Instant now = clock.instant();
        Instant after = mornings.nextTimersAfter(step.dueAt());
        return Date.from(after.isAfter(now) ? after : mornings.nextTimersAfter(now.plus(7, ChronoUnit.DAYS)));
    }

    /** The morning of the meeting to which a matter was tabled. */
    public Date nextMeeting(DelegateExecution execution) {
        LocalDate day = decisions
                .latest(
                        CycleVariables.cycle(execution),
                        Subject.valueOf(CycleVariables.subject(execution)),
                        DecidedBy.valueOf(CycleVariables.body(execution)),
                        CycleVariables.departmentOrNull(execution))
                .map(decision -> Objects.requireNonNull(decision.nextMeetingOn(), "next meeting"))
                .orElseThrow();
        return Date.from(mornings.timersOf(day));
    }

    private Instant dueAt(DelegateExecution execution, String milestone) {
        CycleId cycle = CycleVariables.cycle(execution);
        return milestones.dueForWorkStartingNow(cycle, MilestoneKind.valueOf(milestone));
    }

    private static List<PhaseTimes.ToCome> toCome(DelegateExecution execution) {
        String definition = execution.getProcessDefinitionId();
        String process = definition.substring(0, definition.indexOf(':'));
        return execution.getBpmnModelInstance().getModelElementsByType(UserTask.class).stream()
                .map(task -> new PhaseTimes.ToCome(
                        process,
                        task.getId(),
                        Stream.ofNullable(task.getCamundaCandidateGroups())
                                .flatMap(groups -> Arrays.stream(groups.split(",", -1)))
                                .sorted()
                                .toList()))
                .toList();
    }

    private static String next(Instant moment) {
        return "R/" + moment.truncatedTo(ChronoUnit.SECONDS) + "/P365D";
    }
}
