package fi.hytekello.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes mails of what is due, when the mail server is there to take them: all that one person is to be told leaves in
 * one mail, and what has become untrue meanwhile is left out.
 */
@Repository
class MailFolding {

    /** How long nobody else takes a mail that is being sent; if its sender has died, it is sent again after that. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** Waiting rows in which the next recipients are looked for. */
    private static final int LOOKED_AT = 1000;

    private final JdbcClient jdbc;
    private final Letters letters;

    MailFolding(JdbcClient jdbc, Letters letters) {
        this.jdbc = jdbc;
        this.letters = letters;
    }

    /**
     * Mails to be sent now.
     *
     * @param found false when nothing was due, or others have all of it in hand
     */
    record Batch(boolean found, List<Mail> mails) {}

    private record Open(UUID id, @Nullable Instant offeredAt) {}

    /**
     * Takes mails that wait for another try and makes new ones, for at most so many recipients of each. From now on they
     * keep what they tell, unless {@link MailQueue#release} says that the server cannot have seen them.
     */
    @Transactional
    Batch offer(Instant now, int limit) {
        List<Open> again = openMails(now, limit);
        List<UUID> changeable = again.stream()
                .filter(mail -> mail.offeredAt() == null)
                .map(Open::id)
                .toList();
        List<UUID> waiting = waitingRows(now, limit);
        List<UUID> rows = new ArrayList<>(rowsOf(changeable));
        rows.addAll(waiting);
        dropUntrue(rows, now);
        dropSuperseded(rows, now);
        join(waiting);
        List<UUID> ids = new ArrayList<>(again.stream().map(Open::id).toList());
        removeEmpty(ids);
        ids.addAll(make(waiting, now));
        keepWhatTheyTell(ids, now);
        Map<UUID, @Nullable Instant> heldBefore = new HashMap<>();
        again.forEach(mail -> heldBefore.put(mail.id(), mail.offeredAt()));
        return new Batch(!again.isEmpty() || !waiting.isEmpty(), letters.of(ids, heldBefore));
    }

