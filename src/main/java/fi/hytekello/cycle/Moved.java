package fi.hytekello.cycle;

import java.util.Objects;

/** A step as it is dated and as it is to be dated. */
record Moved(Milestone before, Milestone after) {

    MilestoneKind kind() {
        return before.kind();
    }

    boolean isMove() {
        return movesDue() || movesOpening();
    }

    boolean movesDue() {
        return !before.plannedOn().equals(after.plannedOn()) || before.rollPolicy() != after.rollPolicy();
    }

    boolean movesOpening() {
        return !Objects.equals(before.opensOn(), after.opensOn());
    }

    DeadlineMove told() {
        return new DeadlineMove(
                kind(),
                before.opensOn(),
                after.opensOn(),
                before.plannedOn(),
                after.plannedOn(),
                before.dueAt(),
                after.dueAt());
    }
}
