package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that wait for their time. */
@Repository
public class WaitingMails {

    private final JdbcClient jdbc;

    WaitingMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What leaves at one moment. */
    public record Departure(Instant at, int mails) {}

    /** The departures after this moment that come first. */
    public List<Departure> after(Instant now, int limit) {
        return jdbc.sql("""
                        select n.send_after, count(*) as mails from hyte.notification n
                        where n.sent_at is null and n.gave_up_at is null and n.send_after > :now
                        group by n.send_after order by n.send_after limit :limit""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(WaitingMails::departure)
                .list();
    }

    /** When the next mail of these cycles leaves, after this moment. */
    public Optional<Instant> next(Collection<CycleId> cycles, Instant now) {
        if (cycles.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select n.send_after, 1 as mails from hyte.notification n
                        where n.sent_at is null and n.gave_up_at is null and n.send_after > :now and n.cycle_id in (:cycles)
                        order by n.send_after limit 1""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("cycles", cycles.stream().map(CycleId::value).toList())
                .query(WaitingMails::departure)
                .optional()
                .map(Departure::at);
    }

    private static Departure departure(ResultSet row, int number) throws SQLException {
        return new Departure(row.getObject("send_after", OffsetDateTime.class).toInstant(), row.getInt("mails"));
    }
}
