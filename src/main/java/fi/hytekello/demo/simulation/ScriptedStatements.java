package fi.hytekello.demo.simulation;

import fi.hytekello.calendar.Finland;
import fi.hytekello.statement.PartyKind;
import fi.hytekello.statement.Question;
import fi.hytekello.statement.RequestDraft;
import fi.hytekello.statement.Round;
import fi.hytekello.statement.Statement;
import fi.hytekello.statement.StatementRounds;
import fi.hytekello.statement.Statements;
import fi.hytekello.worklist.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What those asked, the secretary and the coordinator do in a round of statements. */
@Component
class ScriptedStatements {

    private final StatementRounds rounds;
    private final Statements statements;
    private final Clock clock;

    ScriptedStatements(StatementRounds rounds, Statements statements, Clock clock) {
        this.rounds = rounds;
        this.statements = statements;
        this.clock = clock;
    }

    static boolean isStatement(OpenTask task) {
        return task.task().equals("Activity_RecordStatement");
    }

    PartyKind asked(OpenTask task) {
        return statements.ofTask(task.id()).party().kind();
    }

    /** All are asked once; a version that was changed because of them is not sent around again. */
    void request(Turn turn) {
        Round prepared = rounds.current(turn.cycle());
        rounds.draft(
                turn.cycle(),
                new RequestDraft(
                        turn.text("statements.cover"),
                        turn.round() == 1 ? null : turn.text("statements.again"),
                        rounds.suggestedDue(turn.cycle()),
                        rounds.statements(prepared).stream()
                                .map(statement -> statement.party().id())
                                .collect(Collectors.toSet()),
                        rounds.questions(prepared),
                        prepared.version()));
    }

    /** True where the party answers through its link; the secretary writes down the others. */
    boolean answersByLink(Turn turn) {
        if (turn.does("by", "NOBODY")) {
            return false;
        }
        Statement statement = statements.ofTask(turn.task().id());
        Statements.Written written = new Statements.Written(
                turn.text("statements." + statement.party().kind()),
                statements.questionsOf(statement).stream()
                        .collect(Collectors.toMap(Question::ordinal, question -> turn.text("statements.answer"))));
        if (turn.does("by", "SECRETARY")) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), Finland.ZONE);
            statements.write(statement.id(), written, today, statement.version());
            return false;
        }
        statements.answer(statement.id(), written, statement.version());
        return true;
    }

    void reply(Turn turn) {
        for (Statement statement : rounds.statements(rounds.current(turn.cycle()))) {
            if (statement.state() == Statement.State.GIVEN) {
                boolean changes = turn.does("changes", statement.party().kind().name());
                statements.reply(
                        statement.id(),
                        turn.text(changes ? "statements.reply.changed" : "statements.reply"),
                        changes,
                        statement.version());
            }
        }
    }
}
