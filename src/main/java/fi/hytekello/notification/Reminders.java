package fi.hytekello.notification;

import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells those whose turn it is that a deadline is near or missed. Each person is told each thing once. */
@Component
public class Reminders {

    private final Worklist worklist;
    private final People people;
    private final Milestones milestones;
    private final ReminderSchedule schedule;
    private final Outbox outbox;
    private final Clock clock;

    Reminders(
            Worklist worklist,
            People people,
            Milestones milestones,
            ReminderSchedule schedule,
            Outbox outbox,
            Clock clock) {
        this.worklist = worklist;
        this.people = people;
        this.milestones = milestones;
        this.schedule = schedule;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Call(OpenTask task, Turn turn, NotificationKind kind) {}

    /** Reminds of every open task of this process instance whose time has come. */
    @Transactional
    public void remind(String processInstance) {
        tell(callsFor(worklist.ofInstance(processInstance)));
    }

    /** Tells of the missed deadlines of this process instance and notes their milestones as late. */
    @Transactional
    public void tellOverdue(String processInstance) {
        List<Call> overdue = callsFor(worklist.ofInstance(processInstance)).stream()
                .filter(call -> call.kind() == NotificationKind.OVERDUE)
                .toList();
        if (overdue.isEmpty()) {
            return;
        }
        tell(overdue);
        List<MilestoneKind> late = overdue.stream()
                .map(call -> call.task().milestone())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        milestones.markLate(overdue.get(0).task().cycle(), late);
    }

    private List<Call> callsFor(List<OpenTask> tasks) {
        Instant now = clock.instant();
        return tasks.stream()
                .flatMap(task -> {
                    Turn turn = Turn.of(task);
                    return schedule.due(turn.role(), task.openedAt(), task.dueAt(), now).stream()
                            .map(kind -> new Call(task, turn, kind));
                })
                .toList();
    }

    private void tell(List<Call> calls) {
        if (calls.isEmpty()) {
            return;
        }
        List<String> groups = calls.stream()
                .flatMap(call -> call.turn().groups().stream())
                .distinct()
                .toList();
        List<Username> named = calls.stream()
                .flatMap(call -> call.turn().named().stream())
                .distinct()
                .toList();
        List<Person> recipients = people.among(calls.get(0).task().municipality(), groups, named);
        List<Notification> notifications = new ArrayList<>();
        for (Call call : calls) {
            recipients.stream()
                    .filter(call.turn()::isOf)
                    .map(person -> TaskNotifications.of(call.kind(), call.task(), call.turn(), person))
                    .forEach(notifications::add);
        }
        outbox.add(notifications);
    }
}
