package fi.hytekello.worklist;

import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.platform.problem.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one user task of a model asks and what its answers do. Every user task has exactly one rule, a bean of its
 * feature's {@code process} package; the rule holds however the task is completed: form, page, REST API or script.
 *
 * @param milestone the deadline of the task, null where the process passes it in its variable {@code milestone},
 *     and where the task belongs to no step of the year
 * @param kind how its deadline is watched
 * @param page path segment of the task's own page, null where a Camunda Form asks
 * @param completion hands the answers to the domain, in the engine's transaction; refuses by throwing
 *     {@link InvalidInput} and its like, and then nothing is stored and the task stays open
 */
public record TaskRule(
        String process,
        String task,
        @Nullable MilestoneKind milestone,
        TaskKind kind,
        @Nullable String page,
        List<Answer> answers,
        Consumer<TaskSubmission> completion) {

    public TaskRule {
        answers = List.copyOf(answers);
    }

    /** An ordinary task that ends without further ado, asked by a Camunda Form without fields. */
    public static TaskRule of(String process, String task, @Nullable MilestoneKind milestone) {
        return new TaskRule(process, task, milestone, TaskKind.ORDINARY, null, List.of(), submission -> {});
    }

    public TaskRule ofKind(TaskKind kind) {
        return new TaskRule(process, task, milestone, kind, page, answers, completion);
    }

    public TaskRule onPage(String path) {
        return new TaskRule(process, task, milestone, kind, path, answers, completion);
    }

    public TaskRule asking(Answer... more) {
        List<Answer> all = new ArrayList<>(answers);
        all.addAll(List.of(more));
        return new TaskRule(process, task, milestone, kind, page, all, completion);
    }

    public TaskRule then(Consumer<TaskSubmission> completion) {
        return new TaskRule(process, task, milestone, kind, page, answers, completion);
    }

    public Optional<Answer> answer(String name) {
        return answers.stream().filter(answer -> answer.name().equals(name)).findFirst();
    }

    /** @throws InvalidInput naming the first field that is missing or malformed */
    public Answers read(Map<String, ? extends @Nullable Object> raw) {
        Map<String, Object> values = new HashMap<>();
        for (Answer answer : answers) {
            Object value = answer.read(raw.get(answer.name()));
            if (value != null) {
                values.put(answer.name(), value);
            }
        }
        return new Answers(values);
    }
}
