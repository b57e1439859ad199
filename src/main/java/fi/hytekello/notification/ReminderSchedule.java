package fi.hytekello.notification;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * When a phase's timers have something to tell: on working-day mornings, found by asking the reminder policy for each
 * of them. So the policy alone decides; what would fall on a free day is told on the working day before it while the
 * deadline is ahead, on the one after it once it is missed.
 */
@Component
class ReminderSchedule {

    private final ReminderPolicy policy;
    private final BusinessDays businessDays;
    private final Mornings mornings;

    ReminderSchedule(ReminderPolicy policy, BusinessDays businessDays, Mornings mornings) {
        this.policy = policy;
        this.businessDays = businessDays;
        this.mornings = mornings;
    }

    /** The policy as it is now. */
    ReminderPolicy.Table table() {
        return policy.newest();
    }

    /** How telling about a task goes on under this policy. */
    Course course(ReminderPolicy.Table table, Watched task) {
        return new Course(table, businessDays, mornings, task);
    }

    /** The same for some tasks, under the policy as it is now. */
    List<Course> courses(Collection<Watched> tasks) {
        ReminderPolicy.Table table = table();
        return tasks.stream().map(task -> course(table, task)).toList();
    }

    /** The next moment after {@code now} to tell somebody whose turn it is; in a week where there is none. */
    Instant nextReminder(Collection<Watched> tasks, Instant now) {
        return first(coming(tasks, now, telling -> telling.isTo(Audience.HOLDER)), now);
    }

    /** The next moment after {@code now} to find a deadline missed or to tell those above; in a week where there is none. */
    Instant nextOverdue(Collection<Watched> tasks, Instant now) {
        Stream<Instant> missed = tasks.stream()
                .map(task -> mornings.timersOf(businessDays.plus(task.dueOn(), 1)))
                .filter(morning -> morning.isAfter(now));
        return first(Stream.concat(missed, coming(tasks, now, telling -> !telling.isTo(Audience.HOLDER))), now);
    }

    /** Days after the deadline on which the next level hears of such a task; none where it never does. */
    OptionalInt escalationDays(TaskKind kind, Role role) {
        ReminderPolicy.Table table = table();
        return IntStream.rangeClosed(1, Course.HORIZON_DAYS)
                .filter(days -> table.tellings(new Situation(kind, role, -days, 1, days - 1)).stream()
                        .anyMatch(telling -> telling.isTo(Audience.NEXT_LEVEL)))
                .findFirst();
    }

    private Stream<Instant> coming(Collection<Watched> tasks, Instant now, Predicate<Telling> wanted) {
        return courses(tasks).stream()
                .flatMap(course -> course.next(now, wanted).stream())
                .map(Coming::at);
    }

    private Instant first(Stream<Instant> moments, Instant now) {
        LocalDate inAWeek = LocalDate.ofInstant(now, Finland.ZONE).plusWeeks(1);
        return moments.min(Instant::compareTo).orElseGet(() -> mornings.timersOf(businessDays.next(inAWeek)));
    }
}
