package fi.hytekello.cycle;

import fi.hytekello.municipality.Username;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes new dates of steps, and that they were changed. */
@Repository
class DeadlineTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    DeadlineTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /** The version of the calendar; until the caller's transaction ends nobody else changes it. */
    int lock(CycleId cycle) {
        return jdbc.sql("select calendar_version from hyte.cycle where id = :cycle for no key update")
                .param("cycle", cycle.value())
                .query(Integer.class)
                .single();
    }

    /** Sets the new days; a step that was late and is now due later is late no more. */
    void replan(Cycle cycle, List<Moved> moved) {
        if (moved.isEmpty()) {
            return;
        }
        jdbc.sql("update hyte.cycle set calendar_version = calendar_version + 1 where id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        OffsetDateTime now = OffsetDateTime.now(clock);
        batch.batchUpdate(
                """
                update hyte.cycle_milestone set opens_on = :opens, planned_on = :planned, effective_on = :effective,
                    due_at = :due, roll_policy = :roll, late_since = case when :due <= :now then late_since end
                where cycle_id = :cycle and kind = :kind""",
                moved.stream()
                        .map(one -> new MapSqlParameterSource(
                                        "cycle", cycle.id().value())
                                .addValue("kind", one.kind().name())
                                .addValue("opens", one.after().opensOn())
                                .addValue("planned", one.after().plannedOn())
                                .addValue("effective", one.after().effectiveOn())
                                .addValue("due", utc(one.after().dueAt()))
                                .addValue("roll", one.after().rollPolicy().name())
                                .addValue("now", now))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Keeps what was changed; the steps are replanned already. */
    DeadlineChange record(
            CycleId cycle,
            DeadlineChange.Cause cause,
            @Nullable String reason,
            Username by,
            List<DeadlineMove> moves,
            List<TaskMove> tasks) {
        Instant now = clock.instant();
        long id = jdbc.sql("""
                        insert into hyte.deadline_change (cycle_id, calendar_version, changed_at, changed_by, cause, reason)
                        select id, calendar_version, :now, :by, :cause, :reason from hyte.cycle where id = :cycle
                        returning id""")
                .param("now", utc(now))
                .param("by", by.value())
                .param("cause", cause.name())
                .param("reason", reason)
                .param("cycle", cycle.value())
                .query(Long.class)
                .single();
        batch.batchUpdate("""
                insert into hyte.deadline_move (change_id, milestone, opens_before, opens_after, planned_before,
                    planned_after, due_before, due_after)
                values (:change, :milestone, :opensBefore, :opensAfter, :plannedBefore, :plannedAfter, :dueBefore, :dueAfter)""", moves.stream().map(move -> parameters(id, move)).toArray(MapSqlParameterSource[]::new));
        batch.batchUpdate("""
                insert into hyte.deadline_task_move (change_id, task_id, name_key, milestone, department_code, due_before,
                    due_after)
                values (:change, :task, :name, :milestone, :department, :dueBefore, :dueAfter)""", tasks.stream().map(move -> parameters(id, move)).toArray(MapSqlParameterSource[]::new));
        return new DeadlineChange(id, cycle, now, by, cause, reason, moves);
    }

    private static MapSqlParameterSource parameters(long change, DeadlineMove move) {
        return new MapSqlParameterSource("change", change)
                .addValue("milestone", move.kind().name())
                .addValue("opensBefore", move.opensBefore())
                .addValue("opensAfter", move.opensAfter())
                .addValue("plannedBefore", move.plannedBefore())
                .addValue("plannedAfter", move.plannedAfter())
                .addValue("dueBefore", utc(move.dueBefore()))
                .addValue("dueAfter", utc(move.dueAfter()));
    }

    private static MapSqlParameterSource parameters(long change, TaskMove move) {
        return new MapSqlParameterSource("change", change)
                .addValue("task", move.task().id())
                .addValue("name", move.task().nameKey())
                .addValue("milestone", String.valueOf(move.task().milestone()))
                .addValue(
                        "department",
                        move.task().department() == null
                                ? null
                                : move.task().department().value())
                .addValue("dueBefore", utc(move.before()))
                .addValue("dueAfter", utc(move.after()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
