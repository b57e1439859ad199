package fi.hytekello.meeting;

import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.security.LinkToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Personal links by which members say which dates suit them: each token stands only in its mail. */
@Repository
public class MeetingLinks {

    private static final Duration LIFETIME = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whom a link asks, about which meeting. */
    public record Asked(MeetingId meeting, long attendee) {}

    /**
     * A new link of an attendee: its token, which cannot be read again.
     *
     * @param needed the moment until which it is needed at least
     */
    @Transactional
    String mint(long attendee, Instant needed) {
        LinkToken token = LinkToken.random();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into hyte.meeting_link (hash, attendee_id, created_at, expires_at)
                        values (:hash, :attendee, :now, :expires)""")
                .param("hash", token.hash())
                .param("attendee", attendee)
                .param("now", now)
                .param("expires", later(now.plus(LIFETIME), needed.atOffset(ZoneOffset.UTC)))
                .update();
        return token.value();
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    /** @throws NotFound when it is unknown or has expired, or its holder has been taken off the list */
    public Asked asked(String token) {
        record Link(Asked asked, Instant expires) {}
        Link link = jdbc.sql("""
                        select a.meeting_id, a.id, l.expires_at from hyte.meeting_link l
                            join hyte.meeting_attendee a on a.id = l.attendee_id and not a.removed
                        where l.hash = :hash""")
                .param("hash", new LinkToken(token).hash())
                .query((row, n) -> new Link(
                        new Asked(new MeetingId(row.getLong("meeting_id")), row.getLong("id")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseThrow(() -> new NotFound("problem.link.unknown"));
        if (!clock.instant().isBefore(link.expires())) {
            throw new NotFound("problem.link.expired");
        }
        return link.asked();
    }
}
