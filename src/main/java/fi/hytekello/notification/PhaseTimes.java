package fi.hytekello.notification;

import fi.hytekello.calendar.Mornings;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.TaskRules;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * When the two timers of a phase fire next: for the tasks that are open in it, and for those that may still come, whose
 * holders nobody knows yet.
 */
@Component
public class PhaseTimes {

    private final Worklist worklist;
    private final TaskRules rules;
    private final WatchedTasks watched;
    private final ReminderSchedule schedule;
    private final Mornings mornings;
    private final Clock clock;

    PhaseTimes(
            Worklist worklist,
            TaskRules rules,
            WatchedTasks watched,
            ReminderSchedule schedule,
            Mornings mornings,
            Clock clock) {
        this.mornings = mornings;
        this.worklist = worklist;
        this.rules = rules;
        this.watched = watched;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * A task that a phase may bring.
     *
     * @param groups candidate groups as the model has them, their departments perhaps still unknown; none where it is
     *     one named person's
     */
    public record ToCome(String process, String task, List<String> groups) {

        Role turn() {
            return Turn.roleOf(groups);
        }
    }

    /**
     * The next moment to remind somebody.
     *
     * @param toCome what kinds of tasks the phase has, and whose they are
     * @param due when work in the phase that begins now is due
     */
    public Instant nextReminder(String processInstance, Collection<ToCome> toCome, Instant due) {
        Instant now = clock.instant();
        return schedule.nextReminder(tasks(processInstance, toCome, due, now), now);
    }

    /** The next moment to look whether something is late and whom to tell; parameters as for reminders. */
    public Instant nextOverdue(String processInstance, Collection<ToCome> toCome, Instant due) {
        Instant now = clock.instant();
        return schedule.nextOverdue(tasks(processInstance, toCome, due, now), now);
    }

    /**
     * The next moment to remind somebody of a task that a process has open, by the tasks' own deadlines; the next
     * morning where it has none yet.
     */
    public Instant nextReminder(String processInstance) {
        return next(processInstance, schedule::nextReminder);
    }

    /** The next moment to look whether an open task is late and whom to tell; likewise. */
    public Instant nextOverdue(String processInstance) {
        return next(processInstance, schedule::nextOverdue);
    }

    private Instant next(String processInstance, BiFunction<Collection<Watched>, Instant, Instant> moment) {
        Instant now = clock.instant();
        List<Watched> open = open(processInstance).toList();
        return open.isEmpty() ? mornings.nextTimersAfter(now) : moment.apply(open, now);
    }

    private Stream<Watched> open(String processInstance) {
        return watched.of(worklist.ofInstance(processInstance)).stream().map(WatchedTasks.Entry::watched);
    }

    private List<Watched> tasks(String processInstance, Collection<ToCome> toCome, Instant due, Instant now) {
        Stream<Watched> later = toCome.stream()
                .distinct()
                .map(task ->
                        new Watched(rules.of(task.process(), task.task()).kind(), task.turn(), now, due, List.of()))
                .distinct();
        return Stream.concat(open(processInstance), later).toList();
    }
}
