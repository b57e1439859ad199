package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The measures of all cycles, and what the budget decides on them. Every change is audited. */
@Service
public class Measures {

    private static final Set<MeasureStatus> BEFORE_THE_BUDGET =
            Set.of(MeasureStatus.ACCEPTED, MeasureStatus.IN_BUDGET, MeasureStatus.LEFT_OUT);

    private final MeasureTable table;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final MeasureMoves moves;

    Measures(MeasureTable table, Cycles cycles, AuditTrail audit, MeasureMoves moves) {
        this.moves = moves;
        this.table = table;
        this.cycles = cycles;
        this.audit = audit;
    }

    /**
     * What the reconciliation accepted and the budget decides on: accepted measures, and those that the manager has
     * already included or left out, as the decision may be repeated until the council has approved the budget.
     */
    public List<Measure> accepted(CycleId cycle) {
        return table.of(cycle).stream()
                .filter(measure -> BEFORE_THE_BUDGET.contains(measure.status()))
                .toList();
    }

    /** All measures of the cycle, by department and in the order they were proposed. */
    public List<Measure> of(CycleId cycle) {
        return table.of(cycle);
    }

    public List<Measure> of(CycleId cycle, DepartmentCode department) {
        return table.of(cycle, department);
    }

    /** @throws NotFound when there is no such measure */
    public Measure get(MeasureId id) {
        return table.find(id).orElseThrow(() -> new NotFound("problem.measure.unknown"));
    }

    /**
     * What the budget decides on a measure.
     *
     * @param grantedEuro the sum with which it is taken into the budget, null for one that is left out
     * @param reason why it is left out, null for one that is taken in
     */
    public record Verdict(
            @Nullable BigDecimal grantedEuro, @Nullable String reason) {

        public static Verdict included(BigDecimal euro) {
            return new Verdict(euro, null);
        }

        public static Verdict leftOut(@Nullable String reason) {
            return new Verdict(null, reason);
        }
    }

    /**
     * Takes accepted measures into the budget or leaves them out; may be repeated until the measures are active.
     *
     * @throws Conflict when a measure is not the cycle's, not accepted, already active, or changed at the same time
     * @throws InvalidInput when a sum is negative or has fractions of a cent, or a reason is missing
     */
    @Transactional
    public void decide(CycleId cycle, Map<MeasureId, Verdict> verdicts, Username by) {
        Map<MeasureId, Measure> known = new HashMap<>();
        table.of(cycle).forEach(measure -> known.put(measure.id(), measure));
        List<Measure> decided = new ArrayList<>();
        Map<String, Map<String, Object>> included = new LinkedHashMap<>();
        Map<String, Map<String, Object>> leftOut = new LinkedHashMap<>();
        verdicts.forEach((id, verdict) -> {
            Measure before = known.get(id);
            if (before == null) {
                throw new Conflict("problem.measure.status");
            }
            BigDecimal granted = verdict.grantedEuro();
            Measure after = granted == null ? before.leaveOut(verdict.reason()) : before.include(granted);
            decided.add(after);
            (granted == null ? leftOut : included).put("measure:" + id, MeasureChange.between(before, after));
        });
        table.decide(decided, by);
        MunicipalityCode municipality = cycles.get(cycle).municipality();
        audit.recordAll(municipality, cycle.value(), "measure.included", included);
        audit.recordAll(municipality, cycle.value(), "measure.leftOut", leftOut);
    }

    /**
     * The department changes the cost of its accepted measure in a budget conflict; 0 means without cost.
     *
     * @throws Conflict when the measure is not accepted or the budget is already decided
     * @throws InvalidInput when the sum is negative or has fractions of a cent
     */
    @Transactional
    public void adjust(MeasureId id, BigDecimal euro, Username by) {
        Measure before = get(id);
        store(before, before.adjust(euro), "measure.adjusted", by);
    }

    /** The council has approved the budget: its measures become active. Safe to call again; the number activated. */
    @Transactional
    public int activateInBudget(CycleId cycle) {
        List<MeasureMove> activated = table.moveAll(cycle, MeasureStatus.IN_BUDGET, MeasureStatus.ACTIVE);
        moves.record(cycle, "measure.activated", activated);
        return activated.size();
    }

    /**
     * Drafts a measure that is to correct a red indicator; the department completes it in the next round of proposals.
     */
    @Transactional
    public MeasureId proposeCorrective(
            CycleId cycle, DepartmentCode department, int indicatorId, String title, Username by) {
        return draft(cycle, department, title, indicatorId, by);
    }

    MeasureId draft(
            CycleId cycle,
            DepartmentCode department,
            @Nullable String title,
            @Nullable Integer correctiveOf,
            Username by) {
        if (title != null && title.length() > 300) {
            throw new InvalidInput("title", "problem.answer.long", 300, title.length());
        }
        MeasureId id = table.insertDraft(cycle, department, title, correctiveOf, by);
        audit(cycle, "measure.drafted", "measure:" + id, Map.of("department", department.value()));
        return id;
    }

    MunicipalityCode municipality(Measure measure) {
        return cycles.get(measure.cycle()).municipality();
    }

    void store(Measure before, Measure after, String action, Username by) {
        table.update(after, by);
        audit(before.cycle(), action, "measure:" + before.id(), MeasureChange.between(before, after));
    }

    void remove(Measure measure, int version) {
        table.delete(measure.id(), version);
        audit(measure.cycle(), "measure.deleted", "measure:" + measure.id(), MeasureChange.content(measure));
    }

    private void audit(CycleId cycle, String action, String subject, Map<String, ? extends @Nullable Object> details) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, subject, details);
    }
}
