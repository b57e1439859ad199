package fi.hytekello.notification;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.DecisionMade;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskClosed;
import fi.hytekello.worklist.TaskKind;
import fi.hytekello.worklist.TaskOpened;
import fi.hytekello.worklist.TaskRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people what has come to them and what was decided, in the transaction in which it happened. */
@Component
class Notices {

    private final People people;
    private final Cycles cycles;
    private final Municipalities municipalities;
    private final TaskRules rules;
    private final SendTimes sendTimes;
    private final Outbox outbox;

    Notices(
            People people,
            Cycles cycles,
            Municipalities municipalities,
            TaskRules rules,
            SendTimes sendTimes,
            Outbox outbox) {
        this.rules = rules;
        this.sendTimes = sendTimes;
        this.people = people;
        this.cycles = cycles;
        this.municipalities = municipalities;
        this.outbox = outbox;
    }

    @EventListener
    void taskOpened(TaskOpened event) {
        OpenTask task = event.task();
        Turn turn = Turn.of(task);
        TaskKind kind = rules.of(task).kind();
        Urgency urgency = sendTimes.urgency(NotificationKind.TASK_NOTICE, kind, task.dueAt());
        outbox.add(people.among(task.municipality(), turn.groups(), turn.named()).stream()
                .map(person -> TaskNotifications.notice(task, kind, turn, urgency, person))
                .toList());
    }

    @EventListener
    void taskClosed(TaskClosed event) {
        outbox.withdrawTask(event.taskId());
    }

    /** The one who recorded the decision knows it already. */
    @EventListener
    void decisionMade(DecisionMade event) {
        Decision decision = event.decision();
        Cycle cycle = cycles.get(decision.cycle());
        boolean returned = decision.outcome() == Outcome.RETURNED;
        NotificationKind kind = returned ? NotificationKind.RETURNED : NotificationKind.DECISION_MADE;
        List<String> groups = returned ? thoseWhoMustAct(decision) : thoseWhoMustKnow(decision, cycle);
        outbox.add(people.inGroups(cycle.municipality(), groups).stream()
                .filter(person -> !person.username().equals(decision.recordedBy()))
                .map(person -> new Notification(
                        person,
                        cycle.municipality(),
                        cycle.id(),
                        kind,
                        "decision:" + decision.id(),
                        null,
                        null,
                        payload(decision, person, cycle.municipality(), groups)))
                .toList());
    }

    private static List<String> thoseWhoMustAct(Decision decision) {
        return switch (decision.subject()) {
            case CYCLE, BROAD_START, WELFARE_REPORT, FOLLOW_UP -> List.of(Role.COORDINATOR.group(null));
            case PROPOSALS -> departmentOf(decision);
            case BUDGET -> List.of(Role.MANAGER.group(null), Role.FINANCE.group(null));
        };
    }

    private List<String> thoseWhoMustKnow(Decision decision, Cycle cycle) {
        List<String> groups = new ArrayList<>();
        groups.add(Role.COORDINATOR.group(null));
        if (decision.department() != null) {
            groups.addAll(departmentOf(decision));
        }
        if (decision.decidedBy().isElectedBody()) {
            groups.add(Role.MANAGER.group(null));
        }
        if (decision.subject() == Subject.BUDGET) {
            // What was left out and why concerns every department; the page that the mail leads to tells it.
            municipalities.departments(cycle.municipality()).stream()
                    .map(department -> Role.DEPARTMENT.group(department.code()))
                    .forEach(groups::add);
        }
        return groups;
    }

    /** Proposals returned as a whole go to the coordinator, who knows whom to ask. */
    private static List<String> departmentOf(Decision decision) {
        DepartmentCode department = decision.department();
        return List.of(department == null ? Role.COORDINATOR.group(null) : Role.DEPARTMENT.group(department));
    }

    private static Map<String, String> payload(
            Decision decision, Person recipient, MunicipalityCode municipality, List<String> groups) {
        Map<String, String> payload = new HashMap<>(Notification.asDeputy(
                recipient, person -> groups.stream().anyMatch(group -> person.isInGroup(group, municipality))));
        payload.put("decision", Long.toString(decision.id()));
        if (decision.department() != null) {
            payload.put("department", decision.department().value());
        }
        return payload;
    }
}
