package fi.hytekello.budget;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.MeasureId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Produces and keeps the annex of the budget: goals and measures with their lines (kuntalaki 410/2015 § 110). */
@Service
public class BudgetAnnexes {

    private static final String LEFT_OUT = """
            select m.cycle_id, m.id as measure_id, m.department_code, m.title as measure_title,
                coalesce(m.euro, 0) as asked_euro,
                case when c.kind = 'LEFT_OUT' then 'COUNCIL' else 'MANAGER' end as left_out_by,
                m.left_out_reason as reason
            from hyte.measure m
            left join hyte.council_change c on c.measure_id = m.id
            where m.cycle_id = :cycle and m.status = 'LEFT_OUT'""";

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final Clock clock;

    BudgetAnnexes(JdbcClient jdbc, Decisions decisions, Cycles cycles, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
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
        List<BudgetAnnex.LeftOut> leftOut = jdbc.sql("""
                        select * from hyte.budget_annex_left_out where cycle_id = :cycle
                        order by department_code, measure_id""")
                .param("cycle", cycle.value())
                .query(BudgetAnnexes::leftOut)
                .list();
        return jdbc.sql("select decided_on, section, diary_number from hyte.budget_annex where cycle_id = :cycle")
                .param("cycle", cycle.value())
                .query((row, n) -> new BudgetAnnex(
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("section"),
                        row.getString("diary_number"),
                        rows,
                        leftOut))
                .optional();
    }

    /** What is left out so far, with the reasons, while the council has not decided. */
    public List<BudgetAnnex.LeftOut> leftOutNow(CycleId cycle) {
        return jdbc.sql(LEFT_OUT + " order by m.department_code, m.id")
                .param("cycle", cycle.value())
                .query(BudgetAnnexes::leftOut)
                .list();
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
        jdbc.sql("""
                        insert into hyte.budget_annex_row (cycle_id, measure_id, department_code, measure_title, goal_fi,
                            goal_sv, account, cost_centre, line_name, euro, binding)
                        select m.cycle_id, m.id, m.department_code, m.title, g.title_fi, g.title_sv, l.account,
                            l.cost_centre, l.name, m.granted_euro, b.goal_id is not null
                        from hyte.measure m
                        join hyte.goal g on g.id = m.goal_id
                        join hyte.budget_link k on k.measure_id = m.id
                        left join hyte.budget_line l on l.id = k.line_id
                        left join hyte.binding_goal b on b.goal_id = m.goal_id
                        where m.cycle_id = :cycle and m.status = 'IN_BUDGET'""").param("cycle", cycle.value()).update();
        jdbc.sql("insert into hyte.budget_annex_left_out " + LEFT_OUT)
                .param("cycle", cycle.value())
                .update();
    }

    private static BudgetAnnex.LeftOut leftOut(ResultSet row, int number) throws SQLException {
        return new BudgetAnnex.LeftOut(
                new MeasureId(row.getLong("measure_id")),
                new DepartmentCode(row.getString("department_code")),
                row.getString("measure_title"),
                row.getBigDecimal("asked_euro"),
                BudgetAnnex.LeftOut.By.valueOf(row.getString("left_out_by")),
                row.getString("reason"));
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
                row.getBigDecimal("euro"),
                row.getBoolean("binding"));
    }
}
