package fi.hytekello.indicator;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.notification.RemindersSent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts how departments answer for their indicators. */
@Repository
public class Inactivities {

    private final JdbcClient jdbc;
    private final RemindersSent reminders;
    private final Clock clock;

    Inactivities(JdbcClient jdbc, RemindersSent reminders, Clock clock) {
        this.jdbc = jdbc;
        this.reminders = reminders;
        this.clock = clock;
    }

    private record Row(
            String task,
            DepartmentCode department,
            Instant askedAt,
            Instant dueAt,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt,
            int toExplain,
            int unexplained,
            int lateYears,
            int years) {}

    /** Of the departments that were asked in this cycle, by code; empty before. */
    public List<Inactivity> of(CycleId cycle) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Row> rows = jdbc.sql("""
                        with asked as (
                            select distinct on (r.department_code) r.* from hyte.indicator_request r
                            where r.cycle_id = :cycle order by r.department_code, r.round desc),
                        here as (select municipality_code, year from hyte.cycle where id = :cycle),
                        years as (
                            select r.department_code, r.cycle_id,
                                bool_or(coalesce(r.answered_at, r.closed_at, :now) > r.due_at or r.closed_at is not null) as late
                            from hyte.indicator_request r join hyte.cycle c on c.id = r.cycle_id
                            join here on here.municipality_code = c.municipality_code and c.year <= here.year
                            group by r.department_code, r.cycle_id)
                        select a.task_id, a.department_code, a.asked_at, a.due_at, a.answered_at, a.closed_at,
                            (select count(*) from hyte.snapshot_value v where v.cycle_id = a.cycle_id
                                and v.department_code = a.department_code and v.light = any (:needing)) as to_explain,
                            (select count(*) from hyte.snapshot_value v where v.cycle_id = a.cycle_id
                                and v.department_code = a.department_code and v.light = any (:needing)
                                and coalesce(v.first_explained_at > least(a.due_at, :now), true)) as unexplained,
                            (select count(*) filter (where y.late) from years y
                                where y.department_code = a.department_code) as late_years,
                            (select count(*) from years y where y.department_code = a.department_code) as years
                        from asked a order by a.department_code""")
                .param("cycle", cycle.value())
                .param("now", now)
                .param("needing", Light.needingExplanation())
                .query(Inactivities::row)
                .list();
        Map<String, Integer> told = reminders.of(rows.stream().map(Row::task).toList());
        return rows.stream()
                .map(row -> inactivity(row, told.getOrDefault(row.task(), 0), now.toInstant()))
                .toList();
    }

    private static Inactivity inactivity(Row row, int reminded, Instant now) {
        Instant until = Objects.requireNonNullElse(row.answeredAt(), Objects.requireNonNullElse(row.closedAt(), now));
        return new Inactivity(
                row.department(),
                row.askedAt(),
                row.dueAt(),
                row.answeredAt(),
                row.closedAt(),
                Math.toIntExact(ChronoUnit.DAYS.between(day(row.askedAt()), day(until))),
                reminded,
                row.toExplain(),
                row.unexplained(),
                row.closedAt() != null || until.isAfter(row.dueAt()),
                row.lateYears(),
                row.years());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Finland.ZONE);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("task_id"),
                new DepartmentCode(row.getString("department_code")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(row, "answered_at"),
                instant(row, "closed_at"),
                row.getInt("to_explain"),
                row.getInt("unexplained"),
                row.getInt("late_years"),
                row.getInt("years"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
