package fi.hytekello.cycle;

import java.util.List;

/** All that a change of dates does to a year: to its steps, open tasks and waiting timers, and what is unusual about it. */
public record CalendarEffect(
        List<DeadlineMove> moves, List<TaskMove> tasks, List<TimerMove> timers, List<DeadlineWarning> warnings) {

    static final CalendarEffect NOTHING = new CalendarEffect(List.of(), List.of(), List.of(), List.of());

    public CalendarEffect {
        moves = List.copyOf(moves);
        tasks = List.copyOf(tasks);
        timers = List.copyOf(timers);
        warnings = List.copyOf(warnings);
    }

    CalendarEffect with(List<DeadlineWarning> found) {
        return new CalendarEffect(moves, tasks, timers, found);
    }

    public List<TaskMove> tasksOf(MilestoneKind milestone) {
        return tasks.stream()
                .filter(move -> move.task().milestone() == milestone)
                .toList();
    }

    /** Timers that do the same at the same time, as those of departments that work side by side, are one. */
    public List<TimerMove> timersOf(MilestoneKind milestone) {
        return timers.stream()
                .filter(move -> move.milestone() == milestone)
                .distinct()
                .toList();
    }

    public List<DeadlineWarning> warningsOf(MilestoneKind milestone) {
        return warnings.stream()
                .filter(warning -> warning.milestone() == milestone)
                .toList();
    }
}
