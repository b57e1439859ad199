package fi.hytekello.nomination;

import fi.hytekello.body.BodyId;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.SeatRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests for single seats, beside what a round once asked, in the database. */
@Repository
class SeatTable {

    private final JdbcClient jdbc;

    SeatTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last round of which a body was composed. */
    Optional<RoundId> composedRound(BodyId body) {
        return jdbc.sql("""
                        select id from hyte.nomination_round where body_id = :body and state = 'COMPOSED'
                        order by closed_at desc nulls last, id desc limit 1""")
                .param("body", body.value())
                .query(Long.class)
                .optional()
                .map(RoundId::new);
    }

    /** The request to an organisation in a round; a new one, which has not been sent, where there was none. */
    RequestId ask(RoundId round, OrganisationId organisation, SeatRule rule, LocalDate dueOn, Instant dueAt) {
        return new RequestId(jdbc.sql("""
                        insert into hyte.nomination_request (round_id, organisation_id, min_seats, max_seats, deputies,
                            due_on, due_at)
                        values (:round, :organisation, :min, :max, :deputies, :on, :at)
                        on conflict (round_id, organisation_id) do update set organisation_id = excluded.organisation_id
                        returning id""")
                .param("round", round.value())
                .param("organisation", organisation.value())
                .param("min", rule.min())
                .param("max", rule.max())
                .param("deputies", rule.deputies())
                .param("on", dueOn)
                .param("at", RequestTable.utc(dueAt))
                .query(Long.class)
                .single());
    }

    /** A seat of a composed body is open: answers are taken through the link. */
    void opened(RequestId id) {
        change(id, "in_term = true").update();
    }

    /** The coordinator has settled what came after the body was composed; the seat is not open any more. */
    void settled(RequestId id, RequestState state) {
        change(id, "state = :state, in_term = false")
                .param("state", state.name())
                .update();
    }

    /** Whoever was proposed for an open seat of a composed body is not taken. */
    void awaitedAgain(RequestId id) {
        change(id, "state = 'OPENED'").update();
    }

    private JdbcClient.StatementSpec change(RequestId id, String set) {
        return jdbc.sql("update hyte.nomination_request set " + set + " where id = :id")
                .param("id", id.value());
    }
}
