package fi.hytekello.nomination;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests in the database. */
@Repository
class RequestTable {

    private static final String SELECT = """
            select q.*, r.municipality_code, r.state as round_state, r.text_fi, r.text_sv, r.diary_number, r.clause_genders,
                b.name_fi as body_fi, b.name_sv as body_sv, o.name_fi as organisation_fi, o.name_sv as organisation_sv,
                coalesce(m.tag, '') as tag
            from hyte.nomination_request q join hyte.nomination_round r on r.id = q.round_id
                join hyte.body b on b.id = r.body_id join hyte.organisation o on o.id = q.organisation_id
                left join hyte.mail_reference m on m.municipality_code = r.municipality_code
                    and m.reference = '""" + RequestReferences.PREFIX + """
            ' || q.id
            """;

    private final JdbcClient jdbc;

    RequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Request> find(RequestId id) {
        return jdbc.sql(SELECT + "where q.id = :id")
                .param("id", id.value())
                .query((row, n) -> request(row))
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Request> lock(RequestId id) {
        return jdbc.sql(SELECT + "where q.id = :id for update of q")
                .param("id", id.value())
                .query((row, n) -> request(row))
                .optional();
    }

    /** In the order of the organisations' Finnish names. */
    List<Request> ofRound(RoundId round) {
        return jdbc.sql(SELECT + "where q.round_id = :round order by o.name_fi, q.id")
                .param("round", round.value())
                .query((row, n) -> request(row))
                .list();
    }

    /** Those of an organisation that await its answer. */
    List<Request> awaited(MunicipalityCode council, OrganisationId organisation) {
        return jdbc.sql(SELECT + """
                        where q.organisation_id = :organisation and r.municipality_code = :council
                            and q.state in ('SENT', 'OPENED', 'IN_DECISION', 'LATE') order by q.id for update of q""")
                .param("organisation", organisation.value())
                .param("council", council.value())
                .query((row, n) -> request(row))
                .list();
    }

    Optional<Request> ofTask(String taskId) {
        return jdbc.sql(SELECT + "where q.task_id = :task")
                .param("task", taskId)
                .query((row, n) -> request(row))
                .optional();
    }

    /** By task, also of those who wait to replace somebody, and of mails that wait to be read. */
    Map<String, Request> ofTasks(Collection<String> taskIds) {
        Map<String, Request> found = new HashMap<>();
        jdbc.sql(SELECT.replace("q.*", "q.*, t.task_id as asked") + """
                        join (select id as request_id, task_id from hyte.nomination_request
                            union all select request_id, task_id from hyte.nominee
                            union all select split_part(reference, ':', 2)::bigint, task_id from hyte.inbox_mail
                                where reference like '""" + RequestReferences.PREFIX + """
                        %') t on t.request_id = q.id
                        where t.task_id = any (:tasks)""")
                .param("tasks", taskIds.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("asked"), request(row));
                });
        return found;
    }

    void taskOpened(RequestId id, String taskId) {
        change(id, "task_id = :task").param("task", taskId).update();
    }

    void sent(RequestId id) {
        change(id, "state = 'SENT'").update();
    }

    void opened(RequestId id, Instant at) {
        change(id, """
                        opened_at = coalesce(opened_at, :at), state = case state when 'SENT' then 'OPENED' else state end""").param("at", utc(at)).update();
    }

    void expected(RequestId id, LocalDate on) {
        change(id, "state = 'IN_DECISION', expected_on = :on").param("on", on).update();
    }

    void late(RequestId id) {
        change(id, "state = 'LATE'").update();
    }

    void confirmed(RequestId id) {
        change(id, "state = 'CONFIRMED'").update();
    }

    void closed(RequestId id, RequestState state, String reason) {
        change(id, "state = :state, closing_reason = :reason, in_term = false")
                .param("state", state.name())
                .param("reason", reason)
                .update();
    }

    void escalated(RequestId id, Instant at) {
        change(id, "escalated_at = :at").param("at", utc(at)).update();
    }

    void answered(RequestId id, RequestState state, Request.Decision decision, boolean late, Instant at) {
        change(id, """
                        state = :state, decided_by = :by, decided_on = :on, decided_section = :section, late = :late,
                        answered_at = :at, closing_reason = null, version = version + 1""")
                .param("state", state.name())
                .param("by", decision.by())
                .param("on", decision.on())
                .param("section", decision.section())
                .param("late", late)
                .param("at", utc(at))
                .update();
    }

    void loneReason(RequestId id, String reason) {
        change(id, "lone_reason = :reason").param("reason", reason).update();
    }

    /** Somebody is proposed in another's place, or takes it; all else stays. */
    void proposed(RequestId id) {
        change(id, "version = version + 1").update();
    }

    void declined(RequestId id, RequestState state, String reason, boolean late, Instant at) {
        change(id, """
                        state = :state, closing_reason = :reason, late = :late, answered_at = :at, version = version + 1""")
                .param("state", state.name())
                .param("reason", reason)
                .param("late", late)
                .param("at", utc(at))
                .update();
    }

    /** @param today an expected date before it has not come true and is forgotten */
    void extended(Collection<RequestId> ids, LocalDate dueOn, Instant dueAt, LocalDate today) {
        jdbc.sql("""
                        update hyte.nomination_request set due_on = :on, due_at = :at, escalated_at = null,
                            expected_on = case when expected_on >= :today then expected_on end,
                            state = case when expected_on >= :today then 'IN_DECISION' when opened_at is null then 'SENT'
                                else 'OPENED' end
                        where id = any (:ids)""")
                .param("today", today)
                .param("on", dueOn)
                .param("at", utc(dueAt))
                .param("ids", ids.stream().map(RequestId::value).toArray(Long[]::new))
                .update();
    }

    /** A seat is open again; the deadline before stands for the others. */
    void reopened(RequestId id, LocalDate dueOn, Instant dueAt, Instant now) {
        change(id, """
                        settled_due_at = case when settled_due_at is null or due_at <= :now then due_at
                            else settled_due_at end,
                        reopened_at = :now, due_on = :on, due_at = :at, expected_on = null,
                        escalated_at = null, closing_reason = null, state = 'SENT', version = version + 1""")
                .param("now", utc(now))
                .param("on", dueOn)
                .param("at", utc(dueAt))
                .update();
    }

    private JdbcClient.StatementSpec change(RequestId id, String set) {
        return jdbc.sql("update hyte.nomination_request set " + set + " where id = :id")
                .param("id", id.value());
    }

    private static Request request(ResultSet row) throws SQLException {
        String round = row.getString("round_state");
        return new Request(
                new RequestId(row.getLong("id")),
                new MunicipalityCode(row.getString("municipality_code")),
                row.getString("tag"),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("organisation_fi"),
                row.getString("organisation_sv"),
                new Request.Round(
                        new RoundId(row.getLong("round_id")),
                        row.getString("body_fi"),
                        row.getString("body_sv"),
                        row.getString("text_fi"),
                        row.getString("text_sv"),
                        row.getString("diary_number"),
                        row.getBoolean("clause_genders"),
                        round.equals("OPEN") || (round.equals("COMPOSED") && row.getBoolean("in_term")),
                        round.equals("COMPOSED")),
                new Request.Seats(row.getInt("min_seats"), row.getInt("max_seats"), row.getBoolean("deputies")),
                RequestState.valueOf(row.getString("state")),
                row.getObject("due_on", LocalDate.class),
                instant(row, "due_at"),
                row.getObject("expected_on", LocalDate.class),
                row.getBoolean("late"),
                new Request.Decision(
                        row.getString("decided_by"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("decided_section")),
                row.getString("lone_reason"),
                row.getString("closing_reason"),
                instant(row, "reopened_at"),
                instant(row, "settled_due_at"),
                instant(row, "escalated_at"),
                row.getInt("version"));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
