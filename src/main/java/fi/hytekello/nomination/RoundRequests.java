package fi.hytekello.nomination;

import fi.hytekello.body.Organisation;
import fi.hytekello.body.SeatRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which organisations a round asks: chosen by the coordinator, handed on when the request is approved. */
@Repository
public class RoundRequests {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    RoundRequests(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** One row for each organisation by its Finnish name. */
    public List<AskedOrganisation> of(RoundId round) {
        return jdbc.sql("""
                        select q.*, o.name_fi, o.name_sv, r.requested_at,
                            (select count(*) from hyte.nominee n
                             where n.request_id = q.id and n.state = 'CURRENT' and not n.deputy) named
                        from hyte.nomination_request q join hyte.organisation o on o.id = q.organisation_id
                            join hyte.nomination_round r on r.id = q.round_id
                        where q.round_id = :round order by o.name_fi""")
                .param("round", round.value())
                .query((row, n) -> asked(row))
                .list();
    }

    /** Ids of the requests of a round, one for each organisation, in the order in which they were chosen. */
    public List<Long> ids(RoundId round) {
        return jdbc.sql("select id from hyte.nomination_request where round_id = :round order by id")
                .param("round", round.value())
                .query(Long.class)
                .list();
    }

    /** Keeps exactly these chosen, each with its own seats; the round has not been sent. */
    void choose(RoundId round, Map<Organisation, SeatRule> chosen) {
        Long[] ids = chosen.keySet().stream()
                .map(organisation -> organisation.id().value())
                .toArray(Long[]::new);
        jdbc.sql("""
                        delete from hyte.nomination_request
                        where round_id = :round and state = 'CHOSEN' and organisation_id <> all (:chosen)""").param("round", round.value()).param("chosen", ids).update();
        batch.batchUpdate(
                """
                        insert into hyte.nomination_request (round_id, organisation_id, min_seats, max_seats, deputies)
                        values (:round, :organisation, :min, :max, :deputies)
                        on conflict (round_id, organisation_id) do update set min_seats = excluded.min_seats,
                            max_seats = excluded.max_seats, deputies = excluded.deputies""",
                chosen.entrySet().stream()
                        .map(one -> row(round, one.getKey(), one.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** All get the round's deadline. */
    void due(RoundId round, LocalDate on, Instant at) {
        jdbc.sql("update hyte.nomination_request set due_on = :on, due_at = :at where round_id = :round")
                .param("round", round.value())
                .param("on", on)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static MapSqlParameterSource row(RoundId round, Organisation organisation, SeatRule rule) {
        return new MapSqlParameterSource("round", round.value())
                .addValue("organisation", organisation.id().value())
                .addValue("min", rule.min())
                .addValue("max", rule.max())
                .addValue("deputies", rule.deputies());
    }

    private static AskedOrganisation asked(ResultSet row) throws SQLException {
        String state = row.getString("state");
        String since = switch (state) {
            case "SENT" -> "requested_at";
            case "OPENED", "IN_DECISION" -> "opened_at";
            case "LATE" -> "due_at";
            default -> "answered_at";
        };
        return new AskedOrganisation(
                row.getLong("id"),
                row.getString("name_fi"),
                row.getString("name_sv"),
                row.getInt("min_seats"),
                row.getInt("max_seats"),
                row.getBoolean("deputies"),
                row.getInt("named"),
                state,
                row.getString("lone_reason"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("expected_on", LocalDate.class),
                NominationRoundTable.instant(row, since));
    }
}
