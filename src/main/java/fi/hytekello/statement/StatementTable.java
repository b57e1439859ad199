package fi.hytekello.statement;

import fi.hytekello.cycle.CycleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of statements, their answers and the replies to them. */
@Repository
class StatementTable {

    private static final String SELECT = """
            select s.id as statement_id, s.round_id, r.cycle_id, s.state, s.via, s.text, s.received_on, s.answered_at, s.late,
                s.task_id, s.reply, s.changed_draft, s.replied_version, s.version as statement_version, p.*
            from hyte.statement s
            join hyte.statement_round r on r.id = s.round_id
            join hyte.statement_party p on p.id = s.party_id
            """;
    private static final String ORDER = """
            order by s.round_id, array_position(
                array['OLDER_PEOPLES_COUNCIL', 'DISABILITY_COUNCIL', 'YOUTH_COUNCIL', 'NGO'], p.kind), p.name_fi, s.id""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;

    StatementTable(JdbcClient jdbc, NamedParameterJdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Makes these, and no others, the parties of a request that is being prepared. */
    void choose(long round, Collection<Long> parties) {
        Long[] chosen = parties.toArray(Long[]::new);
        jdbc.sql("delete from hyte.statement where round_id = :round and party_id <> all(:parties)")
                .param("round", round)
                .param("parties", chosen)
                .update();
        jdbc.sql("""
                        insert into hyte.statement (round_id, party_id)
                        select r.id, p.id from hyte.statement_round r
                        join hyte.cycle c on c.id = r.cycle_id
                        join hyte.statement_party p on p.municipality_code = c.municipality_code
                        where r.id = :round and p.id = any(:parties)
                        on conflict (round_id, party_id) do nothing""").param("round", round).param("parties", chosen).update();
    }

    Optional<Statement> find(long id) {
        return read(jdbc.sql(SELECT + "where s.id = :id").param("id", id)).stream()
                .findFirst();
    }

    Optional<Statement> ofTask(String taskId) {
        return read(jdbc.sql(SELECT + "where s.task_id = :task").param("task", taskId)).stream()
                .findFirst();
    }

    List<Statement> ofRound(long round) {
        return read(jdbc.sql(SELECT + "where s.round_id = :round\n" + ORDER).param("round", round));
    }

    List<Statement> ofCycle(CycleId cycle) {
        return read(jdbc.sql(SELECT + "where r.cycle_id = :cycle\n" + ORDER).param("cycle", cycle.value()));
    }

    List<Statement> ofTasks(Collection<String> taskIds) {
        return read(jdbc.sql(SELECT + "where s.task_id = any(:tasks)").param("tasks", taskIds.toArray(String[]::new)));
    }

    void taskOpened(long id, String taskId) {
        jdbc.sql("update hyte.statement set task_id = :task where id = :id")
                .param("task", taskId)
                .param("id", id)
                .update();
    }

    /** False when somebody has changed the statement since that version. */
    boolean write(long id, String text, Map<Integer, String> answers, @Nullable LocalDate receivedOn, int version) {
        int changed = jdbc.sql("""
                        update hyte.statement set text = :text, received_on = coalesce(:received, received_on),
                            version = version + 1
                        where id = :id and version = :version""")
                .param("text", text)
                .param("received", receivedOn)
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            return false;
        }
        jdbc.sql("delete from hyte.statement_answer where statement_id = :id")
                .param("id", id)
                .update();
        batch.batchUpdate(
                "insert into hyte.statement_answer (statement_id, ordinal, text) values (:id, :ordinal, :text)",
                answers.entrySet().stream()
                        .map(answer -> new MapSqlParameterSource("id", id)
                                .addValue("ordinal", answer.getKey())
                                .addValue("text", answer.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
        return true;
    }

    void given(long id, Statement.Via via, LocalDate receivedOn, Instant at, boolean late) {
        jdbc.sql("""
                        update hyte.statement set state = 'GIVEN', via = :via, received_on = :on, answered_at = :at, late = :late
                        where id = :id""")
                .param("via", via.name())
                .param("on", receivedOn)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("late", late)
                .param("id", id)
                .update();
    }

    void notGiven(long id, Instant at) {
        jdbc.sql("""
                        update hyte.statement set state = 'NONE', via = null, answered_at = :at, late = false where id = :id""").param("at", at.atOffset(ZoneOffset.UTC)).param("id", id).update();
    }

    /** False when the statement was corrected after that version. */
    boolean reply(long id, String reply, boolean changedDraft, int statementVersion) {
        return jdbc.sql("""
                                update hyte.statement set reply = :reply, changed_draft = :changed, replied_version = version
                                where id = :id and version = :version""")
                        .param("reply", reply)
                        .param("changed", changedDraft)
                        .param("id", id)
                        .param("version", statementVersion)
                        .update()
                == 1;
    }

    private List<Statement> read(JdbcClient.StatementSpec select) {
        List<Row> rows = select.query((row, n) -> new Row(row.getLong("statement_id"), statement(row)))
                .list();
        Map<Long, Map<Integer, String>> answers =
                answers(rows.stream().map(Row::id).toArray(Long[]::new));
        return rows.stream()
                .map(row -> withAnswers(row.statement(), answers.getOrDefault(row.id(), Map.of())))
                .toList();
    }

    private record Row(long id, Statement statement) {}

    private Map<Long, Map<Integer, String>> answers(Long[] statements) {
        record Answer(long statement, int ordinal, String text) {}
        if (statements.length == 0) {
            return Map.of();
        }
        return jdbc
                .sql("select statement_id, ordinal, text from hyte.statement_answer where statement_id = any(:ids)")
                .param("ids", statements)
                .query((row, n) ->
                        new Answer(row.getLong("statement_id"), row.getInt("ordinal"), row.getString("text")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Answer::statement, Collectors.toUnmodifiableMap(Answer::ordinal, Answer::text)));
    }

    private static Statement withAnswers(Statement s, Map<Integer, String> answers) {
        return new Statement(
                s.id(),
                s.round(),
                s.cycle(),
                s.party(),
                s.state(),
                s.via(),
                s.text(),
                answers,
                s.receivedOn(),
                s.answeredAt(),
                s.late(),
                s.reply(),
                s.version(),
                s.taskId());
    }

    private static Statement statement(ResultSet row) throws SQLException {
        String via = row.getString("via");
        return new Statement(
                row.getLong("statement_id"),
                row.getLong("round_id"),
                new CycleId(row.getLong("cycle_id")),
                Parties.party(row),
                Statement.State.valueOf(row.getString("state")),
                via == null ? null : Statement.Via.valueOf(via),
                row.getString("text"),
                Map.of(),
                row.getObject("received_on", LocalDate.class),
                RoundTable.instant(row, "answered_at"),
                row.getBoolean("late"),
                new Statement.Reply(
                        row.getString("reply"),
                        row.getBoolean("changed_draft"),
                        row.getObject("replied_version", Integer.class)),
                row.getInt("statement_version"),
                row.getString("task_id"));
    }
}
