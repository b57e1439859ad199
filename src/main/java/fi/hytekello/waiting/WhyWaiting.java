package fi.hytekello.waiting;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.notification.Outlook;
import fi.hytekello.notification.Outlooks;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells why a year does not go on. */
@Component
public class WhyWaiting {

    private final Outlooks outlooks;
    private final EngineWaits engine;
    private final Clock clock;

    WhyWaiting(Outlooks outlooks, EngineWaits engine, Clock clock) {
        this.outlooks = outlooks;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * An open task.
     *
     * @param nextTimer when the timers of its phase fire next, null where there is none
     */
    public record TaskWait(
            Outlook outlook, boolean late, @Nullable Instant nextTimer) {}

    /**
     * All for which a year waits.
     *
     * @param failures what needs an administrator, before anything else
     * @param dates what goes on by itself, with its date where it has one
     * @param tasks the one due first first
     */
    public record Why(List<EngineWait> failures, List<EngineWait> dates, List<TaskWait> tasks) {

        public boolean isEmpty() {
            return failures.isEmpty() && dates.isEmpty() && tasks.isEmpty();
        }

        public long late() {
            return tasks.stream().filter(TaskWait::late).count();
        }
    }

    public Why of(Cycle cycle) {
        List<EngineWait> waits = engine.of(cycle);
        Map<String, Instant> timers = waits.stream()
                .filter(wait -> wait.kind() == EngineWait.Kind.TIMER && wait.at() != null)
                .collect(Collectors.toMap(
                        EngineWait::processInstance,
                        wait -> Objects.requireNonNull(wait.at()),
                        (one, other) -> one.isBefore(other) ? one : other));
        Instant now = clock.instant();
        List<TaskWait> tasks = outlooks.of(cycle).stream()
                .map(outlook -> new TaskWait(
                        outlook,
                        outlook.task().dueAt() != null
                                && now.isAfter(outlook.task().dueAt()),
                        timers.get(outlook.task().processInstance())))
                .toList();
        return new Why(
                waits.stream()
                        .filter(wait -> wait.kind() == EngineWait.Kind.FAILURE)
                        .toList(),
                waits.stream()
                        .filter(EngineWait::holdsUp)
                        .filter(wait -> wait.kind() != EngineWait.Kind.FAILURE)
                        .sorted(Comparator.comparing(EngineWait::at, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList(),
                tasks);
    }
}
