package fi.hytekello.cycle;

import static java.util.stream.Collectors.toMap;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes dates of a year under way. Milestones, open tasks and waiting timers move in one transaction; the people
 * concerned are told by who listens to {@link DeadlinesChanged}.
 */
@Service
public class DeadlineChanges {

    private static final int LONGEST_REASON = 2000;

    private final Cycles cycles;
    private final YearClock yearClock;
    private final CalendarMoves calendar;
    private final DeadlineCheck check;
    private final DeadlineTable table;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadlineChanges(
            Cycles cycles,
            YearClock yearClock,
            CalendarMoves calendar,
            DeadlineCheck check,
            DeadlineTable table,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.cycles = cycles;
        this.yearClock = yearClock;
        this.calendar = calendar;
        this.check = check;
        this.table = table;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The dates of all that is not yet done, moved by so many days; see {@link CalendarShift}. Nothing is stored. */
    public CalendarShift shift(CycleId id, int days) {
        return CalendarShift.by(days, yearClock.steps(cycles.get(id)), clock.instant());
    }

    /**
     * What {@link #change} would do: it is done and undone, so that it cannot turn out otherwise. Refuses what that
     * refuses.
     */
    public CalendarEffect preview(CycleId id, NewDates dates, @Nullable String reason, int seen, Person by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            Cycle cycle = open(id, by);
            if (table.lock(id) != seen) {
                throw new Conflict("problem.deadline.changed");
            }
            required(reason);
            return calendar.makeInRunningYear(cycle, calendar.of(cycle, dates));
        }));
    }

    /**
     * Changes dates of a running year.
     *
     * @param reason why; those concerned read it
     * @param seen the version of the calendar on which the change was decided
     * @throws Refused when the person is not the municipality's coordinator
     * @throws Conflict when the year does not run, or somebody else has changed its calendar since {@code seen}; the
     *     same change sent twice is made once
     * @throws InvalidInput naming the field: no reason, nothing to change, a step that is done, or a date that is past,
     *     before the phase opens, out of the year or after the one that law fixes
     */
    @Transactional
    public CalendarEffect change(CycleId id, NewDates dates, @Nullable String reason, int seen, Person by) {
        Cycle cycle = open(id, by);
        boolean stale = table.lock(id) != seen;
        String given = required(reason);
        List<Moved> moved = calendar.of(cycle, dates);
        if (stale && moved.isEmpty()) {
            return CalendarEffect.NOTHING;
        }
        if (stale) {
            throw new Conflict("problem.deadline.changed");
        }
        CalendarEffect effect = calendar.makeInRunningYear(cycle, moved);
        store(cycle, DeadlineChange.Cause.CALENDAR, given, by.username(), effect);
        return effect;
    }

    /**
     * The calendar follows a date that was decided elsewhere; the caller says who may.
     *
     * @throws InvalidInput when the date is past
     */
    @Transactional
    public void follow(CycleId id, MilestoneKind kind, LocalDate date, DeadlineChange.Cause cause, Username by) {
        Cycle cycle = cycles.get(id);
        table.lock(id);
        List<Moved> moved = calendar.of(cycle, NewDates.due(Map.of(kind, date)));
        if (moved.isEmpty()) {
            return;
        }
        check.notPast(moved.get(0));
        store(cycle, cause, null, by, calendar.make(cycle, moved));
    }

    private Cycle open(CycleId id, Person by) {
        Cycle cycle = cycles.get(id);
        if (!by.holds(Role.COORDINATOR, cycle.municipality())) {
            throw new Refused("problem.deadline.coordinator");
        }
        switch (cycle.state()) {
            case PREPARING -> throw new Conflict("problem.deadline.preparing");
            case ENDED -> throw new Conflict("problem.deadline.ended");
            case RUNNING -> {}
        }
        return cycle;
    }

    private static String required(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new InvalidInput("reason", "problem.answer.missing");
        }
        String given = reason.strip();
        if (given.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "problem.answer.long", LONGEST_REASON, given.length());
        }
        return given;
    }

    private void store(
            Cycle cycle, DeadlineChange.Cause cause, @Nullable String reason, Username by, CalendarEffect effect) {
        DeadlineChange change = table.record(cycle.id(), cause, reason, by, effect.moves(), effect.tasks());
        audit.recordAll(
                cycle.municipality(),
                cycle.id().value(),
                "milestone.planned",
                change.moves().stream().collect(toMap(move -> "milestone:" + move.kind(), DeadlineMove::days)));
        events.publishEvent(new DeadlinesChanged(cycle, change, effect.tasks()));
    }
}
