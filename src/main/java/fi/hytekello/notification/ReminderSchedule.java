package fi.hytekello.notification;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.municipality.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a phase's timers have something to tell: working-day mornings at 08:00 Helsinki time. A reminder that falls on a
 * free day is sent on the working day before it, the news of lateness on the one after it.
 */
@Component
public class ReminderSchedule {

    private final ReminderPolicy policy;
    private final BusinessDays businessDays;
    private final Mornings mornings;

    ReminderSchedule(ReminderPolicy policy, BusinessDays businessDays, Mornings mornings) {
        this.policy = policy;
        this.businessDays = businessDays;
        this.mornings = mornings;
    }

    /** The next moment after {@code now} to remind somebody of any of these due times; weekly after the last. */
    public Instant nextReminder(Collection<Instant> dueTimes, Instant now) {
        return next(
                dueTimes,
                now,
                due -> everyTimes()
                        .flatMap(times -> Stream.of(first(times, due), last(times, due), overdue(times, due))));
    }

    /** The next moment after {@code now} at which one of these due times is found missed; weekly after the last. */
    public Instant nextOverdue(Collection<Instant> dueTimes, Instant now) {
        return next(
                dueTimes,
                now,
                due -> everyTimes().flatMap(times -> Stream.of(overdue(times, due), escalation(times, due))));
    }

    /**
     * What the holders of a role are due to be told about a task by now. Somebody to whom it came within a reminder's
     * window had its notice instead.
     */
    Optional<NotificationKind> due(Role role, Instant openedAt, @Nullable Instant dueAt, Instant now) {
        if (dueAt == null) {
            return Optional.empty();
        }
        ReminderTimes times = policy.timesOf(role);
        LocalDate day = LocalDate.ofInstant(dueAt, Finland.ZONE);
        if (!now.isBefore(overdue(times, day))) {
            return Optional.of(NotificationKind.OVERDUE);
        }
        if (now.isAfter(dueAt)) {
            return Optional.empty();
        }
        if (!now.isBefore(last(times, day))) {
            return Optional.of(NotificationKind.LAST_REMINDER).filter(kind -> openedAt.isBefore(last(times, day)));
        }
        if (!now.isBefore(first(times, day))) {
            return Optional.of(NotificationKind.FIRST_REMINDER).filter(kind -> openedAt.isBefore(first(times, day)));
        }
        return Optional.empty();
    }

    /** True when the task of this role's holders is so late that the next level is told. */
    boolean isToBeEscalated(Role role, @Nullable Instant dueAt, Instant now) {
        return dueAt != null
                && !now.isBefore(escalation(policy.timesOf(role), LocalDate.ofInstant(dueAt, Finland.ZONE)));
    }

    private Instant next(Collection<Instant> dueTimes, Instant now, Function<LocalDate, Stream<Instant>> moments) {
        return dueTimes.stream()
                .map(due -> LocalDate.ofInstant(due, Finland.ZONE))
                .distinct()
                .flatMap(moments)
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElseGet(
                        () -> onOrAfter(LocalDate.ofInstant(now, Finland.ZONE).plusWeeks(1)));
    }

    /** A timer serves the tasks of all roles: it wakes for each of them, and {@link #due} says whose time has come. */
    private Stream<ReminderTimes> everyTimes() {
        return List.of(Role.values()).stream().map(policy::timesOf).distinct();
    }

    private Instant first(ReminderTimes times, LocalDate due) {
        return onOrBefore(due.minusDays(times.firstReminderDays()));
    }

    private Instant last(ReminderTimes times, LocalDate due) {
        return onOrBefore(due.minusDays(times.lastReminderDays()));
    }

    private Instant overdue(ReminderTimes times, LocalDate due) {
        return onOrAfter(due.plusDays(times.overdueDays()));
    }

    private Instant escalation(ReminderTimes times, LocalDate due) {
        return onOrAfter(due.plusDays(times.escalationDays()));
    }

    private Instant onOrBefore(LocalDate day) {
        return mornings.of(businessDays.previous(day));
    }

    private Instant onOrAfter(LocalDate day) {
        return mornings.of(businessDays.next(day));
    }
}
