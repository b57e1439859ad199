package fi.hytekello.notification;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.notification.Watched.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The course that telling about one task takes under one version of the policy, morning by morning. */
final class Course {

    /** The policy is asked about this many days before a deadline, and this many after it or after today. */
    private static final int LEAD_DAYS = 30;

    static final int HORIZON_DAYS = 60;

    private final ReminderPolicy.Table table;
    private final BusinessDays businessDays;
    private final Mornings mornings;
    private final Watched task;
    private final LocalDate due;
    private final List<Told> told;

    Course(ReminderPolicy.Table table, BusinessDays businessDays, Mornings mornings, Watched task) {
        this.table = table;
        this.businessDays = businessDays;
        this.mornings = mornings;
        this.task = task;
        this.due = task.dueOn();
        this.told = new ArrayList<>(coveredByItsNotice());
        told.addAll(task.told());
    }

    private Course(Course other) {
        this.table = other.table;
        this.businessDays = other.businessDays;
        this.mornings = other.mornings;
        this.task = other.task;
        this.due = other.due;
        this.told = new ArrayList<>(other.told);
    }

    /** What is to be told now; the same all day long, whatever of it has been told today. */
    List<Telling> now(Instant now) {
        LocalDate day = mornings.lastTimersBy(now);
        boolean justMissed = now.isAfter(task.dueAt()) && !due.isBefore(day);
        return justMissed ? List.of() : on(day);
    }

    /** The first telling of this sort on a morning after now, if all goes on as it is. */
    Optional<Coming> next(Instant now, Predicate<Telling> wanted) {
        return new Course(this).go(now, wanted);
    }

    private Optional<Coming> go(Instant now, Predicate<Telling> wanted) {
        LocalDate today = mornings.lastTimersBy(now);
        note(now(now), today);
        LocalDate begin = due.minusDays(LEAD_DAYS);
        LocalDate end = (due.isAfter(today) ? due : today).plusDays(HORIZON_DAYS);
        LocalDate day = businessDays.plus(begin.isAfter(today) ? begin : today, 1);
        for (; !day.isAfter(end); day = businessDays.plus(day, 1)) {
            List<Telling> tellings = on(day);
            for (Telling telling : tellings) {
                if (wanted.test(telling) && !isUnderWay(telling, day)) {
                    return Optional.of(new Coming(telling, mornings.timersOf(day)));
                }
            }
            note(tellings, day);
        }
        return Optional.empty();
    }

    /** How often those whose turn it is were told of their lateness before this moment's morning. */
    int timesToldLate(Instant now) {
        return earlier(mornings.lastTimersBy(now), true).size();
    }

    /** A person to whom the task came when a reminder was already called for had its notice instead. */
    private List<Told> coveredByItsNotice() {
        LocalDate opened = mornings.lastTimersBy(task.openedAt());
        if (due.isBefore(opened)) {
            return List.of();
        }
        return table.tellings(new Situation(task.kind(), task.role(), daysLeft(opened), 0, null)).stream()
                .filter(telling -> telling.isTo(Audience.HOLDER))
                .map(telling -> new Told(telling.notice(), Audience.HOLDER, opened.minusDays(1)))
                .toList();
    }

    private List<Telling> on(LocalDate day) {
        int daysLeft = daysLeft(day);
        List<Told> times = earlier(day, daysLeft < 0);
        Integer since = times.stream()
                .map(Told::on)
                .max(LocalDate::compareTo)
                .map(last -> (int) ChronoUnit.DAYS.between(last, day))
                .orElse(null);
        return table.tellings(new Situation(task.kind(), task.role(), daysLeft, times.size(), since)).stream()
                .filter(telling -> telling.notice().isRepeated() || !wasTold(telling, day))
                .toList();
    }

    private List<Told> earlier(LocalDate day, boolean late) {
        return told.stream()
                .filter(one -> one.audience() == Audience.HOLDER)
                .filter(one -> one.on().isBefore(day) && one.notice().isOfLateness() == late)
                .toList();
    }

    private boolean wasTold(Telling telling, LocalDate day) {
        return told.stream()
                .anyMatch(one -> one.on().isBefore(day)
                        && one.notice() == telling.notice()
                        && one.audience() == telling.audience());
    }

    /** Its mail is written and waits for its time. */
    private boolean isUnderWay(Telling telling, LocalDate day) {
        return told.stream()
                .anyMatch(one -> !one.on().isBefore(day)
                        && one.notice() == telling.notice()
                        && one.audience() == telling.audience());
    }

    private void note(List<Telling> tellings, LocalDate day) {
        tellings.stream()
                .map(telling -> new Told(telling.notice(), telling.audience(), day))
                .filter(one -> !told.contains(one))
                .forEach(told::add);
    }

    private int daysLeft(LocalDate day) {
        if (due.isBefore(day)) {
            return (int) ChronoUnit.DAYS.between(day, due);
        }
        LocalDate lastBeforeWork = businessDays.next(day.plusDays(1)).minusDays(1);
        return (int) Math.max(0, ChronoUnit.DAYS.between(lastBeforeWork, due));
    }
}
