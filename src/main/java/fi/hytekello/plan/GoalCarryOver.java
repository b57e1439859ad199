package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.platform.problem.Conflict;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes goals over from the municipality's newest earlier year. The goals of a broad plan run over several years: the
 * annual years update only the plan part (domain chapter 2.7).
 */
@Service
public class GoalCarryOver {

    /** Still valid in the year that this cycle plans for, and not here yet. */
    private static final String CANDIDATES = """
            select g.* from hyte.goal g left join hyte.goal_validity v on v.goal_id = g.id
            where g.cycle_id = (select c.id from hyte.cycle c join hyte.goal any_goal on any_goal.cycle_id = c.id
                    where c.municipality_code = :municipality and c.year < :year order by c.year desc limit 1)
                and (v.to_year is null or v.to_year > :year)
                and not exists (select 1 from hyte.goal own where own.cycle_id = :cycle
                    and (own.carried_from = g.id or own.title_fi is not distinct from g.title_fi
                        and own.title_sv is not distinct from g.title_sv))
            """;

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Goals goals;
    private final AuditTrail audit;

    GoalCarryOver(JdbcClient jdbc, Cycles cycles, Goals goals, AuditTrail audit) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.goals = goals;
        this.audit = audit;
    }

    /** The goals that could be taken over, the foremost first. */
    public List<Goal> candidates(CycleId id) {
        Cycle cycle = cycles.get(id);
        return jdbc.sql(CANDIDATES + " order by g.priority")
                .param("municipality", cycle.municipality().value())
                .param("year", cycle.year())
                .param("cycle", id.value())
                .query(GoalTable::goal)
                .list();
    }

    /** At the start of an annual year that has no goals yet; a broad year chooses its own. Safe to call again. */
    @Transactional
    public void atTheStart(CycleId id) {
        if (cycles.get(id).kind() == Cycle.Kind.ANNUAL && goals.list(id).isEmpty()) {
            carry(id);
        }
    }

    /**
     * Takes over what is not here yet, after the goals that are, with the years in which it holds.
     *
     * @return how many
     * @throws Conflict when the cycle has ended
     */
    @Transactional
    public int carry(CycleId id) {
        Cycle cycle = goals.lockOpen(id);
        int carried = jdbc.sql("""
                        with candidate as (%s),
                        taken as (insert into hyte.goal (cycle_id, carried_from, title_fi, title_sv, life_cycle, category,
                                root_cause, indicator_id, target, target_year, priority)
                            select :cycle, c.id, c.title_fi, c.title_sv, c.life_cycle, c.category,
                                c.root_cause, c.indicator_id, c.target, c.target_year,
                                (select coalesce(max(priority), 0) from hyte.goal where cycle_id = :cycle)
                                    + row_number() over (order by c.priority)
                            from candidate c returning id, carried_from),
                        holding as (insert into hyte.goal_validity (goal_id, from_year, to_year)
                            select t.id, v.from_year, v.to_year from taken t
                            join hyte.goal_validity v on v.goal_id = t.carried_from)
                        select count(*) from taken""".formatted(CANDIDATES))
                .param("municipality", cycle.municipality().value())
                .param("year", cycle.year())
                .param("cycle", id.value())
                .query(Integer.class)
                .single();
        if (carried > 0) {
            audit.record(
                    cycle.municipality(),
                    id.value(),
                    "goals.carried",
                    "cycle:" + cycle.businessKey(),
                    Map.of("goals", carried));
        }
        return carried;
    }
}
