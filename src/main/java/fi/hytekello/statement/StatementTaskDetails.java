package fi.hytekello.statement;

import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDetails;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the secretary's tasks apart: whose statement each waits for. */
@Component
class StatementTaskDetails implements TaskDetails {

    private final StatementTable statements;

    StatementTaskDetails(StatementTable statements) {
        this.statements = statements;
    }

    @Override
    public Map<String, String> of(Collection<OpenTask> tasks, Locale locale) {
        List<String> ids = tasks.stream()
                .filter(task -> task.process().equals("StatementRound"))
                .map(OpenTask::id)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : statements.ofTasks(ids).stream()
                        .collect(Collectors.toMap(
                                statement -> String.valueOf(statement.taskId()),
                                statement -> statement.party().name(locale)));
    }
}
