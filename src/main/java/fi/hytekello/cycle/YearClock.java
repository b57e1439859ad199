package fi.hytekello.cycle;

import fi.hytekello.calendar.Finland;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The year of one cycle at a glance: each dated step and how it stands. */
@Component
public class YearClock {

    /** How a step stands; {@code DATED} is a date that people keep outside the process. */
    public enum Standing {
        DONE,
        OPEN,
        LATE,
        AHEAD,
        DATED
    }

    /** The board gives the frame outside the process: no step of it waits for that date. */
    static final MilestoneKind OUTSIDE_THE_PROCESS = MilestoneKind.BUDGET_FRAME;

    /** Goes beside the autumn's steps, which neither wait for it nor tell where it is. */
    static final MilestoneKind BESIDE = MilestoneKind.COUNTY_NEGOTIATION;

    /** @param number the step's place in the calendar, from 1 */
    public record Step(int number, Milestone milestone, Standing standing) {

        /** True when nothing of the step is to come. */
        public boolean isOver(Instant now) {
            return standing == Standing.DONE
                    || (standing == Standing.DATED && !milestone.dueAt().isAfter(now));
        }

        /** True where the step begins on a day of its own that has not come. */
        public boolean isToOpen() {
            return standing == Standing.AHEAD
                    && milestone.opensOn() != null
                    && milestone.kind() != MilestoneKind.INDICATORS;
        }
    }

    private final Milestones milestones;
    private final Worklist worklist;
    private final CycleProcess process;
    private final Clock clock;

    YearClock(Milestones milestones, Worklist worklist, CycleProcess process, Clock clock) {
        this.milestones = milestones;
        this.worklist = worklist;
        this.process = process;
        this.clock = clock;
    }

    /** Today in Finland. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }

    public List<Step> steps(Cycle cycle) {
        return Objects.requireNonNull(steps(List.of(cycle)).get(cycle));
    }

    /** The steps of each of these cycles, in the order given; the engine is asked once for each that has not ended. */
    public Map<Cycle, List<Step>> steps(List<Cycle> cycles) {
        List<CycleId> ids = cycles.stream().map(Cycle::id).toList();
        Map<CycleId, List<Milestone>> dated =
                milestones.ordered(ids).stream().collect(Collectors.groupingBy(Milestone::cycle));
        Map<CycleId, List<OpenTask>> open =
                worklist.ofCycles(ids).stream().collect(Collectors.groupingBy(OpenTask::cycle));
        Map<Cycle, List<Step>> steps = new LinkedHashMap<>();
        for (Cycle cycle : cycles) {
            steps.put(
                    cycle,
                    steps(
                            cycle,
                            dated.getOrDefault(cycle.id(), List.of()),
                            open.getOrDefault(cycle.id(), List.of()),
                            cycle.state() == Cycle.State.ENDED ? Set.of() : process.awaited(cycle),
                            clock.instant()));
        }
        return steps;
    }

    /**
     * What comes before the earliest step that is open or awaited is done; where there is none the date decides. A cycle
     * that runs has been opened, whatever the date.
     */
    static List<Step> steps(
            Cycle cycle, List<Milestone> dated, List<OpenTask> tasks, Set<MilestoneKind> awaited, Instant now) {
        Set<MilestoneKind> open =
                tasks.stream().map(OpenTask::milestone).filter(Objects::nonNull).collect(Collectors.toSet());
        MilestoneKind earliest = Stream.concat(open.stream(), awaited.stream())
                .filter(kind -> kind != BESIDE)
                .min(Comparator.naturalOrder())
                .orElse(null);
        List<Step> steps = new ArrayList<>();
        for (Milestone milestone : dated) {
            Standing standing;
            if (milestone.kind() == OUTSIDE_THE_PROCESS) {
                standing = Standing.DATED;
            } else if (cycle.state() == Cycle.State.ENDED) {
                standing = Standing.DONE;
            } else if (open.contains(milestone.kind())) {
                standing = now.isAfter(milestone.dueAt()) ? Standing.LATE : Standing.OPEN;
            } else if (awaited.contains(milestone.kind())) {
                standing = Standing.AHEAD;
            } else if (milestone.kind() == BESIDE) {
                standing = hasBegun(milestone, earliest, now) ? Standing.DONE : Standing.AHEAD;
            } else if (milestone.kind() == MilestoneKind.CYCLE_OPENING && cycle.state() == Cycle.State.RUNNING) {
                standing = Standing.DONE;
            } else if (earliest == null) {
                standing = now.isAfter(milestone.dueAt()) ? Standing.DONE : Standing.AHEAD;
            } else {
                standing = isBehind(milestone.kind(), earliest, open) ? Standing.DONE : Standing.AHEAD;
            }
            steps.add(new Step(steps.size() + 1, milestone, standing));
        }
        return steps;
    }

    /** The review of the indicators opens with the departments' reports and may be done before them. */
    private static boolean isBehind(MilestoneKind kind, MilestoneKind earliest, Set<MilestoneKind> open) {
        return kind.compareTo(earliest) < 0
                || (kind == MilestoneKind.INDICATORS && open.contains(MilestoneKind.MEASURE_REPORTS));
    }

    /** The autumn's work has begun and the step's own opening is past. */
    private static boolean hasBegun(Milestone beside, @Nullable MilestoneKind earliest, Instant now) {
        LocalDate opens = beside.opensOn();
        boolean autumn = earliest == null || earliest.compareTo(MilestoneKind.PROPOSALS) >= 0;
        return autumn && (opens == null || opens.isBefore(LocalDate.ofInstant(now, Finland.ZONE)));
    }
}
