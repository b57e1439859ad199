package fi.hytekello.nomination;

import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.security.LinkToken;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Personal links to requests: each token stands only in its mail. An organisation may have several, one of each mail. */
@Repository
public class RequestLinks {

    /** How long a link works: past every extension, not for ever. */
    private static final Duration LIFETIME = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final RequestTable requests;
    private final Clock clock;

    RequestLinks(JdbcClient jdbc, RequestTable requests, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.clock = clock;
    }

    /** A new link to a request: its token, which cannot be read again. */
    @Transactional
    public String mint(RequestId request) {
        LinkToken token = LinkToken.random();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into hyte.nomination_link (hash, request_id, created_at, expires_at)
                        values (:hash, :request, :now, :expires)""")
                .param("hash", token.hash())
                .param("request", request.value())
                .param("now", now)
                .param("expires", now.plus(LIFETIME))
                .update();
        return token.value();
    }

    /**
     * The request that a link leads to.
     *
     * @throws NotFound when there is none, it has expired, or nothing can be answered any more: always in the same words
     */
    public Request request(String token) {
        return jdbc.sql("select request_id from hyte.nomination_link where hash = :hash and expires_at > :now")
                .param("hash", new LinkToken(token).hash())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .optional()
                .flatMap(id -> requests.find(new RequestId(id)))
                .filter(request -> request.takes(RequestVia.LINK, clock.instant()))
                .orElseThrow(() -> new NotFound("problem.nominee.link"));
    }
}
