package fi.hytekello.negotiation;

import fi.hytekello.cycle.CycleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent to calendars: {@code hyte.negotiation_message}. */
@Repository
class CalendarMessages {

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    CalendarMessage get(long id) {
        return jdbc.sql("select * from hyte.negotiation_message where id = :id")
                .param("id", id)
                .query(CalendarMessages::message)
                .single();
    }

    Optional<CalendarMessage> latest(CycleId cycle) {
        return jdbc.sql("""
                        select * from hyte.negotiation_message where cycle_id = :cycle
                        order by sequence desc, id desc limit 1""")
                .param("cycle", cycle.value())
                .query(CalendarMessages::message)
                .optional();
    }

    /** The newest invitation; cancellations for those who left the list do not count. */
    Optional<CalendarMessage> latestRequest(CycleId cycle) {
        return jdbc.sql("""
                        select * from hyte.negotiation_message where cycle_id = :cycle and method = 'REQUEST'
                        order by sequence desc limit 1""")
                .param("cycle", cycle.value())
                .query(CalendarMessages::message)
                .optional();
    }

    /** Ids of the participants who have been invited, at whatever time and to whatever place. */
    Set<Long> invited(CycleId cycle) {
        return new HashSet<>(
                jdbc.sql("""
                        select p.id from hyte.negotiation_participant p
                        where p.cycle_id = :cycle and exists (select from hyte.notification n
                            where n.cycle_id = p.cycle_id and n.kind = 'INVITATION'
                                and n.recipient = 'negotiation-participant-' || p.id)""").param("cycle", cycle.value()).query(Long.class).list());
    }

    /** A message on the meeting as it now stands. */
    CalendarMessage add(CycleId cycle, int sequence, CalendarMessage.Method method) {
        return jdbc.sql("""
                        insert into hyte.negotiation_message
                            (cycle_id, sequence, method, starts_at, ends_at, place, remote_link, created_at)
                        select n.cycle_id, :sequence, :method, n.starts_at, n.ends_at, n.place, n.remote_link, :now
                        from hyte.negotiation n where n.cycle_id = :cycle returning *""")
                .param("sequence", sequence)
                .param("method", method.name())
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .query(CalendarMessages::message)
                .single();
    }

    /** Takes the meeting of a former message back, whatever has been prepared since. */
    CalendarMessage cancel(CycleId cycle, CalendarMessage former, int sequence) {
        return jdbc.sql("""
                        insert into hyte.negotiation_message
                            (cycle_id, sequence, method, starts_at, ends_at, place, remote_link, created_at)
                        select cycle_id, :sequence, 'CANCEL', starts_at, ends_at, place, remote_link, :now
                        from hyte.negotiation_message where id = :id and cycle_id = :cycle returning *""")
                .param("sequence", sequence)
                .param("now", OffsetDateTime.now(clock))
                .param("id", former.id())
                .param("cycle", cycle.value())
                .query(CalendarMessages::message)
                .single();
    }

    /** People taken off the list who still have the meeting in their calendars. */
    List<Participant> removedButInvited(CycleId cycle) {
        return jdbc.sql("""
                        select p.* from hyte.negotiation_participant p
                        where p.cycle_id = :cycle and p.removed
                            and exists (select 1 from hyte.notification n
                                where n.cycle_id = p.cycle_id and n.kind = 'INVITATION'
                                    and n.recipient = 'negotiation-participant-' || p.id)
                            and not exists (select 1 from hyte.notification n
                                where n.cycle_id = p.cycle_id and n.kind = 'CANCELLATION'
                                    and n.recipient = 'negotiation-participant-' || p.id)
                        order by p.id""")
                .param("cycle", cycle.value())
                .query(NegotiationTable::participant)
                .list();
    }

    private static CalendarMessage message(ResultSet row, int number) throws SQLException {
        return new CalendarMessage(
                row.getLong("id"),
                row.getInt("sequence"),
                CalendarMessage.Method.valueOf(row.getString("method")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("place"),
                row.getString("remote_link"));
    }
}
