package fi.hytekello.cycle;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fi.hytekello.calendar.Finland;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes open tasks and waiting timers along when the dates of their steps change. */
@Component
class RunningWork {

    private final Milestones milestones;
    private final Worklist worklist;
    private final CycleProcess process;

    RunningWork(Milestones milestones, Worklist worklist, CycleProcess process) {
        this.milestones = milestones;
        this.worklist = worklist;
        this.process = process;
    }

    record Followed(List<TaskMove> tasks, List<TimerMove> timers) {}

    /** The steps are already stored with their new dates. */
    Followed follow(Cycle cycle, List<Moved> moved) {
        Map<MilestoneKind, Milestone> redated =
                moved.stream().filter(Moved::movesDue).collect(toMap(Moved::kind, Moved::after));
        List<TaskMove> tasks = worklist.ofCycle(cycle.id()).stream()
                .flatMap(task -> move(task, redated).stream())
                .toList();
        List<TimerMove> timers = process.datesMoved(
                cycle,
                tasks.stream().collect(toMap(move -> move.task().id(), TaskMove::after)),
                moved.stream().map(Moved::kind).collect(toSet()));
        return new Followed(tasks, timers);
    }

    /** Work that began late keeps its five working days, counted from the day on which it began. */
    private Optional<TaskMove> move(OpenTask task, Map<MilestoneKind, Milestone> redated) {
        Milestone milestone = task.milestone() == null ? null : redated.get(task.milestone());
        Instant before = task.dueAt();
        if (milestone == null || before == null) {
            return Optional.empty();
        }
        LocalDate began = LocalDate.ofInstant(task.openedAt(), Finland.ZONE);
        Instant after = milestones.dueForWorkStarting(began, milestone);
        return after.equals(before) ? Optional.empty() : Optional.of(new TaskMove(task, before, after));
    }
}
