package fi.hytekello.budget;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks the links against frames and appropriations and asks the departments in conflict to mend them, exactly once in
 * a cycle (domain chapter 2.5, row 17). What remains goes on to the manager.
 */
@Service
public class Corrections {

    private final JdbcClient jdbc;
    private final AnswerTable<Correction.Kind, Correction> answers;
    private final Budgets budgets;
    private final BudgetLinks links;
    private final Measures measures;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final Clock clock;

    Corrections(
            JdbcClient jdbc,
            Budgets budgets,
            BudgetLinks links,
            Measures measures,
            Cycles cycles,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.answers = new AnswerTable<>(jdbc, "budget_correction", Correction.Kind.class, Correction::new);
        this.budgets = budgets;
        this.links = links;
        this.measures = measures;
        this.cycles = cycles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the round of corrections where there are conflicts and it has not been held yet; safe to call again.
     *
     * @return true when departments have conflicts to mend now
     */
    @Transactional
    public boolean checkFrame(CycleId cycle) {
        Map<DepartmentCode, Boolean> round = round(cycle);
        if (!round.isEmpty()) {
            return round.containsValue(false);
        }
        List<DepartmentCode> departments =
                overruns(cycle).stream().map(Overrun::department).distinct().toList();
        if (departments.isEmpty()) {
            return false;
        }
        jdbc.sql("""
                        insert into hyte.budget_correction_round (cycle_id, department_code, opened_at)
                        select :cycle, department, :now from unnest(:departments::text[]) department""")
                .param("cycle", cycle.value())
                .param("now", OffsetDateTime.now(clock))
                .param(
                        "departments",
                        departments.stream().map(DepartmentCode::value).toArray(String[]::new))
                .update();
        record(cycle, "budget.correctionsAsked", "cycle:" + cycle, Map.of("departments", departments.toString()));
        return true;
    }

    /** Departments asked to correct that have not answered yet, by code. */
    public List<DepartmentCode> waiting(CycleId cycle) {
        return round(cycle).entrySet().stream()
                .filter(department -> !department.getValue())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(DepartmentCode::value))
                .toList();
    }

    /** True when the one round has been held: what is still exceeded stays for the manager to settle. */
    public boolean isHeld(CycleId cycle) {
        Map<DepartmentCode, Boolean> round = round(cycle);
        return !round.isEmpty() && !round.containsValue(false);
    }

    /** All that is exceeded now. */
    public List<Overrun> overruns(CycleId cycle) {
        return budgets.frameCheck(cycle).overruns(links.of(cycle).values());
    }

    /** The departments' answers by measure. */
    public Map<MeasureId, Correction> of(CycleId cycle) {
        return answers.of(cycle);
    }

    /**
     * Saves what a department means to answer; may still be incomplete.
     *
     * @throws NotFound when the measure is not the department's
     * @throws InvalidInput when the sum is negative
     */
    @Transactional
    public void draft(
            CycleId cycle,
            DepartmentCode department,
            MeasureId measure,
            Correction.Kind kind,
            @Nullable BigDecimal euro,
            @Nullable String reason) {
        if (ofDepartment(cycle, department).stream().noneMatch(own -> own.id().equals(measure))) {
            throw new NotFound("problem.budget.measureUnknown");
        }
        if (euro != null) {
            Budgets.refuseNegative(BudgetLinks.field("loweredEuro", measure), euro);
        }
        answers.put(cycle, measure, kind, euro, reason);
        record(cycle, "budget.correctionDrafted", "measure:" + measure.value(), Map.of("kind", kind));
    }

    /**
     * Applies the department's answers and ends its part of the round.
     *
     * @throws InvalidInput naming the measure when it is neither lowered nor kept with a reason though it has a part in
     *     what is still exceeded, or when the lowered sum is missing or not lower
     */
    @Transactional
    public void complete(CycleId cycle, DepartmentCode department, Username by) {
        List<Measure> own = ofDepartment(cycle, department);
        Map<MeasureId, Correction> given = of(cycle);
        List<BudgetLink> lowered = new CorrectionCheck(budgets.frameCheck(cycle), department)
                .lowered(own, links.charged(cycle, own), given);
        for (BudgetLink link : lowered) {
            links.lower(cycle, link);
            measures.adjust(link.measure(), link.amount(), by);
        }
        jdbc.sql("""
                        update hyte.budget_correction_round set ended_at = :now
                        where cycle_id = :cycle and department_code = :department""")
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .param("department", department.value())
                .update();
        record(cycle, "budget.corrected", "department:" + department, Map.of("lowered", lowered.size()));
    }

    private List<Measure> ofDepartment(CycleId cycle, DepartmentCode department) {
        return measures.accepted(cycle).stream()
                .filter(measure -> measure.department().equals(department))
                .toList();
    }

    private Map<DepartmentCode, Boolean> round(CycleId cycle) {
        Map<DepartmentCode, Boolean> ended = new HashMap<>();
        jdbc.sql("""
                        select department_code, ended_at is not null as ended from hyte.budget_correction_round
                        where cycle_id = :cycle""").param("cycle", cycle.value()).query(row -> {
            ended.put(new DepartmentCode(row.getString("department_code")), row.getBoolean("ended"));
        });
        return ended;
    }

    private void record(CycleId cycle, String action, String subject, Map<String, Object> details) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, subject, details);
    }
}
