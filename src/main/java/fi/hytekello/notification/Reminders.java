package fi.hytekello.notification;

import fi.hytekello.calendar.Mornings;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those whose turn it is that a deadline is near or missed, as the reminder policy asks. Each person is told each
 * thing once of a task and its deadline, and once a week of being late still.
 */
@Component
public class Reminders {

    private final Worklist worklist;
    private final WatchedTasks watched;
    private final People people;
    private final Above above;
    private final Milestones milestones;
    private final ReminderSchedule schedule;
    private final Mornings mornings;
    private final Outbox outbox;
    private final Clock clock;

    Reminders(
            Worklist worklist,
            WatchedTasks watched,
            People people,
            Above above,
            Milestones milestones,
            ReminderSchedule schedule,
            Mornings mornings,
            Outbox outbox,
            Clock clock) {
        this.worklist = worklist;
        this.watched = watched;
        this.people = people;
        this.above = above;
        this.milestones = milestones;
        this.schedule = schedule;
        this.mornings = mornings;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Call(WatchedTasks.Entry entry, Telling telling, int time) {}

    /** Tells of every open task of this process instance whose time has come. */
    @Transactional
    public void remind(String processInstance) {
        tell(watched.of(worklist.ofInstance(processInstance)), telling -> true);
    }

    /** Tells of the missed deadlines of this process instance and notes their milestones, if any, as late. */
    @Transactional
    public void tellOverdue(String processInstance) {
        List<WatchedTasks.Entry> late = watched.of(worklist.ofInstance(processInstance)).stream()
                .filter(this::isLate)
                .toList();
        if (late.isEmpty()) {
            return;
        }
        tell(late, telling -> telling.notice().isOfLateness());
        List<MilestoneKind> steps = late.stream()
                .map(entry -> entry.task().milestone())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!steps.isEmpty()) {
            milestones.markLate(late.get(0).task().cycle(), steps);
        }
    }

    /** Late from the morning after the deadline, working day or not. */
    private boolean isLate(WatchedTasks.Entry entry) {
        return entry.watched().dueOn().isBefore(mornings.lastTimersBy(clock.instant()));
    }

    private void tell(List<WatchedTasks.Entry> entries, Predicate<Telling> wanted) {
        List<Call> calls = calls(entries, wanted);
        if (calls.isEmpty()) {
            return;
        }
        List<Person> recipients = recipients(calls);
        Above.Directory directory = above.of(
                calls.get(0).entry().task().municipality(),
                calls.stream().map(call -> call.entry().turn()).toList());
        List<Notification> notifications = new ArrayList<>();
        for (Call call : calls) {
            Turn turn = call.entry().turn();
            Above.Superiors next = directory.superiors(turn, Audience.NEXT_LEVEL);
            recipients.stream()
                    .filter(turn::isOf)
                    .map(person -> TaskNotifications.reminder(call.telling(), call.entry(), call.time(), next, person))
                    .forEach(notifications::add);
        }
        outbox.add(notifications);
    }

    private List<Call> calls(List<WatchedTasks.Entry> entries, Predicate<Telling> wanted) {
        Instant now = clock.instant();
        List<Course> courses = schedule.courses(
                entries.stream().map(WatchedTasks.Entry::watched).toList());
        List<Call> calls = new ArrayList<>();
        for (int n = 0; n < courses.size(); n++) {
            Course course = courses.get(n);
            WatchedTasks.Entry entry = entries.get(n);
            course.now(now).stream()
                    .filter(telling -> telling.isTo(Audience.HOLDER))
                    .filter(wanted)
                    .map(telling -> new Call(entry, telling, course.timesToldLate(now) + 1))
                    .forEach(calls::add);
        }
        return calls;
    }

    private List<Person> recipients(List<Call> calls) {
        List<String> groups = calls.stream()
                .flatMap(call -> call.entry().turn().groups().stream())
                .distinct()
                .toList();
        List<Username> named = calls.stream()
                .flatMap(call -> call.entry().turn().named().stream())
                .distinct()
                .toList();
        return people.among(calls.get(0).entry().task().municipality(), groups, named);
    }
}
