package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The goals of each cycle, in the order of their priority. */
@Repository
public class Goals {

    private static final int LONGEST_TITLE = 300;

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final GoalTerms terms;
    private final AuditTrail audit;

    Goals(JdbcClient jdbc, Cycles cycles, GoalTerms terms, AuditTrail audit) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.terms = terms;
        this.audit = audit;
    }

    /** The foremost goal first. */
    public List<Goal> list(CycleId cycle) {
        return jdbc.sql("select * from hyte.goal where cycle_id = :cycle order by priority")
                .param("cycle", cycle.value())
                .query(Goals::goal)
                .list();
    }

    /**
     * Adds a goal after the others; the goals of an ended cycle stay as they were.
     *
     * @param indicator id of the indicator that shows whether the goal is reached
     * @throws InvalidInput when both titles are missing or one is too long
     * @throws Conflict when the cycle has ended
     */
    @Transactional
    public GoalId add(CycleId cycle, @Nullable String titleFi, @Nullable String titleSv, @Nullable Integer indicator) {
        String finnish = title("titleFi", titleFi);
        String swedish = title("titleSv", titleSv);
        if (finnish == null && swedish == null) {
            throw new InvalidInput("titleFi", "problem.goal.title");
        }
        lockOpen(cycle);
        GoalId id = new GoalId(jdbc.sql("""
                        insert into hyte.goal (cycle_id, title_fi, title_sv, indicator_id, priority)
                        select :cycle, :fi, :sv, :indicator, coalesce(max(priority), 0) + 1
                        from hyte.goal where cycle_id = :cycle returning id""")
                .param("cycle", cycle.value())
                .param("fi", finnish)
                .param("sv", swedish)
                .param("indicator", indicator)
                .query(Long.class)
                .single());
        terms.begin(cycles.get(cycle), id);
        audit(cycle, "goal.added", "goal:" + id);
        return id;
    }

    /** @throws Conflict when a measure serves the goal, the goal is already gone, or the cycle has ended */
    @Transactional
    public void remove(CycleId cycle, GoalId id) {
        refuseEnded(cycle);
        int removed = jdbc.sql("""
                        delete from hyte.goal g where g.id = :id and g.cycle_id = :cycle
                            and not exists (select 1 from hyte.measure m where m.goal_id = g.id)""")
                .param("id", id.value())
                .param("cycle", cycle.value())
                .update();
        if (removed == 0) {
            throw new Conflict("problem.goal.used");
        }
        audit(cycle, "goal.removed", "goal:" + id);
    }

    /** Lets one change at a time be made to a cycle that goes on. @throws Conflict when it has ended */
    void lockOpen(CycleId cycle) {
        refuseEnded(cycle);
        lock(cycle);
    }

    private void refuseEnded(CycleId cycle) {
        if (cycles.get(cycle).state() == Cycle.State.ENDED) {
            throw new Conflict("problem.goal.ended");
        }
    }

    /** Two who add at once would choose the same priority. */
    private void lock(CycleId cycle) {
        jdbc.sql("select id from hyte.cycle where id = :cycle for update")
                .param("cycle", cycle.value())
                .query(Long.class)
                .single();
    }

    private static @Nullable String title(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String title = given.strip();
        if (title.length() > LONGEST_TITLE) {
            throw new InvalidInput(field, "problem.answer.long", LONGEST_TITLE, title.length());
        }
        return title;
    }

    private void audit(CycleId cycle, String action, String subject) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, subject, Map.of());
    }

    static Goal goal(ResultSet row, int number) throws SQLException {
        return new Goal(
                new GoalId(row.getLong("id")),
                new CycleId(row.getLong("cycle_id")),
                row.getString("title_fi"),
                row.getString("title_sv"),
                row.getInt("priority"),
                row.getObject("indicator_id", Integer.class));
    }
}
