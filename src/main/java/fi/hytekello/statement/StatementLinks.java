package fi.hytekello.statement;

import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.security.LinkToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal links to statements: each token stands only in its mail. A party may have several, one of each mail.
 */
@Repository
public class StatementLinks {

    /** How long a link works: past every extension, not for ever. */
    private static final Duration LIFETIME = Duration.ofDays(120);

    private final JdbcClient jdbc;
    private final Clock clock;

    StatementLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new link to a statement: its token, which cannot be read again. */
    @Transactional
    public String mint(long statement) {
        LinkToken token = LinkToken.random();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into hyte.statement_link (hash, statement_id, created_at, expires_at)
                        values (:hash, :statement, :now, :expires)""")
                .param("hash", token.hash())
                .param("statement", statement)
                .param("now", now)
                .param("expires", now.plus(LIFETIME))
                .update();
        return token.value();
    }

    /** The id of the statement that a link leads to. @throws NotFound when it is unknown or has expired */
    public long statement(String token) {
        record Link(long statement, Instant expires) {}
        Link link = jdbc.sql("select statement_id, expires_at from hyte.statement_link where hash = :hash")
                .param("hash", new LinkToken(token).hash())
                .query((row, n) -> new Link(
                        row.getLong("statement_id"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseThrow(() -> new NotFound("problem.link.unknown"));
        if (!clock.instant().isBefore(link.expires())) {
            throw new NotFound("problem.link.expired");
        }
        return link.statement();
    }
}
