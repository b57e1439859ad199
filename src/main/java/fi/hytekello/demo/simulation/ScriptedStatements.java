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
    void request(OpenTask task, int round, Script script) {
        Round prepared = rounds.current(task.cycle());
        rounds.draft(
                task.cycle(),
                new RequestDraft(
                        script.text("statements.cover"),
                        round == 0 ? null : script.text("statements.again"),
                        rounds.suggestedDue(task.cycle()),
                        rounds.statements(prepared).stream()
                                .map(statement -> statement.party().id())
                                .collect(Collectors.toSet()),
                        rounds.questions(prepared),
                        prepared.version()));
    }

    /** True where the party answers through its link; the secretary writes down the others. */
    boolean answersByLink(OpenTask task, Script script) {
        Statement statement = statements.ofTask(task.id());
        PartyKind kind = statement.party().kind();
        if (kind == PartyKind.NGO) {
            return false;
        }
        Statements.Written written = new Statements.Written(
                script.text("statements." + kind),
                statements.questionsOf(statement).stream()
                        .collect(Collectors.toMap(Question::ordinal, question -> script.text("statements.answer"))));
        if (kind == PartyKind.DISABILITY_COUNCIL) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), Finland.ZONE);
            statements.write(statement.id(), written, today, statement.version());
            return false;
        }
        statements.answer(statement.id(), written, statement.version());
        return true;
    }

    void reply(OpenTask task, Script script) {
        for (Statement statement : rounds.statements(rounds.current(task.cycle()))) {
            if (statement.state() == Statement.State.GIVEN) {
                boolean changes = statement.party().kind() == PartyKind.OLDER_PEOPLES_COUNCIL;
                statements.reply(
                        statement.id(),
                        script.text(changes ? "statements.reply.changed" : "statements.reply"),
                        changes,
                        statement.version());
            }
        }
    }
}
