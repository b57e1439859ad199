package fi.hytekello.budget;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
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
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lines and the frames of a cycle's budget (kuntalaki 410/2015 § 110; domain chapter 2.5, row 11). */
@Service
public class Budgets {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final AuditTrail audit;

    Budgets(JdbcClient jdbc, NamedParameterJdbcTemplate batch, AuditTrail audit) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.audit = audit;
    }

    /** Makes the given lines the cycle's lines, within the import's transaction; {@code gone} are removed. */
    void replaceLines(Cycle cycle, List<BudgetLine> given, List<BudgetLine> gone) {
        jdbc.sql("delete from hyte.budget_line where cycle_id = :cycle and id = any(:ids)")
                .param("cycle", cycle.id().value())
                .param("ids", gone.stream().map(BudgetLine::id).toArray(Long[]::new))
                .update();
        batch.batchUpdate(
                """
                insert into hyte.budget_line (cycle_id, department_code, account, cost_centre, name, appropriation,
                    appropriation_2, appropriation_3)
                values (:cycle, :department, :account, :centre, :name, :first, :second, :third)
                on conflict (cycle_id, account, cost_centre) do update
                    set department_code = excluded.department_code, name = excluded.name,
                        appropriation = excluded.appropriation, appropriation_2 = excluded.appropriation_2,
                        appropriation_3 = excluded.appropriation_3""",
                given.stream()
                        .map(line -> new MapSqlParameterSource(
                                        "cycle", cycle.id().value())
                                .addValue("department", line.department().value())
                                .addValue("account", line.account())
                                .addValue("centre", line.costCentre())
                                .addValue("name", line.name())
                                .addValue("first", line.appropriation())
                                .addValue("second", line.second())
                                .addValue("third", line.third()))
                        .toArray(MapSqlParameterSource[]::new));
        audit.record(
                cycle.municipality(),
                cycle.id().value(),
                "budget.linesImported",
                "cycle:" + cycle.businessKey(),
                Map.of("lines", given.size(), "removed", gone.size()));
    }

    /**
     * Sets how much each of these departments' measures may take together; the others keep theirs.
     *
     * @throws InvalidInput when a sum is negative
     * @throws Conflict when the council has decided the budget
     */
    @Transactional
    public void setFrames(Cycle cycle, Map<DepartmentCode, BigDecimal> frames) {
        refuseDecided(cycle.id());
        frames.forEach((department, amount) -> refuseNegative("frame[" + department + "]", amount));
        batch.batchUpdate(
                """
                insert into hyte.budget_frame (cycle_id, department_code, amount) values (:cycle, :department, :amount)
                on conflict (cycle_id, department_code) do update set amount = excluded.amount""",
                frames.entrySet().stream()
                        .map(frame -> new MapSqlParameterSource(
                                        "cycle", cycle.id().value())
                                .addValue("department", frame.getKey().value())
                                .addValue("amount", frame.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
        Map<String, Object> after = new LinkedHashMap<>();
        frames.forEach((department, amount) -> after.put(department.value(), amount));
        audit.record(
                cycle.municipality(), cycle.id().value(), "budget.framesSet", "cycle:" + cycle.businessKey(), after);
    }

    /** True when the council has decided the budget and its annex is made. */
    public boolean isDecided(CycleId cycle) {
        return jdbc.sql("select exists (select 1 from hyte.budget_annex where cycle_id = :cycle)")
                .param("cycle", cycle.value())
                .query(Boolean.class)
                .single();
    }

    /** @throws Conflict when the council has decided the budget */
    void refuseDecided(CycleId cycle) {
        if (isDecided(cycle)) {
            throw new Conflict("problem.budget.decided");
        }
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
                row.getBigDecimal("appropriation"),
                row.getBigDecimal("appropriation_2"),
                row.getBigDecimal("appropriation_3"));
    }
}
