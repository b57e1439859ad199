package fi.hytekello.budget;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the council approved the budget with changes, finance records what it gave each measure, so that the annex
 * tells what was decided and not what was proposed (domain chapter 2.5, row 19).
 */
@Service
public class CouncilChanges {

    private final JdbcClient jdbc;
    private final BudgetLinks links;
    private final Measures measures;
    private final Cycles cycles;
    private final AuditTrail audit;

    CouncilChanges(JdbcClient jdbc, BudgetLinks links, Measures measures, Cycles cycles, AuditTrail audit) {
        this.jdbc = jdbc;
        this.links = links;
        this.measures = measures;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** What is recorded so far, by measure. */
    public Map<MeasureId, CouncilChange> of(CycleId cycle) {
        Map<MeasureId, CouncilChange> changes = new HashMap<>();
        jdbc.sql("select * from hyte.council_change where cycle_id = :cycle")
                .param("cycle", cycle.value())
                .query((row, n) -> new CouncilChange(
                        new MeasureId(row.getLong("measure_id")),
                        CouncilChange.Kind.valueOf(row.getString("kind")),
                        row.getBigDecimal("euro"),
                        row.getString("reason")))
                .list()
                .forEach(change -> changes.put(change.measure(), change));
        return changes;
    }

    /**
     * Saves what the council decided on a measure; may still be incomplete.
     *
     * @throws NotFound when the budget has no such measure
     * @throws InvalidInput when the sum is negative
     */
    @Transactional
    public void draft(
            CycleId cycle,
            MeasureId measure,
            CouncilChange.Kind kind,
            @Nullable BigDecimal euro,
            @Nullable String reason) {
        if (measures.accepted(cycle).stream().noneMatch(known -> known.id().equals(measure))) {
            throw new NotFound("problem.budget.measureUnknown");
        }
        if (euro != null) {
            Budgets.refuseNegative(BudgetLinks.field("councilEuro", measure), euro);
        }
        jdbc.sql("""
                        insert into hyte.council_change (measure_id, cycle_id, kind, euro, reason)
                        values (:measure, :cycle, :kind, :euro, :reason)
                        on conflict (measure_id) do update
                            set kind = excluded.kind, euro = excluded.euro, reason = excluded.reason""")
                .param("measure", measure.value())
                .param("cycle", cycle.value())
                .param("kind", kind.name())
                .param("euro", euro)
                .param("reason", reason)
                .update();
        record(cycle, "budget.councilChangeDrafted", "measure:" + measure, Map.of("kind", kind));
    }

    /**
     * Applies the council's changes; a measure without one stays as it was proposed.
     *
     * @throws InvalidInput naming the first measure whose sum or reason is missing or impossible
     */
    @Transactional
    public void complete(CycleId cycle, Username by) {
        Map<MeasureId, CouncilChange> changes = of(cycle);
        Map<MeasureId, BudgetLink> linked = links.of(cycle);
        Map<MeasureId, Measures.Verdict> verdicts = new LinkedHashMap<>();
        for (Measure measure : measures.accepted(cycle)) {
            CouncilChange change = changes.get(measure.id());
            if (change != null) {
                change.verdict(measure, linked.get(measure.id()))
                        .ifPresent(verdict -> verdicts.put(measure.id(), verdict));
            }
        }
        measures.decide(cycle, verdicts, by);
        record(cycle, "budget.councilChangesRecorded", "cycle:" + cycle, Map.of("measures", verdicts.size()));
    }

    private void record(CycleId cycle, String action, String subject, Map<String, Object> details) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, subject, details);
    }
}
