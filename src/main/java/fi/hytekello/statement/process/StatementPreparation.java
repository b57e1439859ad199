package fi.hytekello.statement.process;

import fi.hytekello.statement.StatementRounds;
import fi.hytekello.statement.Statements;
import fi.hytekello.worklist.TaskOpened;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A request is there when its preparation begins, and a statement knows the task that waits for it. */
@Component
class StatementPreparation {

    private final StatementRounds rounds;
    private final Statements statements;

    StatementPreparation(StatementRounds rounds, Statements statements) {
        this.rounds = rounds;
        this.statements = statements;
    }

    @EventListener
    void opened(TaskOpened opened) {
        switch (opened.task().task()) {
            case "Activity_PrepareRequest" -> rounds.prepare(opened.task().cycle());
            case "Activity_RecordStatement" ->
                statements.taskOpened(
                        Long.parseLong(Objects.requireNonNull(opened.branch(), "branch")),
                        opened.task().id());
            default -> {}
        }
    }
}
