package fi.hytekello.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often people were reminded of tasks, also of those that are done. */
@Repository
public class RemindersSent {

    private final JdbcClient jdbc;

    RemindersSent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many reminders and notices of lateness have left, by task id, each counted once however many people have got
     * it; a task without any is missing.
     */
    public Map<String, Integer> of(Collection<String> tasks) {
        Map<String, Integer> counts = new HashMap<>();
        if (!tasks.isEmpty()) {
            jdbc.sql("""
                            select task_id, count(distinct (kind, subject_key, due_on)) as n from hyte.notification
                            where task_id in (:tasks) and sent_at is not null
                                and kind in ('FIRST_REMINDER', 'LAST_REMINDER', 'OVERDUE', 'STILL_LATE')
                            group by task_id""").param("tasks", tasks).query(row -> {
                counts.put(row.getString("task_id"), row.getInt("n"));
            });
        }
        return counts;
    }
}
