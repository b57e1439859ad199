package fi.hytekello.budget;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lines and the frames of a cycle's budget (kuntalaki 410/2015 § 110; domain chapter 2.5, row 11). */
@Service
public class Budgets {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final AuditTrail audit;

    Budgets(JdbcClient jdbc, Cycles cycles, AuditTrail audit) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.audit = audit;
    }

    /**
     * Adds a line of a department's budget.
     *
     * @throws InvalidInput when the appropriation is negative
     * @throws Conflict when the cycle already has a line of this account and cost centre
     */
    @Transactional
    public BudgetLine addLine(
            CycleId cycle,
            DepartmentCode department,
            String account,
            String costCentre,
            String name,
            BigDecimal appropriation) {
        refuseNegative("appropriation", appropriation);
        long id;
        try {
            id = jdbc.sql("""
                            insert into hyte.budget_line (cycle_id, department_code, account, cost_centre, name, appropriation)
                            values (:cycle, :department, :account, :centre, :name, :appropriation) returning id""")
                    .param("cycle", cycle.value())
                    .param("department", department.value())
                    .param("account", account)
                    .param("centre", costCentre)
                    .param("name", name)
                    .param("appropriation", appropriation)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException second) {
            throw new Conflict("problem.budget.lineExists", account, costCentre);
        }
        audit.record(
                cycles.get(cycle).municipality(),
                cycle.value(),
                "budget.lineAdded",
                "budget-line:" + id,
                Map.of("account", account, "costCentre", costCentre, "appropriation", appropriation));
        return new BudgetLine(id, department, account, costCentre, name, appropriation);
    }

    /**
     * Sets how much a department's measures may take together.
     *
     * @throws InvalidInput when the amount is negative
     */
    @Transactional
    public void setFrame(CycleId cycle, DepartmentCode department, BigDecimal amount) {
        refuseNegative("frame", amount);
        jdbc.sql("""
                        insert into hyte.budget_frame (cycle_id, department_code, amount) values (:cycle, :department, :amount)
                        on conflict (cycle_id, department_code) do update set amount = excluded.amount""")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .param("amount", amount)
                .update();
        audit.record(
                cycles.get(cycle).municipality(),
                cycle.value(),
                "budget.frameSet",
                "budget-frame:" + department,
                Map.of("amount", amount));
    }

    /** By department, account and cost centre. */
    public List<BudgetLine> lines(CycleId cycle) {
        return jdbc.sql("""
                        select * from hyte.budget_line where cycle_id = :cycle
                        order by department_code, account, cost_centre""").param("cycle", cycle.value()).query(Budgets::line).list();
    }

    /** Frames of the departments that have one, by department. */
    public Map<DepartmentCode, BigDecimal> frames(CycleId cycle) {
        return jdbc.sql("""
                        select department_code, amount from hyte.budget_frame where cycle_id = :cycle
                        order by department_code""").param("cycle", cycle.value()).query(rows -> {
            Map<DepartmentCode, BigDecimal> frames = new LinkedHashMap<>();
            while (rows.next()) {
                frames.put(new DepartmentCode(rows.getString("department_code")), rows.getBigDecimal("amount"));
            }
            return frames;
        });
    }

    Optional<BudgetLine> line(CycleId cycle, long id) {
        return jdbc.sql("select * from hyte.budget_line where cycle_id = :cycle and id = :id")
                .param("cycle", cycle.value())
                .param("id", id)
                .query(Budgets::line)
                .optional();
    }

    FrameCheck frameCheck(CycleId cycle) {
        return new FrameCheck(lines(cycle), frames(cycle));
    }

    static void refuseNegative(String field, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new InvalidInput(field, "problem.money.negative");
        }
    }

    private static BudgetLine line(ResultSet row, int number) throws SQLException {
        return new BudgetLine(
                row.getLong("id"),
                new DepartmentCode(row.getString("department_code")),
                row.getString("account"),
                row.getString("cost_centre"),
                row.getString("name"),
                row.getBigDecimal("appropriation"));
    }
}
