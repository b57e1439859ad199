package fi.hytekello.plan;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.platform.problem.InvalidInput;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long goals hold: those of a broad plan for the four years after it (domain chapter 2.7), others a year at a time. */
@Repository
public class GoalTerms {

    private static final int YEARS_OF_PLAN = 4;

    private final JdbcClient jdbc;

    GoalTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The years, both included, in which a goal holds. */
    public record Validity(int fromYear, int toYear) {

        /** @throws InvalidInput when they are not of this century or the last is before the first */
        void check() {
            if (fromYear < 2000 || toYear > 2100 || toYear < fromYear) {
                throw new InvalidInput("toYear", "problem.goal.years");
            }
        }

        @Override
        public String toString() {
            return fromYear + "–" + toYear;
        }
    }

    /** Goals whose years are known. */
    public Map<GoalId, Validity> of(CycleId cycle) {
        return jdbc
                .sql("""
                        select v.* from hyte.goal_validity v join hyte.goal g on g.id = v.goal_id
                        where g.cycle_id = :cycle""")
                .param("cycle", cycle.value())
                .query((row, n) -> Map.entry(
                        new GoalId(row.getLong("goal_id")),
                        new Validity(row.getInt("from_year"), row.getInt("to_year"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A new goal of a broad year holds for the four years of the plan. */
    void begin(Cycle cycle, GoalId goal) {
        if (cycle.kind() == Cycle.Kind.BROAD) {
            set(goal, new Validity(cycle.year() + 1, cycle.year() + YEARS_OF_PLAN));
        }
    }

    void set(GoalId goal, Validity validity) {
        jdbc.sql("""
                        insert into hyte.goal_validity (goal_id, from_year, to_year) values (:goal, :from, :to)
                        on conflict (goal_id) do update set from_year = :from, to_year = :to""")
                .param("goal", goal.value())
                .param("from", validity.fromYear())
                .param("to", validity.toYear())
                .update();
    }
}
