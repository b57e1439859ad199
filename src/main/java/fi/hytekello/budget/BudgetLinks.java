package fi.hytekello.budget;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ties each accepted measure to a line of its own department's budget, or marks it as one without cost. */
@Service
public class BudgetLinks {

    private final JdbcClient jdbc;
    private final Budgets budgets;
    private final Measures measures;
    private final Cycles cycles;
    private final AuditTrail audit;

    BudgetLinks(JdbcClient jdbc, Budgets budgets, Measures measures, Cycles cycles, AuditTrail audit) {
        this.jdbc = jdbc;
        this.budgets = budgets;
        this.measures = measures;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** The links of a cycle by measure. */
    public Map<MeasureId, BudgetLink> of(CycleId cycle) {
        Map<MeasureId, BudgetLink> links = new HashMap<>();
        jdbc.sql("select measure_id, line_id, amount from hyte.budget_link where cycle_id = :cycle")
                .param("cycle", cycle.value())
                .query((row, n) -> new BudgetLink(
                        new MeasureId(row.getLong("measure_id")),
                        row.getObject("line_id", Long.class),
                        row.getBigDecimal("amount")))
                .list()
                .forEach(link -> links.put(link.measure(), link));
        return links;
    }

    /** Ids of the lines that some measure is linked to. */
    Set<Long> lines(CycleId cycle) {
        return new HashSet<>(
                jdbc.sql("""
                        select distinct line_id from hyte.budget_link where cycle_id = :cycle and line_id is not null""").param("cycle", cycle.value()).query(Long.class).list());
    }

    /**
     * Charges a measure to a line.
     *
     * @throws NotFound when the cycle has no such accepted measure or no such line
     * @throws InvalidInput when the line is another department's, or the amount is negative or above what the measure asks
     */
    @Transactional
    public void link(CycleId cycle, MeasureId id, long line, BigDecimal amount) {
        Measure measure = accepted(cycle, id);
        BudgetLine budgetLine = budgets.line(cycle, line).orElseThrow(() -> new NotFound("problem.budget.lineUnknown"));
        checkLink(measure, budgetLine, amount);
        store(cycle, new BudgetLink(id, line, amount));
    }

    /** Marks that the measure is done within the department's ordinary work. */
    @Transactional
    public void markNoCost(CycleId cycle, MeasureId id) {
        accepted(cycle, id);
        store(cycle, new BudgetLink(id, null, BigDecimal.ZERO));
    }

    /** Adds links that {@link #checkLink} would take; measures linked meanwhile keep theirs. Returns how many were added. */
    int add(CycleId cycle, List<BudgetLink> links) {
        List<Long> added = jdbc.sql("""
                        insert into hyte.budget_link (measure_id, cycle_id, line_id, no_cost, amount)
                        select measure, :cycle, line, line is null, amount
                        from unnest(:measures::bigint[], :lines::bigint[], :amounts::numeric[]) t (measure, line, amount)
                        on conflict (measure_id) do nothing returning measure_id""")
                .param("cycle", cycle.value())
                .param(
                        "measures",
                        links.stream().map(link -> link.measure().value()).toArray(Long[]::new))
                .param("lines", links.stream().map(BudgetLink::line).toArray(Long[]::new))
                .param("amounts", links.stream().map(BudgetLink::amount).toArray(BigDecimal[]::new))
                .query(Long.class)
                .list();
        audit.recordAll(
                cycles.get(cycle).municipality(),
                cycle.value(),
                "budget.linked",
                links.stream()
                        .filter(link -> added.contains(link.measure().value()))
                        .collect(Collectors.toMap(link -> "measure:" + link.measure(), BudgetLinks::details)));
        return added.size();
    }

    /** Takes the link away again. */
    @Transactional
    public void unlink(CycleId cycle, MeasureId id) {
        accepted(cycle, id);
        int removed = jdbc.sql("delete from hyte.budget_link where cycle_id = :cycle and measure_id = :measure")
                .param("cycle", cycle.value())
                .param("measure", id.value())
                .update();
        if (removed > 0) {
            recordChange(cycle, id, null);
        }
    }

    /** @throws InvalidInput naming the first accepted measure that has neither a line nor the mark of no cost */
    public void requireAllLinked(CycleId cycle) {
        Map<MeasureId, BudgetLink> links = of(cycle);
        for (Measure measure : measures.accepted(cycle)) {
            if (!links.containsKey(measure.id())) {
                throw new InvalidInput(field("budgetLine", measure.id()), "problem.budget.unlinked", measure.title());
            }
        }
    }

    /** The department's correction lowered what a measure takes. */
    void lower(CycleId cycle, BudgetLink lowered) {
        store(cycle, lowered);
    }

    static void checkLink(Measure measure, BudgetLine line, BigDecimal amount) {
        if (!line.department().equals(measure.department())) {
            throw new InvalidInput(
                    field("budgetLine", measure.id()), "problem.budget.otherDepartment", measure.title(), line.label());
        }
        Budgets.refuseNegative(field("linkedEuro", measure.id()), amount);
        if (amount.compareTo(measure.cost()) > 0) {
            throw new InvalidInput(
                    field("linkedEuro", measure.id()), "problem.budget.aboveMeasure", measure.title(), measure.cost());
        }
    }

    /** Name of a row's field, such as {@code budgetLine[12]}; also the id of its input on the page. */
    static String field(String name, MeasureId measure) {
        return name + "[" + measure.value() + "]";
    }

    private Measure accepted(CycleId cycle, MeasureId id) {
        return measures.accepted(cycle).stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.budget.measureUnknown"));
    }

    private void store(CycleId cycle, BudgetLink link) {
        jdbc.sql("""
                        insert into hyte.budget_link (measure_id, cycle_id, line_id, no_cost, amount)
                        values (:measure, :cycle, :line, :noCost, :amount)
                        on conflict (measure_id) do update
                            set line_id = excluded.line_id, no_cost = excluded.no_cost, amount = excluded.amount""")
                .param("measure", link.measure().value())
                .param("cycle", cycle.value())
                .param("line", link.line())
                .param("noCost", link.isNoCost())
                .param("amount", link.amount())
                .update();
        recordChange(cycle, link.measure(), link);
    }

    private void recordChange(CycleId cycle, MeasureId measure, @Nullable BudgetLink link) {
        audit.record(
                cycles.get(cycle).municipality(),
                cycle.value(),
                link == null ? "budget.unlinked" : "budget.linked",
                "measure:" + measure.value(),
                link == null ? Map.of() : details(link));
    }

    private static Map<String, Object> details(BudgetLink link) {
        return Map.of("line", link.line() == null ? "none" : link.line(), "amount", link.amount());
    }

    /** The links of the department's measures that some line is charged with. */
    List<BudgetLink> charged(CycleId cycle, List<Measure> department) {
        Map<MeasureId, BudgetLink> links = of(cycle);
        return department.stream()
                .map(measure -> links.get(measure.id()))
                .filter(link -> link != null && !link.isNoCost())
                .toList();
    }
}
