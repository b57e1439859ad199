package fi.hytekello.cycle;

import fi.hytekello.calendar.BusinessDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is unusual about new dates: work that is due before the work it waits for, phases that are to open too early,
 * and time that gets short (domain chapter 2.5, row 17). None of it forbids the change.
 *
 * @param before the calendar as it was, in the order of the steps
 * @param after the same steps with their new dates
 * @param over what is done and counts no more
 */
record DeadlineWarnings(
        List<Milestone> before, List<Milestone> after, Set<MilestoneKind> over, LocalDate today, BusinessDays days) {

    /** In the order of the steps; of pairs of steps only those of which one has moved. */
    List<DeadlineWarning> found() {
        Map<MilestoneKind, Milestone> old = byKind(before);
        Map<MilestoneKind, Milestone> now = byKind(after);
        List<DeadlineWarning> found = new ArrayList<>();
        for (Milestone step : after) {
            if (over.contains(step.kind()) || step.kind() == YearClock.OUTSIDE_THE_PROCESS) {
                continue;
            }
            List<Milestone> earlier = predecessors(step.kind(), now);
            earlier.stream()
                    .filter(one -> moved(step, old) || moved(one, old))
                    .forEach(one -> inOrder(one, step, found));
            shortTime(step, old, now, found);
        }
        return found;
    }

    private void inOrder(Milestone earlier, Milestone step, List<DeadlineWarning> found) {
        LocalDate opens = step.opensOn();
        if (step.effectiveOn().isBefore(earlier.effectiveOn())) {
            found.add(new DeadlineWarning(DeadlineWarning.Kind.ORDER, step.kind(), earlier.kind(), 0));
        } else if (opens != null && days.next(opens).isBefore(earlier.effectiveOn())) {
            found.add(new DeadlineWarning(DeadlineWarning.Kind.OPENS_EARLY, step.kind(), earlier.kind(), 0));
        }
    }

    private void shortTime(
            Milestone step,
            Map<MilestoneKind, Milestone> old,
            Map<MilestoneKind, Milestone> now,
            List<DeadlineWarning> found) {
        int left = left(step, predecessors(step.kind(), now));
        Milestone was = old.getOrDefault(step.kind(), step);
        if (left < Milestones.SHORTEST_HANDLING_TIME && left != left(was, predecessors(step.kind(), old))) {
            found.add(new DeadlineWarning(DeadlineWarning.Kind.SHORT, step.kind(), null, left));
        }
    }

    /** Working days from today, the phase's opening or the end of the work before it, whichever is last. */
    private int left(Milestone step, List<Milestone> earlier) {
        LocalDate opens = step.opensOn();
        LocalDate from = Stream.concat(
                        earlier.stream().map(Milestone::effectiveOn),
                        opens == null ? Stream.of(today) : Stream.of(today, opens))
                .max(Comparator.naturalOrder())
                .orElse(today);
        return days.between(from, step.effectiveOn());
    }

    /**
     * The steps that this one waits for and that are not over. The indicators are reviewed beside the departments'
     * reports, and the negotiation waits for nothing.
     */
    private List<Milestone> predecessors(MilestoneKind kind, Map<MilestoneKind, Milestone> calendar) {
        if (kind == YearClock.BESIDE) {
            return List.of();
        }
        List<MilestoneKind> row = calendar.keySet().stream()
                .filter(one -> one != YearClock.BESIDE && one != YearClock.OUTSIDE_THE_PROCESS)
                .sorted()
                .toList();
        int place = row.indexOf(kind) - (kind == MilestoneKind.INDICATORS ? 2 : 1);
        List<MilestoneKind> before = place < 0
                ? List.of()
                : row.get(place) == MilestoneKind.INDICATORS
                        ? List.of(MilestoneKind.MEASURE_REPORTS, MilestoneKind.INDICATORS)
                        : List.of(row.get(place));
        return before.stream()
                .filter(one -> !over.contains(one))
                .map(calendar::get)
                .toList();
    }

    private static boolean moved(Milestone step, Map<MilestoneKind, Milestone> old) {
        return !step.equals(old.get(step.kind()));
    }

    private static Map<MilestoneKind, Milestone> byKind(List<Milestone> calendar) {
        return calendar.stream().collect(Collectors.toMap(Milestone::kind, Function.identity()));
    }
}
