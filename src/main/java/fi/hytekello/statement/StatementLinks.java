package fi.hytekello.statement;

import fi.hytekello.platform.problem.NotFound;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal links to statements: 256 random bits that stand only in the mail; the database knows their SHA-256. A party
 * may have several, one of each mail.
 */
@Repository
public class StatementLinks {

    /** How long a link works: past every extension, not for ever. */
    private static final Duration LIFETIME = Duration.ofDays(120);

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StatementLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new link to a statement: its token, which cannot be read again. */
    @Transactional
    public String mint(long statement) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into hyte.statement_link (hash, statement_id, created_at, expires_at)
                        values (:hash, :statement, :now, :expires)""")
                .param("hash", hash(token))
                .param("statement", statement)
                .param("now", now)
                .param("expires", now.plus(LIFETIME))
                .update();
        return token;
    }

    /** The id of the statement that a link leads to. @throws NotFound when it is unknown or has expired */
    public long statement(String token) {
        record Link(long statement, Instant expires) {}
        Link link = jdbc.sql("select statement_id, expires_at from hyte.statement_link where hash = :hash")
                .param("hash", hash(token))
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

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
