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

    private final AnswerTable<CouncilChange.Kind, CouncilChange> table;
    private final BudgetLinks links;
    private final Measures measures;
    private final Cycles cycles;
    private final AuditTrail audit;

    CouncilChanges(JdbcClient jdbc, BudgetLinks links, Measures measures, Cycles cycles, AuditTrail audit) {
        this.table = new AnswerTable<>(jdbc, "council_change", CouncilChange.Kind.class, CouncilChange::new);
        this.links = links;
        this.measures = measures;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** What is recorded so far, by measure. */
    public Map<MeasureId, CouncilChange> of(CycleId cycle) {
        return table.of(cycle);
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
        table.put(cycle, measure, kind, euro, reason);
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
