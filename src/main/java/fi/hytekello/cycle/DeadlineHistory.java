package fi.hytekello.cycle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the dates of a year under way: each change with what was before it. */
@Repository
public class DeadlineHistory {

    /**
     * A task whose due date moved; it may be done by now.
     *
     * @param nameKey message key of its name
     * @param department whose task it was, null for the municipality's own
     */
    public record MovedTask(
            String id,
            String nameKey,
            MilestoneKind milestone,
            @Nullable DepartmentCode department,
            Instant before,
            Instant after) {}

    private final JdbcClient jdbc;

    DeadlineHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version of the calendar as it is now; whoever changes it says that this one was seen. */
    public int version(CycleId cycle) {
        return jdbc.sql("select calendar_version from hyte.cycle where id = :cycle")
                .param("cycle", cycle.value())
                .query(Integer.class)
                .single();
    }

    /** The newest first. */
    public List<DeadlineChange> of(CycleId cycle) {
        return changes("c.cycle_id = :id", cycle.value());
    }

    /** What has moved since that version of the calendar, the oldest first; a step may come more than once. */
    public List<DeadlineMove> since(CycleId cycle, int version) {
        return jdbc.sql("""
                        select m.* from hyte.deadline_move m join hyte.deadline_change c on c.id = m.change_id
                        where c.cycle_id = :cycle and c.calendar_version > :version order by c.id""")
                .param("cycle", cycle.value())
                .param("version", version)
                .query((row, n) -> move(row))
                .list();
    }

    public DeadlineChange get(long change) {
        return changes("c.id = :id", change).get(0);
    }

    /** Those of these tasks that the change moved, the one due first first. */
    public List<MovedTask> tasks(long change, Collection<String> tasks) {
        return jdbc.sql("""
                        select * from hyte.deadline_task_move where change_id = :change and task_id = any(:tasks)
                        order by due_after, task_id""")
                .param("change", change)
                .param("tasks", tasks.toArray(String[]::new))
                .query(DeadlineHistory::task)
                .list();
    }

    private List<DeadlineChange> changes(String condition, long id) {
        record Row(long change, DeadlineMove move) {}
        Map<Long, List<DeadlineMove>> moves = jdbc
                .sql("select m.* from hyte.deadline_move m join hyte.deadline_change c on c.id = m.change_id where "
                        + condition)
                .param("id", id)
                .query((row, n) -> new Row(row.getLong("change_id"), move(row)))
                .list()
                .stream()
                .sorted(Comparator.comparing(row -> row.move().kind()))
                .collect(groupingBy(Row::change, mapping(Row::move, toList())));
        return jdbc.sql("select c.* from hyte.deadline_change c where " + condition + " order by c.id desc")
                .param("id", id)
                .query((row, n) -> change(row, moves.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static DeadlineChange change(ResultSet row, List<DeadlineMove> moves) throws SQLException {
        return new DeadlineChange(
                row.getLong("id"),
                new CycleId(row.getLong("cycle_id")),
                instant(row, "changed_at"),
                new Username(row.getString("changed_by")),
                DeadlineChange.Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                moves);
    }

    private static DeadlineMove move(ResultSet row) throws SQLException {
        return new DeadlineMove(
                MilestoneKind.valueOf(row.getString("milestone")),
                row.getObject("opens_before", LocalDate.class),
                row.getObject("opens_after", LocalDate.class),
                row.getObject("planned_before", LocalDate.class),
                row.getObject("planned_after", LocalDate.class),
                instant(row, "due_before"),
                instant(row, "due_after"));
    }

    private static MovedTask task(ResultSet row, int number) throws SQLException {
        String department = row.getString("department_code");
        return new MovedTask(
                row.getString("task_id"),
                row.getString("name_key"),
                MilestoneKind.valueOf(row.getString("milestone")),
                department == null ? null : new DepartmentCode(department),
                instant(row, "due_before"),
                instant(row, "due_after"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
