package fi.hytekello.plan.web;

import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.plan.FollowedMeasure;
import fi.hytekello.plan.Goal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plan as its page shows it: the foremost goal first, under each its measures. */
record PlanView(List<Group> groups) {

    /**
     * A goal with its measures.
     *
     * @param indicator newest frozen value of the goal's indicator, null where it has none
     */
    record Group(Goal goal, @Nullable SnapshotValue indicator, List<FollowedMeasure> measures) {}

    /** A goal without measures to show is told of only where nothing is filtered away. */
    static PlanView of(
            List<Goal> goals, Map<Integer, SnapshotValue> indicators, List<FollowedMeasure> shown, boolean everything) {
        return new PlanView(goals.stream()
                .map(goal -> new Group(
                        goal,
                        goal.content().indicator() == null
                                ? null
                                : indicators.get(goal.content().indicator()),
                        shown.stream()
                                .filter(one ->
                                        goal.id().equals(one.measure().content().goal()))
                                .toList()))
                .filter(group -> everything || !group.measures().isEmpty())
                .toList());
    }

    List<FollowedMeasure> measures() {
        return groups.stream().flatMap(group -> group.measures().stream()).toList();
    }

    public int size() {
        return measures().size();
    }

    public BigDecimal plannedEuro() {
        return measures().stream().map(one -> one.measure().budget()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal usedEuro() {
        return measures().stream()
                .map(FollowedMeasure::usedEuro)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** In whole per cent, null where nothing is planned. */
    public @Nullable Integer usedPercent() {
        return FollowedMeasure.percent(usedEuro(), plannedEuro());
    }
}
