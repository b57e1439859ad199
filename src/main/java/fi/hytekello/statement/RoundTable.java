package fi.hytekello.statement;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of rounds and their questions. */
@Repository
class RoundTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;
    private final Clock clock;

    RoundTable(JdbcClient jdbc, NamedParameterJdbcOperations batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    Optional<Round> underWay(CycleId cycle) {
        return jdbc.sql("""
                        select * from hyte.statement_round
                        where cycle_id = :cycle and state in ('PREPARING', 'OPEN', 'CLOSED')""")
                .param("cycle", cycle.value())
                .query(RoundTable::round)
                .optional();
    }

    /** In the order they were prepared. */
    List<Round> of(CycleId cycle) {
        return jdbc.sql("select * from hyte.statement_round where cycle_id = :cycle order by id")
                .param("cycle", cycle.value())
                .query(RoundTable::round)
                .list();
    }

    Round get(long id) {
        return jdbc.sql("select * from hyte.statement_round where id = :id")
                .param("id", id)
                .query(RoundTable::round)
                .single();
    }

    /** A request to be prepared, with the default questions in the municipality's language. */
    long prepare(CycleId cycle, int versionNumber, MunicipalityCode municipality) {
        long id = jdbc.sql("""
                        insert into hyte.statement_round (cycle_id, version_number) values (:cycle, :number)
                        returning id""")
                .param("cycle", cycle.value())
                .param("number", versionNumber)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into hyte.statement_question (round_id, ordinal, kind, name, text)
                        select :id, d.ordinal, d.kind,
                            case when m.language_status in ('SV', 'SV_FI') then d.name_sv else d.name_fi end,
                            case when m.language_status in ('SV', 'SV_FI') then d.text_sv else d.text_fi end
                        from hyte.statement_question_default d, hyte.municipality m where m.code = :municipality""")
                .param("id", id)
                .param("municipality", municipality.value())
                .update();
        return id;
    }

    /** False when somebody has changed the request since that version, or it is no longer being prepared. */
    boolean draft(long id, RequestDraft draft) {
        int changed = jdbc.sql("""
                        update hyte.statement_round set cover = :cover, reason = :reason, due_on = :due, version = version + 1
                        where id = :id and version = :version and state = 'PREPARING'""")
                .param("cover", draft.cover())
                .param("reason", draft.reason())
                .param("due", draft.dueOn())
                .param("id", id)
                .param("version", draft.version())
                .update();
        if (changed == 0) {
            return false;
        }
        jdbc.sql("delete from hyte.statement_question where round_id = :id")
                .param("id", id)
                .update();
        batch.batchUpdate(
                """
                insert into hyte.statement_question (round_id, ordinal, kind, name, text)
                values (:id, :ordinal, :kind, :name, :text)""",
                draft.questions().stream()
                        .map(question -> new MapSqlParameterSource("id", id)
                                .addValue("ordinal", question.ordinal())
                                .addValue(
                                        "kind",
                                        question.kind() == null
                                                ? null
                                                : question.kind().name())
                                .addValue("name", question.name())
                                .addValue("text", question.text()))
                        .toArray(MapSqlParameterSource[]::new));
        return true;
    }

    void opened(long id, LocalDate dueOn, Instant dueAt) {
        jdbc.sql("""
                        update hyte.statement_round set state = 'OPEN', requested_at = :now, due_on = :on, due_at = :at
                        where id = :id and state = 'PREPARING'""")
                .param("now", OffsetDateTime.now(clock))
                .param("on", dueOn)
                .param("at", dueAt.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void extended(long id, LocalDate dueOn, Instant dueAt) {
        jdbc.sql("update hyte.statement_round set due_on = :on, due_at = :at where id = :id and state = 'OPEN'")
                .param("on", dueOn)
                .param("at", dueAt.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void ended(long id, Round.State state, @Nullable String closingReason) {
        jdbc.sql("""
                        update hyte.statement_round set state = :state, closed_at = coalesce(closed_at, :now),
                            closing_reason = coalesce(:reason, closing_reason)
                        where id = :id""")
                .param("state", state.name())
                .param("now", OffsetDateTime.now(clock))
                .param("reason", closingReason)
                .param("id", id)
                .update();
    }

    List<Question> questions(long round) {
        return questions(List.of(round)).getOrDefault(round, List.of());
    }

    /** By round, in their order. */
    Map<Long, List<Question>> questions(List<Long> rounds) {
        record Row(long round, Question question) {}
        return jdbc
                .sql("""
                        select * from hyte.statement_question where round_id = any(:rounds) order by round_id, ordinal""")
                .param("rounds", rounds.toArray(Long[]::new))
                .query((row, n) -> {
                    String kind = row.getString("kind");
                    return new Row(
                            row.getLong("round_id"),
                            new Question(
                                    row.getInt("ordinal"),
                                    kind == null ? null : PartyKind.valueOf(kind),
                                    row.getString("name"),
                                    row.getString("text")));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::round, Collectors.mapping(Row::question, Collectors.toUnmodifiableList())));
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getLong("id"),
                new CycleId(row.getLong("cycle_id")),
                row.getInt("version_number"),
                Round.State.valueOf(row.getString("state")),
                row.getString("cover"),
                row.getString("reason"),
                row.getObject("due_on", LocalDate.class),
                instant(row, "due_at"),
                instant(row, "requested_at"),
                instant(row, "closed_at"),
                row.getString("closing_reason"),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
