package fi.hytekello.cycle;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Moves steps of a year, and the work under way with them; in the caller's transaction. */
@Component
class CalendarMoves {

    private final Milestones milestones;
    private final Municipalities municipalities;
    private final YearClock yearClock;
    private final DeadlineCheck check;
    private final DeadlineTable table;
    private final RunningWork work;
    private final BusinessDays businessDays;
    private final Clock clock;

    CalendarMoves(
            Milestones milestones,
            Municipalities municipalities,
            YearClock yearClock,
            DeadlineCheck check,
            DeadlineTable table,
            RunningWork work,
            BusinessDays businessDays,
            Clock clock) {
        this.milestones = milestones;
        this.municipalities = municipalities;
        this.yearClock = yearClock;
        this.check = check;
        this.table = table;
        this.work = work;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** What these dates change in the cycle's calendar. */
    List<Moved> of(Cycle cycle, NewDates dates) {
        LocalTime closes = municipalities.get(cycle.municipality()).officeCloses();
        return dates.in(milestones.of(cycle.id()), businessDays, closes);
    }

    /** @throws InvalidInput when there is nothing to move, or a step must not move like this */
    CalendarEffect makeInRunningYear(Cycle cycle, List<Moved> moved) {
        if (moved.isEmpty()) {
            throw new InvalidInput("calendar", "problem.deadline.nothing");
        }
        List<YearClock.Step> steps = yearClock.steps(cycle);
        Map<MilestoneKind, YearClock.Step> byKind =
                steps.stream().collect(toMap(step -> step.milestone().kind(), step -> step));
        for (Moved one : moved) {
            check.standing(one, Objects.requireNonNull(byKind.get(one.kind())));
            check.dates(cycle, one);
        }
        return make(cycle, moved).with(warnings(cycle, steps).found());
    }

    /** The dates are checked. */
    CalendarEffect make(Cycle cycle, List<Moved> moved) {
        table.replan(cycle, moved);
        RunningWork.Followed followed = work.follow(cycle, moved);
        return new CalendarEffect(
                moved.stream().map(Moved::told).toList(), followed.tasks(), followed.timers(), List.of());
    }

    private DeadlineWarnings warnings(Cycle cycle, List<YearClock.Step> before) {
        Instant now = clock.instant();
        return new DeadlineWarnings(
                before.stream().map(YearClock.Step::milestone).toList(),
                milestones.of(cycle.id()),
                before.stream()
                        .filter(step -> step.isOver(now))
                        .map(step -> step.milestone().kind())
                        .collect(toSet()),
                yearClock.today(),
                businessDays);
    }
}
