package fi.hytekello.demo.simulation;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When somebody gets to a task.
 *
 * @param days working days after it came, or calendar days before or after its deadline
 */
record Timing(From from, int days) {

    enum From {
        OPENING,
        BEFORE_DUE,
        AFTER_DUE
    }

    private static final LocalTime OFFICE_HOUR = LocalTime.of(10, 0);

    static Timing afterOpening(int workingDays) {
        return new Timing(From.OPENING, workingDays);
    }

    static Timing beforeDue(int days) {
        return new Timing(From.BEFORE_DUE, days);
    }

    /** The late ones: reminders and the news of lateness have reached them. */
    static Timing afterDue(int days) {
        return new Timing(From.AFTER_DUE, days);
    }

    /** Ten o'clock of a working day, never before the task has come. */
    Instant of(OpenTask task, BusinessDays businessDays) {
        LocalDate opened = LocalDate.ofInstant(task.openedAt(), Finland.ZONE);
        Instant due = task.dueAt();
        LocalDate deadline = due == null ? opened.plusWeeks(1) : LocalDate.ofInstant(due, Finland.ZONE);
        LocalDate day = switch (from) {
            case OPENING -> businessDays.plus(opened, days);
            case BEFORE_DUE -> businessDays.previous(deadline.minusDays(days));
            case AFTER_DUE -> businessDays.next(deadline.plusDays(days));
        };
        Instant planned = day.atTime(OFFICE_HOUR).atZone(Finland.ZONE).toInstant();
        return planned.isBefore(task.openedAt()) ? task.openedAt() : planned;
    }
}
