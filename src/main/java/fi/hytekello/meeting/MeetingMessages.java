package fi.hytekello.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What calendars were told: {@code hyte.meeting_message}. */
@Repository
class MeetingMessages {

    private static final String LATEST = """
             left join lateral (select * from hyte.meeting_message l where l.attendee_id = a.id
                 order by l.sequence desc limit 1) l on true
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    MeetingMessage get(long id) {
        return jdbc.sql("""
                        select m.*, a.meeting_id from hyte.meeting_message m
                            join hyte.meeting_attendee a on a.id = m.attendee_id where m.id = :id""").param("id", id).query(MeetingMessages::message).single();
    }

    /** For those on the list whose calendars do not know the meeting as it now stands. */
    List<MeetingMessage> request(MeetingId meeting) {
        return jdbc.sql("""
                        with told as (insert into hyte.meeting_message
                            (attendee_id, sequence, method, starts_at, ends_at, place, remote_link, created_at)
                        select a.id, coalesce(l.sequence + 1, 0), 'REQUEST', e.starts_at, e.ends_at, e.place,
                            e.remote_link, :now
                        from hyte.meeting e join hyte.meeting_attendee a on a.meeting_id = e.id""" + LATEST + """
                        where e.id = :meeting and not a.removed and a.email is not null
                            and (l.id is null or l.method = 'CANCEL'
                                or (l.starts_at, l.ends_at, l.place, l.remote_link)
                                    is distinct from (e.starts_at, e.ends_at, e.place, e.remote_link))
                        returning *)
                        select told.*, :meeting as meeting_id from told order by id""")
                .param("meeting", meeting.value())
                .param("now", OffsetDateTime.now(clock))
                .query(MeetingMessages::message)
                .list();
    }

    /**
     * Takes back what calendars know of the meeting.
     *
     * @param fromAll false for those alone who have left the list
     */
    List<MeetingMessage> cancel(MeetingId meeting, boolean fromAll) {
        return jdbc.sql("""
                        with told as (insert into hyte.meeting_message
                            (attendee_id, sequence, method, starts_at, ends_at, place, remote_link, created_at)
                        select a.id, l.sequence + 1, 'CANCEL', l.starts_at, l.ends_at, l.place, l.remote_link, :now
                        from hyte.meeting_attendee a""" + LATEST + """
                        where a.meeting_id = :meeting and a.email is not null and (a.removed or :all)
                            and l.method = 'REQUEST'
                        returning *)
                        select told.*, :meeting as meeting_id from told order by id""")
                .param("meeting", meeting.value())
                .param("all", fromAll)
                .param("now", OffsetDateTime.now(clock))
                .query(MeetingMessages::message)
                .list();
    }

    private static MeetingMessage message(ResultSet row, int number) throws SQLException {
        return new MeetingMessage(
                row.getLong("id"),
                new MeetingId(row.getLong("meeting_id")),
                row.getLong("attendee_id"),
                row.getInt("sequence"),
                MeetingMessage.Method.valueOf(row.getString("method")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("place"),
                row.getString("remote_link"));
    }
}
