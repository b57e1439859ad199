package fi.hytekello.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sending side of the outbox: what waits, and what became of each mail. */
@Repository
class MailQueue {

    private static final String HELD = """
            and not exists (select from hyte.undeliverable u where u.closed_at is null
                and u.municipality_code = %1$s.municipality_code and u.address = %1$s.address)""";

    /** Told in no mail yet, and due; nothing is due to an address that takes no mail until somebody has dealt with it. */
    static final String DUE_ROW =
            "n.mail_id is null and n.sent_at is null and n.dropped_at is null and n.send_after <= :now "
                    + HELD.formatted("n");

    /** A mail that waits for another try. */
    static final String DUE_MAIL =
            "m.sent_at is null and m.gave_up_at is null and m.send_after <= :now " + HELD.formatted("m");

    /** A node that vanishes without a word holds its mail no longer than this; no mail takes so long to send. */
    private static final String LONGEST_SENDING = "5min";

    private final JdbcClient jdbc;

    MailQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isAnythingDue(Instant now) {
        return jdbc.sql("select exists (select from hyte.notification n where " + DUE_ROW
                        + ") or exists (select from hyte.mail m where " + DUE_MAIL + ")")
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
    }

    /** Since when what is due has waited to be put into a mail; empty when nothing waits. */
    Optional<Instant> waitingSince(Instant now) {
        return jdbc
                .sql("select n.send_after from hyte.notification n where " + DUE_ROW
                        + " order by n.send_after, n.created_at, n.id limit 1")
                .param("now", utc(now))
                .query((row, n) ->
                        row.getObject("send_after", OffsetDateTime.class).toInstant())
                .list()
                .stream()
                .findFirst();
    }

    /** Takes a mail for the caller's transaction; false when another sender has it, or has sent it. */
    boolean take(UUID mail) {
        return jdbc.sql("""
                        select set_config('idle_in_transaction_session_timeout', :longest, true) from hyte.mail m
                        where m.id = :id and m.sent_at is null and m.gave_up_at is null for update of m skip locked""")
                .param("longest", LONGEST_SENDING)
                .param("id", mail)
                .query(String.class)
                .optional()
                .isPresent();
    }

    void sent(UUID mail, String messageId, Instant now) {
        jdbc.sql("""
                        with sent as (
                            update hyte.mail set sent_at = :now, attempts = attempts + 1, message_id = :message,
                                last_error = null
                            where id = :id)
                        update hyte.notification set sent_at = :now where mail_id = :id and dropped_at is null""")
                .param("now", utc(now))
                .param("message", messageId)
                .param("id", mail)
                .update();
    }

    /** @param heldSince since when the server might have it; null when it certainly has not */
    void tryAgain(UUID mail, Instant at, String error, @Nullable Instant heldSince) {
        jdbc.sql("""
                        update hyte.mail
                        set attempts = attempts + 1, last_error = :error, send_after = :at, offered_at = :held
                        where id = :id""")
                .param("error", error)
                .param("at", utc(at))
                .param("held", heldSince == null ? null : utc(heldSince))
                .param("id", mail)
                .update();
    }

    /** The same where the server is to blame: the mail is no nearer to being given up. */
    void putOff(UUID mail, Instant at, String error, @Nullable Instant heldSince) {
        jdbc.sql("update hyte.mail set last_error = :error, send_after = :at, offered_at = :held where id = :id")
                .param("error", error)
                .param("at", utc(at))
                .param("held", heldSince == null ? null : utc(heldSince))
                .param("id", mail)
                .update();
    }

    void giveUp(UUID mail, Instant now, String error) {
        jdbc.sql("""
                        update hyte.mail set attempts = attempts + 1, last_error = :error, gave_up_at = :now
                        where id = :id""")
                .param("error", error)
                .param("now", utc(now))
                .param("id", mail)
                .update();
    }

    /** Lets go of mails that were to be sent and never came to it: they may still change. */
    void release(Collection<Mail> mails, Instant now) {
        if (mails.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update hyte.mail set send_after = :now,
                            offered_at = case when id = any(:held) then offered_at end
                        where id in (select m.id from hyte.mail m
                            where m.id = any(:mails) and m.sent_at is null and m.gave_up_at is null
                            for update of m skip locked)""")
                .param("now", utc(now))
                .param("mails", mails.stream().map(Mail::id).toArray(UUID[]::new))
                .param(
                        "held",
                        mails.stream()
                                .filter(mail -> mail.heldBefore() != null)
                                .map(Mail::id)
                                .toArray(UUID[]::new))
                .update();
    }

    /** True when the server has accepted some mail since then: a server that takes none says nothing about an address. */
    boolean acceptedAnySince(Instant moment) {
        return jdbc.sql("select exists (select from hyte.mail where sent_at >= :moment)")
                .param("moment", utc(moment))
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
