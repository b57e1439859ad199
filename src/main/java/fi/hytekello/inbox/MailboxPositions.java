package fi.hytekello.inbox;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each mailbox has been read. */
@Repository
class MailboxPositions {

    private final JdbcClient jdbc;

    MailboxPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A place in a mailbox.
     *
     * @param validity the numbers count only as long as the server tells this one (RFC 3501, 2.3.1.1)
     * @param lastUid number of the last mail that was read
     */
    record Position(long validity, long lastUid) {}

    Optional<Position> find(String mailbox) {
        return jdbc.sql("select validity, last_uid from hyte.mailbox_position where mailbox = :mailbox")
                .param("mailbox", mailbox)
                .query(Position.class)
                .optional();
    }

    /** Never back, where two nodes read at once. */
    void set(String mailbox, Position position) {
        jdbc.sql("""
                        insert into hyte.mailbox_position as p (mailbox, validity, last_uid)
                        values (:mailbox, :validity, :uid)
                        on conflict (mailbox) do update set validity = excluded.validity, last_uid = case
                            when p.validity = excluded.validity then greatest(p.last_uid, excluded.last_uid)
                            else excluded.last_uid end""")
                .param("mailbox", mailbox)
                .param("validity", position.validity())
                .param("uid", position.lastUid())
                .update();
    }
}
