package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of joys and concerns. */
@Repository
class ConcernTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConcernTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order they were entered. */
    List<Concern> of(CycleId cycle) {
        return jdbc.sql("select * from hyte.concern where cycle_id = :cycle order by id")
                .param("cycle", cycle.value())
                .query(ConcernTable::concern)
                .list();
    }

    long add(CycleId cycle, @Nullable DepartmentCode department, Username by) {
        return jdbc.sql("""
                        insert into hyte.concern (cycle_id, department_code, changed_by, changed_at)
                        values (:cycle, :department, :by, :now) returning id""")
                .param("cycle", cycle.value())
                .param("department", department == null ? null : department.value())
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /** False when it has changed since that version. */
    boolean revise(long id, Concern.Content content, int version, Username by) {
        return jdbc.sql("""
                                update hyte.concern set kind = :kind, life_cycle = :stage, theme = :theme, text = :text,
                                    version = version + 1, changed_by = :by, changed_at = :now
                                where id = :id and version = :version""")
                        .param("kind", name(content.kind()))
                        .param("stage", name(content.stage()))
                        .param("theme", content.theme())
                        .param("text", content.text())
                        .param("id", id)
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** False when it has changed since that version. */
    boolean test(long id, Concern.Test test, int version, Username by) {
        return jdbc.sql("""
                                update hyte.concern set verdict = :verdict, indicator_id = :indicator, test_note = :note,
                                    target = :target, version = version + 1, changed_by = :by, changed_at = :now
                                where id = :id and version = :version""")
                        .param("verdict", name(test.verdict()))
                        .param("indicator", test.indicator())
                        .param("note", test.note())
                        .param("target", test.target())
                        .param("id", id)
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    boolean delete(long id, int version) {
        return jdbc.sql("delete from hyte.concern where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    void becameGoal(long id, GoalId goal) {
        jdbc.sql("update hyte.concern set goal_id = :goal, version = version + 1 where id = :id")
                .param("goal", goal.value())
                .param("id", id)
                .update();
    }

    /** True for one of the catalogue and for one of the cycle's municipality. */
    boolean isIndicator(int indicator, CycleId cycle) {
        return jdbc.sql("""
                        select exists (select from hyte.indicator i where i.id = :id and (i.municipality_code is null
                            or i.municipality_code = (select municipality_code from hyte.cycle where id = :cycle)))""")
                .param("id", indicator)
                .param("cycle", cycle.value())
                .query(Boolean.class)
                .single();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <E extends Enum<E>> @Nullable E value(@Nullable String name, Class<E> type) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Concern concern(ResultSet row, int number) throws SQLException {
        String department = row.getString("department_code");
        Long goal = row.getObject("goal_id", Long.class);
        return new Concern(
                row.getLong("id"),
                department == null ? null : new DepartmentCode(department),
                new Concern.Content(
                        value(row.getString("kind"), Concern.Kind.class),
                        value(row.getString("life_cycle"), LifeCycleGroup.class),
                        row.getString("theme"),
                        row.getString("text")),
                new Concern.Test(
                        value(row.getString("verdict"), Concern.Verdict.class),
                        row.getObject("indicator_id", Integer.class),
                        row.getString("test_note"),
                        row.getString("target")),
                goal == null ? null : new GoalId(goal),
                row.getInt("version"));
    }
}
