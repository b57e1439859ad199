package fi.hytekello.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.hytekello.municipality.Languages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails to be sent. Nothing is sent in the transaction that writes here: it may still be rolled back. */
@Repository
public class Outbox {

    private static final String UNSENT = "n.sent_at is null and n.gave_up_at is null and n.send_after <= :now";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(JdbcClient jdbc, NamedParameterJdbcTemplate batch, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.clock = clock;
    }

    /** Adds these to the caller's transaction; what a person has been or will be told already is left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<Notification> notifications) {
        if (notifications.isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        batch.batchUpdate(
                """
                insert into hyte.notification (recipient, address, language, municipality_code, cycle_id, kind, subject_key,
                    due_on, task_id, payload, created_at, send_after)
                values (:recipient, :address, :language, :municipality, :cycle, :kind, :subject, :due, :task,
                    :payload::jsonb, :now, :now)
                on conflict (recipient, kind, subject_key, due_on) do nothing""",
                notifications.stream()
                        .map(notification -> parameters(notification).addValue("now", now))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** The same for those who do not sign in. */
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

    /** Takes out what has not left and need not leave any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Collection<String> subjectKeys, NotificationKind kind) {
        jdbc.sql("""
                        delete from hyte.notification
                        where subject_key = any(:subjects) and kind = :kind and sent_at is null""")
                .param("subjects", subjectKeys.toArray(String[]::new))
                .param("kind", kind.name())
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
                            :now, :now) returning id""")
                .param("recipient", mail.recipient())
                .param("address", mail.address())
                .param("language", Languages.isSwedish(mail.language()) ? "sv" : "fi")
                .param("municipality", mail.municipality().value())
                .param("cycle", mail.cycle().value())
                .param("kind", mail.kind().name())
                .param("subject", mail.subjectKey())
                .param("payload", asJson(mail.payload()))
                .param("now", now)
                .query(UUID.class)
                .single();
    }

    /** The mails that are due, the longest waiting first, with all that they tell. */
    List<Letter> due(Instant now, int limit) {
        return jdbc.sql("""
                        select n.*, p.title_fi, p.title_sv, m.name_fi, m.name_sv, m.city, c.year,
                            dep.name_fi as department_fi, dep.name_sv as department_sv,
                            sp.name_fi as party_fi, sp.name_sv as party_sv,
                            absent.title_fi as absent_fi, absent.title_sv as absent_sv,
                            d.subject, d.decided_by, d.outcome, d.comment, d.decided_on, d.section, d.link, d.next_meeting_on
                        from hyte.notification n
                        join hyte.municipality m on m.code = n.municipality_code
                        join hyte.cycle c on c.id = n.cycle_id
                        left join hyte.person p on p.username = n.recipient
                        left join hyte.decision d on d.id = (n.payload ->> 'decision')::bigint and d.cycle_id = n.cycle_id
                        left join hyte.statement st on st.task_id = n.task_id
                        left join hyte.statement_party sp on sp.id = st.party_id
                        left join hyte.absence away on away.id = (n.payload ->> 'absence')::bigint
                        left join hyte.person absent on absent.username = away.username
                        left join hyte.department dep
                            on dep.municipality_code = n.municipality_code and dep.code = n.payload ->> 'department'
                        where\s""" + UNSENT + " order by n.send_after, n.created_at, n.id limit :limit")
                .param("now", utc(now))
                .param("limit", limit)
                .query(new LetterRows(json))
                .list();
    }

    /** Takes a mail for the caller's transaction; false when another sender has it or it is sent. */
    boolean take(UUID id, Instant now) {
        return jdbc.sql("select n.id from hyte.notification n where n.id = :id and " + UNSENT
                        + " for update skip locked")
                .param("id", id)
                .param("now", utc(now))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void sent(UUID id, String messageId, Instant now) {
        jdbc.sql("""
                        update hyte.notification
                        set sent_at = :now, attempts = attempts + 1, message_id = :message, last_error = null
                        where id = :id""")
                .param("now", utc(now))
                .param("message", messageId)
                .param("id", id)
                .update();
    }

    void tryAgain(UUID id, Instant at, String error) {
        jdbc.sql("""
                        update hyte.notification set attempts = attempts + 1, last_error = :error, send_after = :at
                        where id = :id""").param("error", error).param("at", utc(at)).param("id", id).update();
    }

    void giveUp(UUID id, Instant now, String error) {
        jdbc.sql("""
                        update hyte.notification set attempts = attempts + 1, last_error = :error, gave_up_at = :now
                        where id = :id""")
                .param("error", error)
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    /** The mail server does not answer: everything due waits, and no mail is nearer to being given up. */
    void postpone(Instant now, Duration wait, String error) {
        jdbc.sql("""
                        update hyte.notification set send_after = :later, last_error = :error
                        where id in (select n.id from hyte.notification n where\s""" + UNSENT + " for update skip locked)")
                .param("later", utc(now.plus(wait)))
                .param("error", error)
                .param("now", utc(now))
                .update();
    }

    private MapSqlParameterSource parameters(Notification notification) {
        return new MapSqlParameterSource(
                        "recipient", notification.recipient().username().value())
                .addValue("address", notification.recipient().email())
                .addValue(
                        "language", Languages.isSwedish(notification.recipient().language()) ? "sv" : "fi")
                .addValue("municipality", notification.municipality().value())
                .addValue("cycle", notification.cycle().value())
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
                .addValue("cycle", notice.cycle().value())
                .addValue("kind", notice.kind().name())
                .addValue("subject", notice.subjectKey())
                .addValue("on", notice.on())
                .addValue("payload", asJson(notice.payload()))
                .addValue("after", utc(notice.sendAfter()));
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
