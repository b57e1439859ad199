package fi.hytekello.meeting;

import fi.hytekello.body.BodyId;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code hyte.meeting}. */
@Repository
class MeetingTable {

    private static final String SELECT =
            "select m.*, b.municipality_code from hyte.meeting m join hyte.body b on b.id = m.body_id ";

    private final JdbcClient jdbc;

    MeetingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row to fill, once for each process instance. */
    void open(BodyId body, String processInstance) {
        jdbc.sql("""
                        insert into hyte.meeting (body_id, process_instance) values (:body, :process)
                        on conflict (process_instance) do nothing""")
                .param("body", body.value())
                .param("process", processInstance)
                .update();
    }

    Optional<Meeting> ofProcess(String processInstance) {
        return jdbc.sql(SELECT + "where m.process_instance = :process")
                .param("process", processInstance)
                .query(MeetingTable::meeting)
                .optional();
    }

    Optional<Meeting> find(MeetingId id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id.value())
                .query(MeetingTable::meeting)
                .optional();
    }

    Optional<Meeting> ofAttendee(long attendee) {
        return jdbc.sql(SELECT
                        + "where m.id = (select a.meeting_id from hyte.meeting_attendee a where a.id = :attendee)")
                .param("attendee", attendee)
                .query(MeetingTable::meeting)
                .optional();
    }

    Optional<Meeting> find(MunicipalityCode keeper, MeetingId id) {
        return find(id).filter(meeting -> meeting.keeper().equals(keeper));
    }

    /** All of a body: those without a time first, then the newest. */
    List<Meeting> of(BodyId body) {
        return jdbc.sql(SELECT + "where m.body_id = :body order by m.starts_at desc nulls first, m.id desc")
                .param("body", body.value())
                .query(MeetingTable::meeting)
                .list();
    }

    /** Those of a body that are prepared or arranged. */
    List<Meeting> toCome(BodyId body) {
        return of(body).stream().filter(one -> one.state().isToCome()).toList();
    }

    /** Two who call a meeting of one body at once wait for each other. */
    void lock(BodyId body) {
        jdbc.sql("select id from hyte.body where id = :body for update")
                .param("body", body.value())
                .query(Long.class)
                .single();
    }

    /** @throws Conflict when somebody has changed it since that version */
    void plan(MeetingId id, MeetingPlan plan, int version) {
        OrganisationId host = plan.host();
        changed(jdbc.sql("""
                        update hyte.meeting set starts_at = :starts, ends_at = :ends, place = :place,
                            remote_link = :link, host_id = :host, theme = :theme, agenda = :agenda,
                            dates_due_on = :dates, version = version + 1
                        where id = :id and version = :version""")
                .param("starts", utc(plan.startsAt()))
                .param("ends", utc(plan.endsAt()))
                .param("place", plan.place())
                .param("link", plan.remoteLink())
                .param("host", host == null ? null : host.value())
                .param("theme", plan.theme())
                .param("agenda", plan.agenda())
                .param("dates", plan.datesDueOn())
                .param("id", id.value())
                .param("version", version)
                .update());
    }

    /** @throws Conflict when somebody has changed it since that version */
    void record(MeetingId id, MeetingRecord record, int version) {
        changed(jdbc.sql("""
                        update hyte.meeting set memo = :memo, next_on = :next, no_next_reason = :none,
                            version = version + 1
                        where id = :id and version = :version""")
                .param("memo", record.memo())
                .param("next", record.nextOn())
                .param("none", record.noNextReason())
                .param("id", id.value())
                .param("version", version)
                .update());
    }

    void state(MeetingId id, Meeting.State state, @Nullable String reason) {
        jdbc.sql("update hyte.meeting set state = :state, reason = :reason, version = version + 1 where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new Conflict("problem.negotiation.changed");
        }
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        Long host = row.getObject("host_id", Long.class);
        return new Meeting(
                new MeetingId(row.getLong("id")),
                new BodyId(row.getLong("body_id")),
                new MunicipalityCode(row.getString("municipality_code")),
                Meeting.State.valueOf(row.getString("state")),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getString("place"),
                row.getString("remote_link"),
                host == null ? null : new OrganisationId(host),
                row.getString("theme"),
                row.getString("agenda"),
                row.getString("memo"),
                row.getString("reason"),
                row.getObject("dates_due_on", LocalDate.class),
                row.getObject("next_on", LocalDate.class),
                row.getString("no_next_reason"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
