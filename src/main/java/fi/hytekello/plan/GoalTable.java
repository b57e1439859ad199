package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code hyte.goal}. */
@Repository
class GoalTable {

    private final JdbcClient jdbc;

    GoalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Goal> of(CycleId cycle) {
        return jdbc.sql("select * from hyte.goal where cycle_id = :cycle order by priority")
                .param("cycle", cycle.value())
                .query(GoalTable::goal)
                .list();
    }

    GoalId insert(CycleId cycle, GoalContent content) {
        return new GoalId(with(content, jdbc.sql("""
                        insert into hyte.goal (cycle_id, title_fi, title_sv, life_cycle, category, root_cause, indicator_id,
                            target, target_year, priority)
                        select :cycle, :fi, :sv, :life, :category, :cause, :indicator, :target, :year,
                            coalesce(max(priority), 0) + 1
                        from hyte.goal where cycle_id = :cycle returning id"""))
                .param("cycle", cycle.value())
                .query(Long.class)
                .single());
    }

    /** False when the goal has changed since that version or is gone. */
    boolean update(Goal goal, GoalContent content, int version) {
        return with(content, jdbc.sql("""
                        update hyte.goal set title_fi = :fi, title_sv = :sv, life_cycle = :life, category = :category,
                            root_cause = :cause, indicator_id = :indicator, target = :target, target_year = :year,
                            version = version + 1
                        where id = :id and version = :version"""))
                        .param("id", goal.id().value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec with(GoalContent content, JdbcClient.StatementSpec statement) {
        return statement
                .param("fi", content.titleFi())
                .param("sv", content.titleSv())
                .param("life", name(content.lifeCycle()))
                .param("category", name(content.category()))
                .param("cause", content.rootCause())
                .param("indicator", content.indicator())
                .param("target", content.target())
                .param("year", content.targetYear());
    }

    void swap(Goal one, Goal other) {
        jdbc.sql("""
                        update hyte.goal set priority = case when id = :one then :second else :first end
                        where id in (:one, :other)""")
                .param("one", one.id().value())
                .param("other", other.id().value())
                .param("first", one.priority())
                .param("second", other.priority())
                .update();
    }

    /** False when a measure serves the goal, or it is gone. */
    boolean delete(CycleId cycle, GoalId id) {
        return jdbc.sql("""
                        delete from hyte.goal g where g.id = :id and g.cycle_id = :cycle
                            and not exists (select 1 from hyte.measure m where m.goal_id = g.id)""")
                        .param("id", id.value())
                        .param("cycle", cycle.value())
                        .update()
                == 1;
    }

    /** Two who add or move at once would choose the same priority. */
    void lock(CycleId cycle) {
        jdbc.sql("select id from hyte.cycle where id = :cycle for update")
                .param("cycle", cycle.value())
                .query(Long.class)
                .single();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static Goal goal(ResultSet row, int number) throws SQLException {
        String life = row.getString("life_cycle");
        String category = row.getString("category");
        return new Goal(
                new GoalId(row.getLong("id")),
                new CycleId(row.getLong("cycle_id")),
                new GoalContent(
                        row.getString("title_fi"),
                        row.getString("title_sv"),
                        life == null ? null : LifeCycleGroup.valueOf(life),
                        category == null ? null : GoalCategory.valueOf(category),
                        row.getString("root_cause"),
                        row.getObject("indicator_id", Integer.class),
                        row.getBigDecimal("target"),
                        row.getObject("target_year", Integer.class)),
                row.getInt("priority"),
                row.getInt("version"));
    }
}
