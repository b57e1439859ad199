package fi.hytekello.cycle;

import fi.hytekello.calendar.DeadlineKind;
import fi.hytekello.calendar.Finland;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that is not yet done, moved by the same number of days.
 *
 * @param stay steps that keep their day though they are not done, and why
 */
public record CalendarShift(NewDates dates, List<Stay> stay) {

    private static final int LONGEST = 366;

    /** Why a step keeps its day. */
    public enum Why {
        /** An act fixes it. */
        LAW,
        /** It is late, and the same move would leave it in the past. */
        STILL_LATE
    }

    /** A step that keeps its day. */
    public record Stay(MilestoneKind kind, Why why) {}

    public CalendarShift {
        stay = List.copyOf(stay);
    }

    /**
     * @param days calendar days; negative ones bring the dates forward
     * @throws InvalidInput when it is none, or more than a year
     */
    static CalendarShift by(int days, List<YearClock.Step> steps, Instant now) {
        if (days == 0 || days < -LONGEST || days > LONGEST) {
            throw new InvalidInput("shift", "problem.deadline.shift", LONGEST);
        }
        LocalDate today = LocalDate.ofInstant(now, Finland.ZONE);
        Map<MilestoneKind, LocalDate> due = new EnumMap<>(MilestoneKind.class);
        Map<MilestoneKind, LocalDate> opens = new EnumMap<>(MilestoneKind.class);
        List<Stay> stay = new ArrayList<>();
        for (YearClock.Step step : steps) {
            Milestone milestone = step.milestone();
            if (step.isOver(now)) {
                continue;
            }
            LocalDate opening = milestone.opensOn();
            if (opening != null && step.isToOpen() && !opening.isBefore(today)) {
                opens.put(milestone.kind(), opening.plusDays(days));
            }
            LocalDate planned = milestone.plannedOn().plusDays(days);
            if (milestone.deadlineKind() == DeadlineKind.STATUTORY_FIXED) {
                stay.add(new Stay(milestone.kind(), Why.LAW));
            } else if (!milestone.dueAt().isAfter(now) && planned.isBefore(today)) {
                stay.add(new Stay(milestone.kind(), Why.STILL_LATE));
            } else {
                due.put(milestone.kind(), planned);
            }
        }
        return new CalendarShift(new NewDates(due, opens), stay);
    }
}
