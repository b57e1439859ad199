package fi.hytekello.statement.web;

import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.statement.Question;
import fi.hytekello.statement.Statements;
import fi.hytekello.worklist.OpenTask;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the pages of statements have in common. */
final class TaskPages {

    private TaskPages() {}

    /** @throws NotFound when the task is of another kind than the page */
    static void require(String kind, OpenTask task) {
        if (!task.task().equals(kind)) {
            throw new NotFound("problem.task.gone");
        }
    }

    static String again(OpenTask task, String page, boolean embedded) {
        return "redirect:/tasks/" + task.id() + "/" + page + (embedded ? "?embedded" : "");
    }

    /** What a form says about a statement. */
    static Statements.Written written(Map<String, String> form, List<Question> questions) {
        return new Statements.Written(
                form.getOrDefault("statementText", ""),
                questions.stream()
                        .map(Question::ordinal)
                        .collect(Collectors.toMap(
                                Function.identity(), ordinal -> form.getOrDefault("answer-" + ordinal, ""))));
    }

    /** @throws InvalidInput when it is no date */
    static @Nullable LocalDate date(Map<String, String> form, String field) {
        String given = form.getOrDefault(field, "").strip();
        try {
            return given.isEmpty() ? null : LocalDate.parse(given);
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "problem.answer.date");
        }
    }

    /** A number of a hidden field; none of ours where it was tampered with. */
    static int number(Map<String, String> form, String field) {
        try {
            return Integer.parseInt(form.getOrDefault(field, ""));
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }

    static @Nullable String textOrNull(Map<String, String> form, String field) {
        String given = form.getOrDefault(field, "").replace("\r\n", "\n").strip();
        return given.isEmpty() ? null : given;
    }
}
