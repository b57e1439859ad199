package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;
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

/** What waits for its time to be told by mail. */
@Repository
public class WaitingMails {

    /** What is to be told, when that is put into a mail or its mail is tried again. */
    private static final String WAITING = """
            select case when n.mail_id is null then n.send_after else m.send_after end as send_after, n.cycle_id,
                n.municipality_code
            from hyte.notification n left join hyte.mail m on m.id = n.mail_id
            where n.sent_at is null and n.dropped_at is null and m.gave_up_at is null""";

    private final JdbcClient jdbc;

    WaitingMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What leaves at one moment. */
    public record Departure(Instant at, int mails) {}

    /** The departures after this moment that come first. */
    public List<Departure> after(Instant now, int limit) {
        return jdbc.sql("""
                        select w.send_after, count(*) as mails from (%s) w
                        where w.send_after > :now group by w.send_after order by w.send_after limit :limit""".formatted(WAITING))
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
                        select w.send_after, 1 as mails from (%s) w
                        where w.send_after > :now and w.cycle_id in (:cycles) order by w.send_after limit 1""".formatted(WAITING))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("cycles", cycles.stream().map(CycleId::value).toList())
                .query(WaitingMails::departure)
                .optional()
                .map(Departure::at);
    }

    /** When the next mail of a municipality or regional council leaves, after this moment. */
    public Optional<Instant> next(MunicipalityCode municipality, Instant now) {
        return jdbc.sql("""
                        select w.send_after, 1 as mails from (%s) w
                        where w.send_after > :now and w.municipality_code = :municipality
                        order by w.send_after limit 1""".formatted(WAITING))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("municipality", municipality.value())
                .query(WaitingMails::departure)
                .optional()
                .map(Departure::at);
    }

    private static Departure departure(ResultSet row, int number) throws SQLException {
        return new Departure(row.getObject("send_after", OffsetDateTime.class).toInstant(), row.getInt("mails"));
    }
}
