package fi.hytekello.meeting;

import fi.hytekello.meeting.ProposedDate.Suits;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which times suit the members of a body. */
@Repository
public class MeetingDates {

    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    MeetingDates(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /** What one attendee says of one date. */
    public record Answer(long attendee, long date, Suits suits) {}

    /** In their order, with the answers of those who are on the list now. */
    public List<ProposedDate> of(MeetingId meeting) {
        Map<Long, Map<Long, Suits>> answers = new HashMap<>();
        jdbc.sql("""
                        select w.* from hyte.meeting_date_answer w join hyte.meeting_attendee a on a.id = w.attendee_id
                        where a.meeting_id = :meeting and not a.removed""").param("meeting", meeting.value()).query(row -> {
            answers.computeIfAbsent(row.getLong("date_id"), none -> new HashMap<>())
                    .put(row.getLong("attendee_id"), Suits.valueOf(row.getString("suits")));
        });
        return jdbc.sql("select * from hyte.meeting_date where meeting_id = :meeting order by starts_at, ends_at")
                .param("meeting", meeting.value())
                .query((row, n) -> new ProposedDate(
                        row.getLong("id"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        answers.getOrDefault(row.getLong("id"), Map.of())))
                .list();
    }

    /** @throws InvalidInput when it is past or there already, or there are many */
    @Transactional
    public void propose(MeetingId meeting, Instant startsAt, Instant endsAt) {
        if (startsAt.isBefore(clock.instant())) {
            throw new InvalidInput("newDay", "problem.negotiation.past");
        }
        if (of(meeting).size() >= MOST) {
            throw new InvalidInput("newDay", "problem.meeting.manyDates", MOST);
        }
        int added = jdbc.sql("""
                        insert into hyte.meeting_date (meeting_id, starts_at, ends_at)
                        values (:meeting, :starts, :ends) on conflict do nothing""")
                .param("meeting", meeting.value())
                .param("starts", startsAt.atOffset(ZoneOffset.UTC))
                .param("ends", endsAt.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw new InvalidInput("newDay", "problem.meeting.dateTwice");
        }
    }

    /** With what was answered about it. */
    @Transactional
    public void withdraw(MeetingId meeting, long date) {
        jdbc.sql("delete from hyte.meeting_date where meeting_id = :meeting and id = :date")
                .param("meeting", meeting.value())
                .param("date", date)
                .update();
    }

    /**
     * What people answered, by the link or told to the secretary; a later answer replaces an earlier one. Dates and
     * attendees of other meetings are left out.
     */
    @Transactional
    public void answer(MeetingId meeting, List<Answer> answers) {
        batch.batchUpdate(
                """
                insert into hyte.meeting_date_answer (date_id, attendee_id, suits, answered_at)
                select d.id, a.id, :suits, :now from hyte.meeting_date d
                    join hyte.meeting_attendee a on a.meeting_id = d.meeting_id
                where d.meeting_id = :meeting and d.id = :date and a.id = :attendee
                on conflict (date_id, attendee_id) do update set suits = excluded.suits, answered_at = excluded.answered_at
                where meeting_date_answer.suits <> excluded.suits""",
                answers.stream()
                        .map(answer -> new MapSqlParameterSource("meeting", meeting.value())
                                .addValue("date", answer.date())
                                .addValue("attendee", answer.attendee())
                                .addValue("suits", answer.suits().name())
                                .addValue("now", OffsetDateTime.now(clock)))
                        .toArray(MapSqlParameterSource[]::new));
    }
}
