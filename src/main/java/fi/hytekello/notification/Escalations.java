package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those above what is late, since when and whose turn it is, level by level as the reminder policy asks (domain
 * chapter 2.5, row 2). The same people hear of the same task and deadline once.
 */
@Component
public class Escalations {

    private final Worklist worklist;
    private final WatchedTasks watched;
    private final Above above;
    private final ReminderSchedule schedule;
    private final Outbox outbox;
    private final Clock clock;

    Escalations(
            Worklist worklist,
            WatchedTasks watched,
            Above above,
            ReminderSchedule schedule,
            Outbox outbox,
            Clock clock) {
        this.worklist = worklist;
        this.watched = watched;
        this.above = above;
        this.schedule = schedule;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Call(WatchedTasks.Entry entry, Telling telling) {}

    /** Tells of every task of the cycle that has been late long enough. */
    @Transactional
    public void escalate(CycleId cycle) {
        escalate(worklist.ofCycle(cycle));
    }

    /** The same for a matter that belongs to no cycle, such as {@code nomination:12}. */
    @Transactional
    public void escalate(String matter) {
        escalate(worklist.ofMatter(matter));
    }

    /** All of one tenant. */
    private void escalate(List<OpenTask> tasks) {
        List<Call> calls = calls(watched.of(tasks));
        if (calls.isEmpty()) {
            return;
        }
        Above.Directory directory = above.of(
                calls.get(0).entry().task().municipality(),
                calls.stream().map(call -> call.entry().turn()).toList());
        List<Notification> notifications = new ArrayList<>();
        for (Call call : calls) {
            Above.Superiors superiors =
                    directory.superiors(call.entry().turn(), call.telling().audience());
            superiors.people().stream()
                    .map(person -> TaskNotifications.of(
                            call.telling(), call.entry(), 1, superiors.vacant(), person, superiors.own()))
                    .forEach(notifications::add);
        }
        outbox.add(notifications);
    }

    /**
     * A task of which those above have been told.
     *
     * @param since day on which they were told first, Europe/Helsinki
     * @param told all who were
     */
    public record Standing(OpenTask task, LocalDate since, List<Username> told) {}

    /** The escalated tasks of a cycle that are still open, at their present deadlines, in the order of the deadlines. */
    public List<Standing> standing(CycleId cycle) {
        List<Standing> standing = new ArrayList<>();
        for (WatchedTasks.Entry entry : watched.of(worklist.ofCycle(cycle))) {
            List<Tellings.Made> made = entry.made().stream()
                    .filter(one -> one.audience() != Audience.HOLDER)
                    .toList();
            if (!made.isEmpty()) {
                List<Username> told = made.stream()
                        .flatMap(one -> one.recipients().stream())
                        .distinct()
                        .toList();
                standing.add(new Standing(entry.task(), made.get(0).on(), told));
            }
        }
        return standing;
    }

    private List<Call> calls(List<WatchedTasks.Entry> entries) {
        Instant now = clock.instant();
        List<Course> courses = schedule.courses(
                entries.stream().map(WatchedTasks.Entry::watched).toList());
        List<Call> calls = new ArrayList<>();
        for (int n = 0; n < courses.size(); n++) {
            WatchedTasks.Entry entry = entries.get(n);
            courses.get(n).now(now).stream()
                    .filter(telling -> !telling.isTo(Audience.HOLDER))
                    .map(telling -> new Call(entry, telling))
                    .forEach(calls::add);
        }
        return calls;
    }
}
