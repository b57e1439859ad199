package fi.hytekello.cycle.process;

import static java.util.stream.Collectors.toCollection;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleProcess;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.TimerMove;
import fi.hytekello.cycle.process.CycleTimers.DatedTimer;
import fi.hytekello.platform.EngineCalls;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

@Component
class CamundaCycleProcess implements CycleProcess {

    private static final Map<String, TimerMove.Kind> MOVING = Map.of(
            "opens", TimerMove.Kind.OPENING,
            "reminders", TimerMove.Kind.REMINDER,
            "overdue", TimerMove.Kind.OVERDUE,
            "missed", TimerMove.Kind.MISSED);

    /** Timers before which nothing of their step is open. */
    private static final Set<String> AWAITED = Set.of("opens", "nextMeeting");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final CycleTimers timers;
    private final EngineCalls engine;

    CamundaCycleProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            CycleTimers timers,
            EngineCalls engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.timers = timers;
        this.engine = engine;
    }

    @Override
    public void begin(Cycle cycle) {
        runtime.createProcessInstanceByKey("HyteCycle")
                .businessKey(cycle.businessKey())
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", cycle.municipality().value())
                .execute();
    }

    @Override
    public Set<MilestoneKind> awaited(Cycle cycle) {
        return engine.asNobody(() -> {
            Set<MilestoneKind> awaited = timers.of(cycle).stream()
                    .filter(timer -> AWAITED.contains(timer.question()))
                    .map(DatedTimer::milestone)
                    .collect(toCollection(() -> EnumSet.noneOf(MilestoneKind.class)));
            if (isImportingIndicators(cycle)) {
                awaited.add(MilestoneKind.INDICATORS);
            }
            return awaited;
        });
    }

    /** Between the opening of the review and its tasks a job fetches the values, and may have to try again. */
    private boolean isImportingIndicators(Cycle cycle) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey("IndicatorReview")
                        .processInstanceBusinessKey(cycle.businessKey())
                        .tenantIdIn(cycle.municipality().value())
                        .activityIdIn("Activity_ImportIndicators")
                        .count()
                > 0;
    }

    @Override
    public List<TimerMove> datesMoved(Cycle cycle, Map<String, Instant> dueByTask, Set<MilestoneKind> changed) {
        return engine.asNobody(() -> {
            // First the tasks: the reminders ask when the open ones are due.
            setDue(dueByTask);
            return recalculate(cycle, changed);
        });
    }

    private void setDue(Map<String, Instant> dueByTask) {
        if (dueByTask.isEmpty()) {
            return;
        }
        for (Task task : tasks.createTaskQuery()
                .taskIdIn(dueByTask.keySet().toArray(String[]::new))
                .list()) {
            task.setDueDate(Date.from(dueByTask.get(task.getId())));
            tasks.saveTask(task);
        }
    }

    private List<TimerMove> recalculate(Cycle cycle, Set<MilestoneKind> changed) {
        List<DatedTimer> moving = timers.of(cycle).stream()
                .filter(timer -> changed.contains(timer.milestone()) && MOVING.containsKey(timer.question()))
                .toList();
        moving.forEach(timer -> management.recalculateJobDuedate(timer.job(), false));
        Map<String, Instant> due = moving.isEmpty() ? Map.of() : timers.due(cycle);
        return moving.stream()
                .map(timer -> new TimerMove(
                        timer.milestone(),
                        Objects.requireNonNull(MOVING.get(timer.question())),
                        timer.due(),
                        due.getOrDefault(timer.job(), timer.due())))
                .filter(move -> !move.before().equals(move.after()))
                .toList();
    }
}
