package fi.hytekello.cycle;

import fi.hytekello.calendar.DeadlineKind;
import fi.hytekello.calendar.Finland;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Which dates a step may have. A refusal names the step's field: its kind, or {@code opens.} and its kind. */
@Component
class DeadlineCheck {

    private final Clock clock;

    DeadlineCheck(Clock clock) {
        this.clock = clock;
    }

    /** @throws InvalidInput when the step is done, or what is to open later is open already */
    void standing(Moved moved, YearClock.Step step) {
        if (moved.movesDue() && step.isOver(clock.instant())) {
            throw new InvalidInput(moved.kind().name(), "problem.deadline.done");
        }
        if (moved.movesOpening() && step.standing() != YearClock.Standing.AHEAD) {
            throw new InvalidInput(opening(moved), "problem.deadline.opened");
        }
    }

    /** @throws InvalidInput when the day is past */
    void notPast(Moved moved) {
        if (moved.after().plannedOn().isBefore(today())) {
            throw new InvalidInput(moved.kind().name(), "problem.milestone.past");
        }
    }

    /**
     * @throws InvalidInput when a day is past, in another year than planned so far, before the phase opens, or after
     *     the day that law fixes (kuntalaki 410/2015 § 110: the budget by the end of the year)
     */
    void dates(Cycle cycle, Moved moved) {
        if (moved.movesDue()) {
            due(cycle, moved);
        }
        LocalDate opens = moved.after().opensOn();
        if (opens != null && moved.movesOpening()) {
            opening(moved, opens);
        }
        if (opens != null && moved.after().plannedOn().isBefore(opens)) {
            throw new InvalidInput(moved.kind().name(), "problem.milestone.opens", opens);
        }
    }

    private void due(Cycle cycle, Moved moved) {
        String field = moved.kind().name();
        LocalDate planned = moved.after().plannedOn();
        notPast(moved);
        if (!moved.after().dueAt().isAfter(clock.instant())) {
            throw new InvalidInput(field, "problem.deadline.closed");
        }
        if (moved.after().deadlineKind() == DeadlineKind.STATUTORY_FIXED
                && planned.isAfter(LocalDate.of(cycle.year(), 12, 31))) {
            throw new InvalidInput(field, "problem.milestone.statutory");
        }
        int year = moved.before().plannedOn().getYear();
        if (planned.getYear() != year) {
            throw new InvalidInput(field, "problem.milestone.year", Integer.toString(year));
        }
        if (moved.after().effectiveOn().getYear() != year) {
            throw new InvalidInput(field, "problem.deadline.rollsOver", Integer.toString(year));
        }
    }

    private void opening(Moved moved, LocalDate opens) {
        if (opens.isBefore(today())) {
            throw new InvalidInput(opening(moved), "problem.deadline.openingPast");
        }
        int year = Objects.requireNonNull(moved.before().opensOn()).getYear();
        if (opens.getYear() != year) {
            throw new InvalidInput(opening(moved), "problem.milestone.year", Integer.toString(year));
        }
    }

    private static String opening(Moved moved) {
        return "opens." + moved.kind();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }
}
