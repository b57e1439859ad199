package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the next level what is late, since when and whose turn it is (domain chapter 2.5, row 2). */
@Component
public class Escalations {

    private final Worklist worklist;
    private final People people;
    private final ReminderSchedule schedule;
    private final Outbox outbox;
    private final Clock clock;

    Escalations(Worklist worklist, People people, ReminderSchedule schedule, Outbox outbox, Clock clock) {
        this.worklist = worklist;
        this.people = people;
        this.schedule = schedule;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Late(OpenTask task, Turn turn, String nextGroup) {}

    /** Tells of every task of the cycle that has been late long enough; the same people hear of the same task once. */
    @Transactional
    public void escalate(CycleId cycle) {
        Instant now = clock.instant();
        List<Late> late = worklist.ofCycle(cycle).stream()
                .map(task -> late(task, Turn.of(task)))
                .filter(found -> schedule.isToBeEscalated(
                        found.turn().role(), found.task().dueAt(), now))
                .toList();
        if (late.isEmpty()) {
            return;
        }
        List<String> groups = late.stream().map(Late::nextGroup).distinct().toList();
        List<Person> recipients = people.inGroups(late.get(0).task().municipality(), groups);
        List<Notification> notifications = new ArrayList<>();
        for (Late found : late) {
            Predicate<Person> told =
                    person -> person.isInGroup(found.nextGroup(), found.task().municipality());
            recipients.stream()
                    .filter(told)
                    .map(person ->
                            TaskNotifications.of(NotificationKind.ESCALATION, found.task(), found.turn(), person, told))
                    .forEach(notifications::add);
        }
        outbox.add(notifications);
    }

    private static Late late(OpenTask task, Turn turn) {
        return new Late(task, turn, turn.nextGroup());
    }
}
