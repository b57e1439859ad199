package fi.hytekello.nomination;

import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDetails;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the tasks of rounds apart: which body each is about. */
@Component
class RoundTaskDetails implements TaskDetails {

    private static final String PROCESS = "NominationRound";

    private final NominationRoundTable rounds;

    RoundTaskDetails(NominationRoundTable rounds) {
        this.rounds = rounds;
    }

    @Override
    public Map<String, String> of(Collection<OpenTask> tasks, Locale locale) {
        List<OpenTask> ours =
                tasks.stream().filter(task -> task.process().equals(PROCESS)).toList();
        if (ours.isEmpty()) {
            return Map.of();
        }
        Map<RoundId, Round> found =
                rounds
                        .all(ours.stream()
                                .map(task -> Round.ofMatter(task.matter()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Round::id, Function.identity()));
        return ours.stream()
                .collect(Collectors.toMap(
                        OpenTask::id,
                        task -> Objects.requireNonNull(found.get(Round.ofMatter(task.matter())))
                                .bodyName(locale)));
    }
}
