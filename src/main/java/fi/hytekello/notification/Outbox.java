package fi.hytekello.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Languages;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people are to be told by mail. Nothing is sent in the transaction that writes here: it may still be rolled back. */
@Repository
public class Outbox {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final ObjectMapper json;
    private final SendTimes sendTimes;
    private final Clock clock;

    Outbox(JdbcClient jdbc, NamedParameterJdbcTemplate batch, ObjectMapper json, SendTimes sendTimes, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.sendTimes = sendTimes;
        this.clock = clock;
    }

    /**
     * Adds these to the caller's transaction; what a person has been or will be told already is left out. Each leaves
     * when it may ({@link QuietTimes}).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<Notification> notifications) {
        if (notifications.isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        SendTimes.Of times = sendTimes.at(now.toInstant(), notifications);
        batch.batchUpdate(
                """
                insert into hyte.notification (recipient, address, language, municipality_code, cycle_id, kind, subject_key,
                    due_on, task_id, payload, created_at, send_after)
                values (:recipient, :address, :language, :municipality, :cycle, :kind, :subject, :due, :task,
                    :payload::jsonb, :now, :after)
                on conflict (recipient, kind, subject_key, due_on) do nothing""",
                notifications.stream()
                        .map(notification -> parameters(notification)
                                .addValue("now", now)
                                .addValue("after", utc(times.of(notification))))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** The same for those who do not sign in; these mails leave in office hours. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addOutside(Collection<OutsideNotice> notices) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        batch.batchUpdate(
                """
                insert into hyte.notification (recipient, address, language, municipality_code, cycle_id, kind, subject_key,
                    due_on, payload, created_at, send_after)
                values (:recipient, :address, :language, :municipality, :cycle, :kind, :subject, :on, :payload::jsonb, :now,
                    :after)
                on conflict (recipient, kind, subject_key, due_on) do nothing""",
                notices.stream()
                        .map(notice -> parameters(notice).addValue("now", now))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Takes out what has not left and need not leave any more; what the mail server may have already stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Collection<String> subjectKeys, NotificationKind kind) {
        withdrawal("""
                        update hyte.notification n set mail_id = null from hyte.mail m
                        where m.id = n.mail_id and m.offered_at is null and m.sent_at is null
                            and n.subject_key = any(:subjects) and n.kind = :kind""", subjectKeys, kind);
        withdrawal("""
                        delete from hyte.notification
                        where subject_key = any(:subjects) and kind = :kind and sent_at is null and mail_id is null""", subjectKeys, kind);
    }

    private void withdrawal(String sql, Collection<String> subjectKeys, NotificationKind kind) {
        jdbc.sql(sql)
                .param("subjects", subjectKeys.toArray(String[]::new))
                .param("kind", kind.name())
                .update();
    }

    /** Takes out what waits about a task that is done: nobody is told of it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawTask(String taskId) {
        jdbc.sql("""
                        update hyte.notification set dropped_at = :now, dropped_because = 'TASK_DONE'
                        where task_id = :task and mail_id is null and sent_at is null and dropped_at is null""")
                .param("now", OffsetDateTime.now(clock))
                .param("task", taskId)
                .update();
    }

    /** Adds a mail to an office to the caller's transaction; the id under which it is sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(OfficeMail mail) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("""
                        insert into hyte.notification (recipient, address, language, municipality_code, cycle_id, kind,
                            subject_key, payload, created_at, send_after)
                        values (:recipient, :address, :language, :municipality, :cycle, :kind, :subject, :payload::jsonb,
                            :now, :after) returning id""")
                .param("recipient", mail.recipient())
                .param("address", mail.address())
                .param("language", Languages.isSwedish(mail.language()) ? "sv" : "fi")
                .param("municipality", mail.municipality().value())
                .param("cycle", id(mail.cycle()))
                .param("kind", mail.kind().name())
                .param("subject", mail.subjectKey())
                .param("payload", asJson(mail.payload()))
                .param("now", now)
                .param("after", utc(sendTimes.atOnce(now.toInstant())))
                .query(UUID.class)
                .single();
    }

    private MapSqlParameterSource parameters(Notification notification) {
        return new MapSqlParameterSource(
                        "recipient", notification.recipient().username().value())
                .addValue("address", notification.recipient().email())
                .addValue(
                        "language", Languages.isSwedish(notification.recipient().language()) ? "sv" : "fi")
                .addValue("municipality", notification.municipality().value())
                .addValue("cycle", id(notification.cycle()))
                .addValue("kind", notification.kind().name())
                .addValue("subject", notification.subjectKey())
                .addValue("due", notification.dueOn())
                .addValue("task", notification.taskId())
                .addValue("payload", asJson(notification.payload()));
    }

    private MapSqlParameterSource parameters(OutsideNotice notice) {
        return new MapSqlParameterSource("recipient", notice.recipient())
                .addValue("address", notice.address())
                .addValue("language", Languages.isSwedish(notice.language()) ? "sv" : "fi")
                .addValue("municipality", notice.municipality().value())
                .addValue("cycle", id(notice.cycle()))
                .addValue("kind", notice.kind().name())
                .addValue("subject", notice.subjectKey())
                .addValue("on", notice.on())
                .addValue("payload", asJson(notice.payload()))
                .addValue("after", utc(sendTimes.atOnce(notice.sendAfter())));
    }

    private static @Nullable Long id(@Nullable CycleId cycle) {
        return cycle == null ? null : cycle.value();
    }

    private String asJson(Map<String, String> payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("A payload that cannot be written as JSON", impossible);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
