package fi.hytekello.notification;

import fi.hytekello.municipality.Username;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has been told about tasks, read from the outbox. */
@Repository
class Tellings {

    private final JdbcClient jdbc;

    Tellings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One notice about a task, to all who got it.
     *
     * @param dueOn the deadline of which it told
     * @param on day on which it left or will leave, Europe/Helsinki
     * @param sentAt when the first of its mails left, null while none has
     * @param leavesAt when the first of those that wait leaves, null when none waits
     */
    record Made(
            String task,
            NotificationKind notice,
            Audience audience,
            @Nullable LocalDate dueOn,
            LocalDate on,
            @Nullable Instant sentAt,
            @Nullable Instant leavesAt,
            List<Username> recipients) {}

    /** All about these tasks, the oldest first. */
    List<Made> of(Collection<String> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select n.task_id, n.kind, n.due_on,
                            coalesce(n.payload ->> 'audience', case n.kind when 'ESCALATION' then 'NEXT_LEVEL' else 'HOLDER' end)
                                as audience,
                            min(coalesce(n.sent_at, n.send_after) at time zone 'Europe/Helsinki')::date as told_on,
                            min(n.sent_at) as sent_at,
                            min(coalesce(m.send_after, n.send_after))
                                filter (where n.sent_at is null and n.dropped_at is null and m.gave_up_at is null) as leaves_at,
                            array_agg(n.recipient order by n.recipient) as recipients
                        from hyte.notification n left join hyte.mail m on m.id = n.mail_id
                        where n.task_id in (:tasks)
                            and n.kind in ('TASK_NOTICE', 'FIRST_REMINDER', 'LAST_REMINDER', 'OVERDUE', 'STILL_LATE', 'ESCALATION')
                        group by n.task_id, n.kind, n.due_on, 4, n.subject_key
                        order by told_on, n.kind, audience""").param("tasks", tasks).query(Tellings::made).list();
    }

    private static Made made(ResultSet row, int number) throws SQLException {
        Array recipients = row.getArray("recipients");
        return new Made(
                row.getString("task_id"),
                NotificationKind.valueOf(row.getString("kind")),
                Audience.valueOf(row.getString("audience")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("told_on", LocalDate.class),
                instant(row.getObject("sent_at", OffsetDateTime.class)),
                instant(row.getObject("leaves_at", OffsetDateTime.class)),
                Arrays.stream((String[]) recipients.getArray())
                        .map(Username::new)
                        .toList());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
