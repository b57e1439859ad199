package fi.hytekello.worklist.process;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.worklist.Answer;
import fi.hytekello.worklist.Answers;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskClosed;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskRules;
import fi.hytekello.worklist.TaskSubmission;
import fi.hytekello.worklist.Worklist;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The engine checks neither who completes a task nor what is sent along. This does, for every user task and every
 * way of completing: the person, the declared answers and nothing else, and the domain's own rules.
 */
@Component
class CompletionGuard {

    private final Worklist worklist;
    private final TaskRules rules;
    private final People people;
    private final StoredVariables stored;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CompletionGuard(
            Worklist worklist,
            TaskRules rules,
            People people,
            StoredVariables stored,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.worklist = worklist;
        this.rules = rules;
        this.people = people;
        this.stored = stored;
        this.audit = audit;
        this.events = events;
    }

    void completing(DelegateTask task, Optional<Authentication> signedIn) {
        OpenTask open = worklist.find(task.getId()).orElseThrow(() -> new Conflict("problem.task.gone"));
        Person person = authorised(open, signedIn);
        TaskRule rule = rules.of(open);
        Map<String, Object> visible = task.getVariables();
        refuseForeign(open, rule, visible);
        Answers answers = rule.read(visible);
        // Before the domain acts: what it does to open tasks is no longer for this one.
        worklist.closed(open.id());
        rule.completion().accept(new TaskSubmission(open, person, answers));
        keepOnlyAnswers(task, rule, answers, visible);
        Map<String, Object> details = kept(rule, answers);
        open.deputyFor(person)
                .ifPresent(deputyship ->
                        details.put("deputyFor", deputyship.absent().username().value()));
        events.publishEvent(new TaskClosed(open.id()));
        if (open.matter() != null) {
            details.put("matter", open.matter());
        }
        CycleId cycle = open.cycleOrNull();
        audit.record(
                open.municipality(), cycle == null ? null : cycle.value(), "task.completed", open.nameKey(), details);
    }

    /**
     * A claim hands the task to the claimer only: nobody takes or gives it for somebody else. A named person's task
     * stays with that person or the deputy.
     */
    void claiming(DelegateTask task, Optional<Authentication> signedIn) {
        String assignee = task.getAssignee();
        if (signedIn.isEmpty()) {
            return;
        }
        OpenTask open = worklist.find(task.getId()).orElseThrow(() -> new Conflict("problem.task.gone"));
        if (open.isPersonal()) {
            if (assignee == null || !open.isFor(person(assignee))) {
                throw new Refused("problem.task.personal");
            }
            return;
        }
        if (assignee == null) {
            return;
        }
        Person person = person(signedIn.get().getUserId());
        if (!assignee.equals(person.username().value()) || !open.isFor(person)) {
            throw new Refused("problem.task.foreign");
        }
    }

    private Person authorised(OpenTask open, Optional<Authentication> signedIn) {
        Person person = person(
                signedIn.orElseThrow(() -> new Refused("problem.task.foreign")).getUserId());
        if (!open.isFor(person)) {
            throw new Refused("problem.task.foreign");
        }
        if (!open.canBeCompletedBy(person)) {
            throw new Refused("problem.task.claimed");
        }
        return person;
    }

    private Person person(String username) {
        return people.find(new Username(username)).orElseThrow(() -> new Refused("problem.task.foreign"));
    }

    private void refuseForeign(OpenTask open, TaskRule rule, Map<String, Object> visible) {
        Map<String, Object> others = new HashMap<>(visible);
        rule.answers().forEach(answer -> others.remove(answer.name()));
        List<String> foreign = stored.changed(open.processInstance(), others);
        if (!foreign.isEmpty()) {
            throw new InvalidInput(foreign.get(0), "problem.answer.foreign");
        }
    }

    private static void keepOnlyAnswers(
            DelegateTask task, TaskRule rule, Answers answers, Map<String, Object> visible) {
        for (Answer answer : rule.answers()) {
            if (answer.kept()) {
                task.setVariable(answer.name(), answers.value(answer.name()));
            } else if (visible.containsKey(answer.name())) {
                task.removeVariable(answer.name());
            }
        }
    }

    private static Map<String, Object> kept(TaskRule rule, Answers answers) {
        Map<String, Object> kept = new HashMap<>();
        for (Answer answer : rule.answers()) {
            Object value = answers.value(answer.name());
            if (answer.kept() && value != null) {
                kept.put(answer.name(), value);
            }
        }
        return kept;
    }
}
