package fi.hytekello.plan;

import fi.hytekello.cycle.DeadlinesChanged;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskOpened;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps by when each department was asked for its report, also after the task is gone. */
@Component
class ReportDeadlines {

    private final JdbcClient jdbc;

    ReportDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void asked(TaskOpened opened) {
        OpenTask task = opened.task();
        if (task.department() == null || task.dueAt() == null || !isReport(task)) {
            return;
        }
        jdbc.sql("""
                        insert into hyte.report_deadline (cycle_id, kind, department_code, due_at)
                        values (:cycle, :kind, :department, :due)
                        on conflict (cycle_id, kind, department_code) do update set due_at = excluded.due_at""")
                .param("cycle", task.cycle().value())
                .param("kind", String.valueOf(task.milestone()))
                .param("department", task.department().value())
                .param("due", task.dueAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The calendar has changed, and with it what the departments that still have their task were asked for. */
    @EventListener
    void moved(DeadlinesChanged event) {
        jdbc.sql("""
                        update hyte.report_deadline d set due_at = m.due_after from hyte.deadline_task_move m
                        where m.change_id = :change and d.cycle_id = :cycle and d.kind = m.milestone
                            and d.department_code = m.department_code""")
                .param("change", event.change().id())
                .param("cycle", event.cycle().id().value())
                .update();
    }

    private static boolean isReport(OpenTask task) {
        return Arrays.stream(ReportPoint.values()).anyMatch(point -> point.milestone() == task.milestone());
    }
}
