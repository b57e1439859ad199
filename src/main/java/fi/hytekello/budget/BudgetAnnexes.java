package fi.hytekello.budget;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.Goal;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasureStatus;
import fi.hytekello.plan.Measures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Produces and keeps the annex of the budget: goals and measures with their lines (kuntalaki 410/2015 § 110). */
@Service
public class BudgetAnnexes {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Budgets budgets;
    private final BudgetLinks links;
    private final Measures measures;
    private final Goals goals;
    private final Decisions decisions;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final Clock clock;

    BudgetAnnexes(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            Budgets budgets,
            BudgetLinks links,
            Measures measures,
            Goals goals,
            Decisions decisions,
            Cycles cycles,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.budgets = budgets;
        this.links = links;
        this.measures = measures;
        this.goals = goals;
        this.decisions = decisions;
        this.cycles = cycles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Freezes the annex from the measures in the budget and the council's newest decision on it; an annex that exists is
     * left as it is.
     *
     * @throws IllegalStateException when the council has not accepted the budget, a mistake of ours
     */
    @Transactional
    public void produce(CycleId cycle) {
        Decision council = decisions
                .latest(cycle, Subject.BUDGET, DecidedBy.COUNCIL, null)
                .filter(decision -> decision.outcome().isFavourable())
                .orElseThrow(() -> new IllegalStateException("The council has not accepted the budget of " + cycle));
        if (insert(cycle, council) == 0) {
            return;
        }
        insertRows(cycle);
        audit.record(
                cycles.get(cycle).municipality(),
                cycle.value(),
                "budget.annexProduced",
                "decision:" + council.id(),
                Map.of("rows", find(cycle).orElseThrow().rows().size()));
    }

    /** Empty until the council has accepted the budget. */
    public Optional<BudgetAnnex> find(CycleId cycle) {
        List<BudgetAnnex.Row> rows = jdbc.sql("""
                        select * from hyte.budget_annex_row where cycle_id = :cycle
                        order by department_code, account nulls last, cost_centre, measure_id""")
                .param("cycle", cycle.value())
                .query(BudgetAnnexes::row)
                .list();
        return jdbc.sql("select decided_on, section, diary_number from hyte.budget_annex where cycle_id = :cycle")
                .param("cycle", cycle.value())
                .query((row, n) -> new BudgetAnnex(
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("section"),
                        row.getString("diary_number"),
                        rows))
                .optional();
    }

    private int insert(CycleId cycle, Decision council) {
        return jdbc.sql("""
                        insert into hyte.budget_annex (cycle_id, decision_id, decided_on, section, diary_number, produced_at)
                        values (:cycle, :decision, :on, :section, :diary, :now) on conflict (cycle_id) do nothing""")
                .param("cycle", cycle.value())
                .param("decision", council.id())
                .param("on", council.decidedOn())
                .param("section", council.section())
                .param("diary", council.diaryNumber())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private void insertRows(CycleId cycle) {
        Map<MeasureId, BudgetLink> linked = links.of(cycle);
        Map<Long, BudgetLine> lines =
                budgets.lines(cycle).stream().collect(Collectors.toMap(BudgetLine::id, Function.identity()));
        Map<GoalId, Goal> goalsById =
                goals.list(cycle).stream().collect(Collectors.toMap(Goal::id, Function.identity()));
        MapSqlParameterSource[] rows = measures.accepted(cycle).stream()
                .filter(measure -> measure.status() == MeasureStatus.IN_BUDGET)
                .map(measure -> {
                    BudgetLink link = Objects.requireNonNull(linked.get(measure.id()));
                    BudgetLine line = link.line() == null ? null : lines.get(link.line());
                    Goal goal = Objects.requireNonNull(
                            goalsById.get(measure.content().goal()));
                    return parameters(cycle, measure, goal)
                            .addValue("account", line == null ? null : line.account())
                            .addValue("centre", line == null ? null : line.costCentre())
                            .addValue("line", line == null ? null : line.name());
                })
                .toArray(MapSqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into hyte.budget_annex_row (cycle_id, measure_id, department_code, measure_title, goal_fi, goal_sv,
                    account, cost_centre, line_name, euro)
                values (:cycle, :measure, :department, :title, :goalFi, :goalSv, :account, :centre, :line, :euro)""", rows);
    }

    private static MapSqlParameterSource parameters(CycleId cycle, Measure measure, Goal goal) {
        return new MapSqlParameterSource()
                .addValue("cycle", cycle.value())
                .addValue("measure", measure.id().value())
                .addValue("department", measure.department().value())
                .addValue("title", measure.title())
                .addValue("goalFi", goal.titleFi())
                .addValue("goalSv", goal.titleSv())
                .addValue("euro", measure.grantedEuro());
    }

    private static BudgetAnnex.Row row(ResultSet row, int number) throws SQLException {
        return new BudgetAnnex.Row(
                new MeasureId(row.getLong("measure_id")),
                new DepartmentCode(row.getString("department_code")),
                row.getString("measure_title"),
                row.getString("goal_fi"),
                row.getString("goal_sv"),
                row.getString("account"),
                row.getString("cost_centre"),
                row.getString("line_name"),
                row.getBigDecimal("euro"));
    }
}
