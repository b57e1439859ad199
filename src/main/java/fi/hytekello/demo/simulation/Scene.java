package fi.hytekello.demo.simulation;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.platform.Timers;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One municipality's year while it is played: what waits in it, and how often each task was done. */
final class Scene {

    private final Municipality place;
    private final Cycle cycle;
    private final int play;
    private final Queue<Errand> errands;
    private final Map<List<?>, Integer> rounds = new HashMap<>();
    private List<Timers.Timer> timers = List.of();
    private Map<OpenTask, Instant> tasks = Map.of();

    /**
     * @param play which of the script's plays it is, from 1
     * @param errands in their order
     */
    Scene(Municipality place, Cycle cycle, int play, List<Errand> errands) {
        this.place = place;
        this.cycle = cycle;
        this.play = play;
        this.errands = new ArrayDeque<>(errands);
    }

    Municipality place() {
        return place;
    }

    Cycle cycle() {
        return cycle;
    }

    /**
     * Takes in how it stands now.
     *
     * @param waiting its timers, the one due first first
     * @param open its tasks and when each is done
     */
    void stands(List<Timers.Timer> waiting, Map<OpenTask, Instant> open) {
        timers = waiting;
        tasks = new LinkedHashMap<>(open);
    }

    /** When something happens next. */
    Optional<Instant> next() {
        return Stream.of(
                        timers.stream().map(Timers.Timer::due),
                        tasks.values().stream(),
                        errands.stream().map(Errand::at))
                .flatMap(times -> times)
                .min(Comparator.naturalOrder());
    }

    Optional<Timers.Timer> dueTimer(Instant now) {
        return timers.stream().filter(timer -> !timer.due().isAfter(now)).findFirst();
    }

    /** Taken away: an errand is run once. */
    Optional<Errand> takeErrand(Instant now) {
        return errands.isEmpty() || errands.element().at().isAfter(now)
                ? Optional.empty()
                : Optional.of(errands.remove());
    }

    List<OpenTask> dueTasks(Instant now) {
        return tasks.entrySet().stream()
                .filter(task -> !task.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param who as in the script, null for nobody in particular */
    Cue.Part part(OpenTask task, @Nullable String who) {
        return new Cue.Part(who, play, rounds.getOrDefault(key(task, who), 0) + 1);
    }

    void done(OpenTask task, @Nullable String who) {
        rounds.merge(key(task, who), 1, Integer::sum);
    }

    private static List<?> key(OpenTask task, @Nullable String who) {
        return Arrays.asList(task.process(), task.task(), task.department(), task.subject(), task.body(), who);
    }
}
