package fi.hytekello.indicator;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.DeadlinesChanged;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskOpened;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps when each department was asked to explain its indicators and when it did, also after the task is gone. */
@Component
class IndicatorRequests {

    private static final String TASK = "Activity_ExplainIndicators";

    private final JdbcClient jdbc;
    private final Clock clock;

    IndicatorRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void asked(TaskOpened opened) {
        OpenTask task = opened.task();
        if (!task.task().equals(TASK) || task.dueAt() == null) {
            return;
        }
        jdbc.sql("""
                        insert into hyte.indicator_request (cycle_id, department_code, round, task_id, asked_at, due_at)
                        select :cycle, :department, 1 + count(*), :task, :asked, :due from hyte.indicator_request
                        where cycle_id = :cycle and department_code = :department""")
                .param("cycle", task.cycle().value())
                .param("department", task.requiredDepartment().value())
                .param("task", task.id())
                .param("asked", task.openedAt().atOffset(ZoneOffset.UTC))
                .param("due", task.dueAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The calendar has changed, and with it what the departments that still have their task were asked for. */
    @EventListener
    void moved(DeadlinesChanged event) {
        jdbc.sql("""
                        update hyte.indicator_request r set due_at = m.due_after from hyte.deadline_task_move m
                        where m.change_id = :change and r.cycle_id = :cycle and m.milestone = 'INDICATORS'
                            and r.department_code = m.department_code
                            and r.answered_at is null and r.closed_at is null""")
                .param("change", event.change().id())
                .param("cycle", event.cycle().id().value())
                .update();
    }

    void answered(CycleId cycle, DepartmentCode department) {
        jdbc.sql("""
                        update hyte.indicator_request set answered_at = :now
                        where cycle_id = :cycle and department_code = :department
                            and answered_at is null and closed_at is null""")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Marks what is left unexplained by those who have not answered, and ends asking them. */
    int close(CycleId cycle) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        update hyte.snapshot_value v set unexplained_at = :now
                        from hyte.indicator_request r
                        where r.cycle_id = :cycle and r.answered_at is null and r.closed_at is null
                            and v.cycle_id = r.cycle_id and v.department_code = r.department_code
                            and v.light = any (:needing) and v.explanation is null""")
                .param("cycle", cycle.value())
                .param("now", now)
                .param("needing", Light.needingExplanation())
                .update();
        return jdbc.sql("""
                        update hyte.indicator_request set closed_at = :now
                        where cycle_id = :cycle and answered_at is null and closed_at is null""").param("cycle", cycle.value()).param("now", now).update();
    }
}
