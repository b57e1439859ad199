package fi.hytekello.worklist.process;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.Answer;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskClosed;
import fi.hytekello.worklist.TaskDueChanged;
import fi.hytekello.worklist.TaskOpened;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskRules;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps the worklist true to the engine: each event of a user task becomes one change of its row. */
@Component
class EngineTasks {

    private final Worklist worklist;
    private final TaskRules rules;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EngineTasks(Worklist worklist, TaskRules rules, People people, ApplicationEventPublisher events, Clock clock) {
        this.worklist = worklist;
        this.rules = rules;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    void created(DelegateTask task) {
        TaskRule rule = rules.of(process(task), task.getTaskDefinitionKey());
        forgetEarlierAnswers(task, rule);
        OpenTask open = openTask(task, rule);
        worklist.opened(open);
        giveToDeputy(task, open);
        events.publishEvent(new TaskOpened(open, text(task, "branch")));
    }

    /** A task of one who is away today begins with the deputy. */
    private void giveToDeputy(DelegateTask task, OpenTask open) {
        if (open.isPersonal()) {
            people.among(open.municipality(), List.of(), List.of(open.namedPerson())).stream()
                    .findFirst()
                    .map(person -> person.username().value())
                    .filter(username -> !username.equals(task.getAssignee()))
                    .ifPresent(task::setAssignee);
        }
    }

    void assigned(DelegateTask task) {
        String assignee = task.getAssignee();
        worklist.assigned(task.getId(), assignee == null ? null : new Username(assignee));
    }

    void updated(DelegateTask task) {
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        worklist.dueChanged(task.getId(), due).map(TaskDueChanged::new).ifPresent(events::publishEvent);
    }

    void ended(DelegateTask task) {
        worklist.closed(task.getId());
        events.publishEvent(new TaskClosed(task.getId()));
    }

    /** A loop brings a task again: the answer of the last round must not pass for this one's. */
    private static void forgetEarlierAnswers(DelegateTask task, TaskRule rule) {
        for (Answer answer : rule.answers()) {
            if (answer.kept() && task.hasVariable(answer.name())) {
                task.setVariable(answer.name(), null);
            }
        }
    }

    private OpenTask openTask(DelegateTask task, TaskRule rule) {
        List<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        Long cycle = (Long) task.getVariable("cycleId");
        String department = text(task, "departmentCode");
        String passed = text(task, "milestone");
        MilestoneKind milestone =
                rule.milestone() == null && passed != null ? MilestoneKind.valueOf(passed) : rule.milestone();
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        return new OpenTask(
                task.getId(),
                new MunicipalityCode(task.getTenantId()),
                cycle == null ? null : new CycleId(cycle),
                text(task, "matter"),
                task.getProcessInstanceId(),
                process(task),
                task.getTaskDefinitionKey(),
                groups,
                department == null ? null : new DepartmentCode(department),
                milestone,
                text(task, "subject"),
                text(task, "body"),
                groups.isEmpty() ? new Username(Objects.requireNonNull(task.getAssignee(), "assignee")) : null,
                clock.instant(),
                due);
    }

    private static @Nullable String text(DelegateTask task, String variable) {
        return (String) task.getVariable(variable);
    }

    private static String process(DelegateTask task) {
        String definition = task.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }
}
