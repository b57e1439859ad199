package fi.hytekello.nomination;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How rounds end, in the database. */
@Repository
class RoundEnds {

    private final JdbcClient jdbc;

    RoundEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where it is not open any more */
    boolean composed(RoundId id, Appointment appointment, Instant now) {
        return jdbc.sql("""
                        update hyte.nomination_round set state = 'COMPOSED', closed_at = :now, appointed_by = :by,
                            appointed_on = :on, appointed_section = :section, quota_reason = :reason,
                            members_from = :from, members_until = :until, version = version + 1
                        where id = :id and state = 'OPEN'""")
                        .param("id", id.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", appointment.by())
                        .param("on", appointment.on())
                        .param("section", appointment.section())
                        .param("reason", appointment.quotaReason())
                        .param("from", appointment.from())
                        .param("until", appointment.until())
                        .update()
                == 1;
    }

    /** @return false where it is not open any more */
    boolean cancelled(RoundId id, Instant now) {
        return jdbc.sql("""
                        update hyte.nomination_round set state = 'CANCELLED', closed_at = :now, version = version + 1
                        where id = :id and state = 'OPEN'""")
                        .param("id", id.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Closes the requests that still await an answer; which they are. */
    List<RequestId> closeAwaited(RoundId id) {
        return jdbc.sql("""
                        update hyte.nomination_request set state = 'CLOSED_EMPTY', version = version + 1
                        where round_id = :id and state in ('SENT', 'OPENED', 'IN_DECISION', 'LATE') returning id""").param("id", id.value()).query(Long.class).list().stream()
                .map(closed -> new RequestId(Objects.requireNonNull(closed)))
                .toList();
    }

    /** The decision by which a round was composed; none before. */
    Optional<Appointment> appointment(RoundId id) {
        return jdbc.sql("select * from hyte.nomination_round where id = :id and state = 'COMPOSED'")
                .param("id", id.value())
                .query((row, n) -> new Appointment(
                        row.getString("appointed_by"),
                        row.getObject("appointed_on", LocalDate.class),
                        row.getString("appointed_section"),
                        row.getObject("members_from", LocalDate.class),
                        row.getObject("members_until", LocalDate.class),
                        row.getString("quota_reason")))
                .optional();
    }

    void planMeeting(RoundId id, NominationDeadlines.Weeks when) {
        jdbc.sql("update hyte.nomination_round set meeting_from = :from, meeting_until = :until where id = :id")
                .param("id", id.value())
                .param("from", when.from())
                .param("until", when.until())
                .update();
    }

    /** Between which days the first meeting is to be; empty before the composition is confirmed. */
    Optional<NominationDeadlines.Weeks> meeting(RoundId id) {
        return jdbc.sql("""
                        select meeting_from, meeting_until from hyte.nomination_round
                        where id = :id and meeting_from is not null""")
                .param("id", id.value())
                .query((row, n) -> new NominationDeadlines.Weeks(
                        row.getObject("meeting_from", LocalDate.class),
                        row.getObject("meeting_until", LocalDate.class)))
                .optional();
    }
}
