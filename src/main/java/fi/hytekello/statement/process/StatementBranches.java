package fi.hytekello.statement.process;

import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.statement.StatementRounds;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The branches of a round: the ids of its statements, one for each party asked. */
@Component("statementBranches")
public class StatementBranches {

    private final StatementRounds rounds;

    StatementBranches(StatementRounds rounds) {
        this.rounds = rounds;
    }

    public List<String> of(DelegateExecution execution) {
        return rounds.statements(rounds.current(CycleVariables.cycle(execution))).stream()
                .map(statement -> Long.toString(statement.id()))
                .toList();
    }
}
