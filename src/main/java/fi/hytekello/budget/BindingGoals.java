package fi.hytekello.budget;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Goals;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which goals of the year bind the departments in the budget (sitova tavoite; kuntalaki 410/2015 § 110). */
@Service
public class BindingGoals {

    private final JdbcClient jdbc;
    private final Goals goals;
    private final Budgets budgets;
    private final Cycles cycles;
    private final AuditTrail audit;

    BindingGoals(JdbcClient jdbc, Goals goals, Budgets budgets, Cycles cycles, AuditTrail audit) {
        this.jdbc = jdbc;
        this.goals = goals;
        this.budgets = budgets;
        this.cycles = cycles;
        this.audit = audit;
    }

    public Set<GoalId> of(CycleId cycle) {
        return new HashSet<>(jdbc.sql("select goal_id from hyte.binding_goal where cycle_id = :cycle")
                .param("cycle", cycle.value())
                .query((row, n) -> new GoalId(row.getLong("goal_id")))
                .list());
    }

    /**
     * Marks a goal as binding or takes the mark away.
     *
     * @throws Refused for all but finance and the coordinator of the municipality
     * @throws NotFound when the cycle has no such goal
     */
    @Transactional
    public void mark(CycleId id, GoalId goal, boolean binding, Person by) {
        Cycle cycle = cycles.get(id);
        if (!by.holds(Role.FINANCE, cycle.municipality()) && !by.holds(Role.COORDINATOR, cycle.municipality())) {
            throw new Refused("problem.budget.binding");
        }
        budgets.refuseDecided(id);
        if (goals.list(id).stream().noneMatch(known -> known.id().equals(goal))) {
            throw new NotFound("problem.budget.goalUnknown");
        }
        jdbc.sql(binding ? """
                                insert into hyte.binding_goal (goal_id, cycle_id) values (:goal, :cycle)
                                on conflict (goal_id) do nothing""" : "delete from hyte.binding_goal where goal_id = :goal and cycle_id = :cycle")
                .param("goal", goal.value())
                .param("cycle", id.value())
                .update();
        audit.record(
                cycle.municipality(),
                id.value(),
                binding ? "goal.binding" : "goal.notBinding",
                "goal:" + goal,
                Map.of());
    }
}