    private List<Open> openMails(Instant now, int limit) {
        return jdbc.sql("select m.id, m.offered_at from hyte.mail m where " + MailQueue.DUE_MAIL
                        + " order by m.send_after, m.created_at, m.id limit :limit for update of m skip locked")
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, n) -> {
                    OffsetDateTime offered = row.getObject("offered_at", OffsetDateTime.class);
                    return new Open(row.getObject("id", UUID.class), offered == null ? null : offered.toInstant());
                })
                .list();
    }

    private List<UUID> rowsOf(List<UUID> mails) {
        return jdbc.sql("select n.id from hyte.notification n where n.mail_id = any(:mails) for update skip locked")
                .param("mails", array(mails))
                .query(UUID.class)
                .list();
    }

    /** All that is due to those who have waited longest. */
    private List<UUID> waitingRows(Instant now, int limit) {
        return jdbc.sql("""
                        with longest as (
                            select n.recipient, n.address, n.language, n.municipality_code, n.send_after
                            from hyte.notification n where %1$s
                            order by n.send_after, n.created_at, n.id limit :lookedAt),
                        next as (
                            select recipient, address, language, municipality_code from longest
                            group by 1, 2, 3, 4 order by min(send_after) limit :limit)
                        select n.id from hyte.notification n
                        where %1$s and (n.recipient, n.address, n.language, n.municipality_code) in (select * from next)
                        for update of n skip locked""".formatted(MailQueue.DUE_ROW))
                .param("now", utc(now))
                .param("lookedAt", LOOKED_AT)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private void dropUntrue(List<UUID> rows, Instant now) {
        jdbc.sql("""
                        update hyte.notification n set dropped_at = :now, dropped_because = u.reason, mail_id = null
                        from (select n.id, case
                                when n.task_id is not null and w.task_id is null then 'TASK_DONE'
                                when n.kind = any(:reminders) and (n.payload ->> 'due')::timestamptz < :now
                                    then 'DEADLINE_PASSED'
                                when n.kind = any(:dated) and n.due_on <> (w.due_at at time zone 'Europe/Helsinki')::date
                                    then 'DEADLINE_MOVED'
                                end as reason
                            from hyte.notification n left join hyte.work_item w on w.task_id = n.task_id
                            where n.id = any(:rows)) u
                        where n.id = u.id and u.reason is not null""")
                .param("now", utc(now))
                .param("reminders", NotificationKind.names(NotificationKind.REMINDERS))
                .param("dated", NotificationKind.names(NotificationKind.OF_A_DEADLINE))
                .param("rows", array(rows))
                .update();
    }

    private void dropSuperseded(List<UUID> rows, Instant now) {
        jdbc.sql("""
                        update hyte.notification n set dropped_at = :now, dropped_because = 'SUPERSEDED', mail_id = null
                        where n.id = any(:rows) and n.dropped_at is null and exists (
                            select from hyte.notification more
                            where more.id = any(:rows) and more.dropped_at is null and more.task_id = n.task_id
                                and (more.recipient, more.address, more.language, more.municipality_code)
                                    = (n.recipient, n.address, n.language, n.municipality_code)
                                and array_position(:pressing, more.kind) > array_position(:pressing, n.kind))""")
                .param("now", utc(now))
                .param("rows", array(rows))
                .param("pressing", NotificationKind.names(NotificationKind.PRESSING))
                .update();
    }

    /** Who has a mail waiting that was refused gets no second one beside it. */
    private void join(List<UUID> rows) {
        jdbc.sql("""
                        with open as (
                            select m.* from hyte.mail m
                            where m.sent_at is null and m.gave_up_at is null and m.offered_at is null
                                and m.recipient in (select recipient from hyte.notification where id = any(:rows))
                                and not exists (
                                    select from hyte.notification a where a.mail_id = m.id and a.kind = any(:alone))
                            for update of m skip locked)
                        update hyte.notification n set mail_id = o.id from open o
                        where n.id = any(:rows) and n.dropped_at is null and n.kind <> all(:alone)
                            and (n.recipient, n.address, n.language, n.municipality_code)
                                = (o.recipient, o.address, o.language, o.municipality_code)""")
                .param("rows", array(rows))
                .param("alone", NotificationKind.names(NotificationKind.ALONE))
                .update();
    }

    private void removeEmpty(List<UUID> mails) {
        List<UUID> empty =
                jdbc.sql("""
                        delete from hyte.mail m where m.id = any(:mails)
                            and not exists (select from hyte.notification n where n.mail_id = m.id) returning m.id""").param("mails", array(mails)).query(UUID.class).list();
        mails.removeAll(empty);
    }

    private List<UUID> make(List<UUID> rows, Instant now) {
        return jdbc.sql("""
                        with folded as materialized (
                            select gen_random_uuid() as id, recipient, address, language, municipality_code,
                                array_agg(n.id) as rows
                            from hyte.notification n where n.id = any(:rows) and n.dropped_at is null and n.mail_id is null
                            group by recipient, address, language, municipality_code,
                                case when n.kind = any(:alone) then n.id end),
                        made as (
                            insert into hyte.mail (id, recipient, address, language, municipality_code, created_at, send_after)
                            select id, recipient, address, language, municipality_code, :now, :now from folded),
                        told as (
                            update hyte.notification n set mail_id = f.id from folded f where n.id = any(f.rows))
                        select id from folded""")
                .param("rows", array(rows))
                .param("alone", NotificationKind.names(NotificationKind.ALONE))
                .param("now", utc(now))
                .query(UUID.class)
                .list();
    }

    private void keepWhatTheyTell(List<UUID> mails, Instant now) {
        jdbc.sql(
                        "update hyte.mail set offered_at = coalesce(offered_at, :now), send_after = :lease where id = any(:mails)")
                .param("now", utc(now))
                .param("lease", utc(now.plus(LEASE)))
                .param("mails", array(mails))
                .update();
    }

    private static UUID[] array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
