package fi.hytekello.inbox;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails that have come in, with their files. */
@Repository
class InboxTable {

    private static final String MATCHED =
            "select * from hyte.inbox_mail where task_id = :task and state in ('MATCHED', 'ASSIGNED')";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    InboxTable(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Empty where this mail has been taken before. */
    Optional<InboxMailId> add(
            MunicipalityCode tenant, ReadMail mail, InboxMail.State state, @Nullable String reference, Instant now) {
        Optional<InboxMailId> added = jdbc.sql("""
                        insert into hyte.inbox_mail (municipality_code, message_key, state, trouble, sender, subject, body,
                            received_at, stored_at, reference, settled_at)
                        values (:tenant, :key, :state, :trouble, :sender, :subject, :body, :received, :now, :reference,
                            case when :state = 'UNMATCHED' then null else :now::timestamptz end)
                        on conflict (municipality_code, message_key) do nothing returning id""")
                .param("tenant", tenant.value())
                .param("key", mail.key())
                .param("state", state.name())
                .param("trouble", mail.trouble() == null ? null : mail.trouble().name())
                .param("sender", mail.sender())
                .param("subject", mail.subject())
                .param("body", mail.text())
                .param("received", utc(mail.receivedAt()))
                .param("now", utc(now))
                .param("reference", reference)
                .query((row, n) -> new InboxMailId(row.getLong("id")))
                .optional();
        added.ifPresent(id -> addFiles(id, mail.files()));
        return added;
    }

    private void addFiles(InboxMailId mail, List<ReadMail.ReadFile> files) {
        batches.batchUpdate(
                """
                insert into hyte.inbox_attachment (mail_id, name, size, content, left_out)
                values (:mail, :name, :size, :content, :leftOut)""",
                files.stream()
                        .map(file -> new MapSqlParameterSource("mail", mail.value())
                                .addValue("name", file.name())
                                .addValue("size", file.size())
                                .addValue("content", file.content())
                                .addValue(
                                        "leftOut",
                                        file.leftOut() == null
                                                ? null
                                                : file.leftOut().name()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void setTask(InboxMailId mail, String taskId) {
        jdbc.sql("update hyte.inbox_mail set task_id = :task where id = :id")
                .param("task", taskId)
                .param("id", mail.value())
                .update();
    }

    Optional<InboxMail> find(InboxMailId mail) {
        return jdbc.sql("select * from hyte.inbox_mail where id = :id")
                .param("id", mail.value())
                .query(this::mail)
                .optional();
    }

    /** The one of an open task. */
    Optional<InboxMail> ofTask(String taskId) {
        return jdbc.sql("select * from hyte.inbox_mail where task_id = :task and state = 'UNMATCHED'")
                .param("task", taskId)
                .query(this::mail)
                .optional();
    }

    /** The one of an open task of the feature whose matter it is. Nobody else changes it until the transaction ends. */
    Optional<InboxMail> lockMatched(String taskId) {
        return jdbc.sql(MATCHED + " for update")
                .param("task", taskId)
                .query(this::mail)
                .optional();
    }

    Optional<InboxMail> matched(String taskId) {
        return jdbc.sql(MATCHED).param("task", taskId).query(this::mail).optional();
    }

    List<InboxMail.Line> ofMatter(MunicipalityCode tenant, String reference) {
        return jdbc.sql("""
                        select id, sender, received_at, task_id is not null as open,
                            case when task_id is null then reason end as reason
                        from hyte.inbox_mail where municipality_code = :tenant and reference = :reference
                        order by received_at desc, id desc""")
                .param("tenant", tenant.value())
                .param("reference", reference)
                .query((row, n) -> new InboxMail.Line(
                        new InboxMailId(row.getLong("id")),
                        row.getString("sender"),
                        instant(row),
                        row.getBoolean("open"),
                        row.getString("reason")))
                .list();
    }

    /** Its task is done: the mail has none any more. */
    void dealtWith(InboxMailId mail, @Nullable String reason, Username by, Instant now) {
        jdbc.sql("""
                        update hyte.inbox_mail set task_id = null, reason = :reason, settled_at = :now, settled_by = :by
                        where id = :id""")
                .param("reason", reason)
                .param("now", utc(now))
                .param("by", by.value())
                .param("id", mail.value())
                .update();
    }

    /** Who sent the last mail of a matter that was taken as an answer; what was put aside has a reason. */
    Optional<String> lastSender(MunicipalityCode tenant, String reference) {
        return jdbc.sql("""
                        select sender from hyte.inbox_mail
                        where municipality_code = :tenant and reference = :reference and task_id is null
                            and state in ('MATCHED', 'ASSIGNED') and settled_by is not null and reason is null
                        order by settled_at desc, id desc limit 1""")
                .param("tenant", tenant.value())
                .param("reference", reference)
                .query(String.class)
                .optional();
    }

    Map<String, Instant> receivedByTask(Collection<String> taskIds) {
        Map<String, Instant> received = new HashMap<>();
        jdbc.sql("select task_id, received_at from hyte.inbox_mail where task_id = any(:tasks)")
                .param("tasks", taskIds.toArray(String[]::new))
                .query(row -> {
                    received.put(row.getString("task_id"), instant(row));
                });
        return received;
    }

    Optional<byte[]> content(InboxMailId mail, long attachment) {
        return jdbc.sql(
                        "select content from hyte.inbox_attachment where id = :id and mail_id = :mail and content is not null")
                .param("id", attachment)
                .param("mail", mail.value())
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    void settle(
            InboxMailId mail,
            InboxMail.State state,
            @Nullable String reference,
            @Nullable String reason,
            Username by,
            Instant now) {
        jdbc.sql("""
                        update hyte.inbox_mail set state = :state, reference = :reference, reason = :reason,
                            settled_at = :now, settled_by = :by
                        where id = :id""")
                .param("state", state.name())
                .param("reference", reference)
                .param("reason", reason)
                .param("now", utc(now))
                .param("by", by.value())
                .param("id", mail.value())
                .update();
    }

    private InboxMail mail(ResultSet row, int number) throws SQLException {
        InboxMailId id = new InboxMailId(row.getLong("id"));
        String trouble = row.getString("trouble");
        return new InboxMail(
                id,
                new MunicipalityCode(row.getString("municipality_code")),
                InboxMail.State.valueOf(row.getString("state")),
                trouble == null ? null : InboxMail.Trouble.valueOf(trouble),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("body"),
                instant(row),
                row.getString("reference"),
                attachments(id));
    }

    private List<InboxMail.Attachment> attachments(InboxMailId mail) {
        return jdbc.sql("select id, name, size, left_out from hyte.inbox_attachment where mail_id = :mail order by id")
                .param("mail", mail.value())
                .query(InboxMail.Attachment.class)
                .list();
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("received_at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
