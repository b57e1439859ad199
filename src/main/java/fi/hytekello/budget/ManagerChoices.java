package fi.hytekello.budget;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Documents;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the manager proposes to the board, measure by measure. After a return the choices are made anew in a new version
 * that starts from the last; earlier versions stay (domain chapter 2.6).
 */
@Service
public class ManagerChoices {

    private final JdbcClient jdbc;
    private final BudgetLinks links;
    private final Measures measures;
    private final Decisions decisions;
    private final Documents documents;
    private final Cycles cycles;
    private final AuditTrail audit;

    ManagerChoices(
            JdbcClient jdbc,
            BudgetLinks links,
            Measures measures,
            Decisions decisions,
            Documents documents,
            Cycles cycles,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.links = links;
        this.measures = measures;
        this.decisions = decisions;
        this.documents = documents;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** The newest choice on each measure. */
    public Map<MeasureId, ManagerChoice> of(CycleId cycle) {
        Map<MeasureId, ManagerChoice> choices = new HashMap<>();
        jdbc.sql("""
                        select distinct on (measure_id) * from hyte.manager_choice where cycle_id = :cycle
                        order by measure_id, version desc""")
                .param("cycle", cycle.value())
                .query((row, n) -> new ManagerChoice(
                        new MeasureId(row.getLong("measure_id")),
                        row.getInt("version"),
                        ManagerChoice.Kind.valueOf(row.getString("choice")),
                        row.getBigDecimal("granted_euro"),
                        row.getString("reason")))
                .list()
                .forEach(choice -> choices.put(choice.measure(), choice));
        return choices;
    }

    /** Number of the version that the manager is deciding on now. */
    public int version(CycleId cycle) {
        int current = documents.currentNumber(cycle, Subject.BUDGET).orElse(1);
        return isDecided(cycle, current) ? current + 1 : current;
    }

    /**
     * Saves what the manager means to propose for a measure; may still be incomplete.
     *
     * @throws NotFound when the budget has no such measure
     * @throws InvalidInput when the sum is negative
     */
    @Transactional
    public void draft(
            CycleId cycle,
            MeasureId measure,
            ManagerChoice.Kind kind,
            @Nullable BigDecimal grantedEuro,
            @Nullable String reason) {
        if (measures.accepted(cycle).stream()
                .noneMatch(accepted -> accepted.id().equals(measure))) {
            throw new NotFound("problem.budget.measureUnknown");
        }
        if (grantedEuro != null) {
            Budgets.refuseNegative(BudgetLinks.field("grantedEuro", measure), grantedEuro);
        }
        jdbc.sql("""
                        insert into hyte.manager_choice (measure_id, version, cycle_id, choice, granted_euro, reason)
                        values (:measure, :version, :cycle, :choice, :granted, :reason)
                        on conflict (measure_id, version) do update
                            set choice = excluded.choice, granted_euro = excluded.granted_euro, reason = excluded.reason""")
                .param("measure", measure.value())
                .param("version", version(cycle))
                .param("cycle", cycle.value())
                .param("choice", kind.name())
                .param("granted", grantedEuro)
                .param("reason", reason)
                .update();
        record(cycle, "budget.choiceDrafted", "measure:" + measure, Map.of("choice", kind));
    }

    /** Includes these measures as linked where nothing is chosen in this version yet; returns how many. */
    int include(CycleId cycle, List<MeasureId> measures) {
        List<Long> included = jdbc.sql("""
                        insert into hyte.manager_choice (measure_id, version, cycle_id, choice)
                        select id, :version, :cycle, 'INCLUDE' from unnest(:measures::bigint[]) id
                        on conflict (measure_id, version) do nothing returning measure_id""")
                .param("version", version(cycle))
                .param("cycle", cycle.value())
                .param("measures", measures.stream().map(MeasureId::value).toArray(Long[]::new))
                .query(Long.class)
                .list();
        audit.recordAll(
                cycles.get(cycle).municipality(),
                cycle.value(),
                "budget.choiceDrafted",
                included.stream()
                        .collect(Collectors.toMap(
                                id -> "measure:" + id, id -> Map.of("choice", ManagerChoice.Kind.INCLUDE))));
        return included.size();
    }

    /**
     * Applies the choices to the measures and records the manager's decision: approved when all are included as linked,
     * approved amended otherwise.
     *
     * @throws InvalidInput naming the first measure that is not decided, whose sum is missing, whose reason is missing
     *     though it is left out, or that gets a sum though it has no budget line
     */
    @Transactional
    public void complete(CycleId cycle, @Nullable String comment, Username by) {
        List<Measure> accepted = measures.accepted(cycle);
        Map<MeasureId, BudgetLink> linked = links.of(cycle);
        Map<MeasureId, ManagerChoice> choices = of(cycle);
        for (Measure measure : accepted) {
            ManagerChoice.check(measure, linked.get(measure.id()), choices.get(measure.id()));
        }
        int version = open(cycle);
        Map<MeasureId, Measures.Verdict> verdicts = new LinkedHashMap<>();
        for (Measure measure : accepted) {
            verdicts.put(
                    measure.id(),
                    Objects.requireNonNull(choices.get(measure.id()))
                            .verdict(Objects.requireNonNull(linked.get(measure.id()))));
        }
        measures.decide(cycle, verdicts, by);
        boolean amended = accepted.stream()
                .anyMatch(measure ->
                        Objects.requireNonNull(choices.get(measure.id())).kind() != ManagerChoice.Kind.INCLUDE);
        keepUnchanged(cycle, version);
        decisions.record(DecisionDraft.ofOfficial(
                cycle,
                Subject.BUDGET,
                DecidedBy.MANAGER,
                null,
                amended ? Outcome.APPROVED_AMENDED : Outcome.APPROVED,
                comment,
                by));
    }

    /**
     * Sends the links back to finance; what the manager has chosen so far stays (domain chapter 2.6).
     *
     * @throws InvalidInput when it is not said what to mend
     */
    @Transactional
    public void returnLinks(CycleId cycle, @Nullable String comment, Username by) {
        decisions.record(DecisionDraft.ofOfficial(
                cycle, Subject.BUDGET, DecidedBy.MANAGER, null, Outcome.RETURNED, comment, by));
    }

    private int open(CycleId cycle) {
        int current = documents.ensureOpen(cycle, Subject.BUDGET);
        return isDecided(cycle, current) ? documents.openNext(cycle, Subject.BUDGET) : current;
    }

    private boolean isDecided(CycleId cycle, int version) {
        return decisions
                .latest(cycle, Subject.BUDGET, DecidedBy.MANAGER, null)
                .map(decision -> Objects.equals(decision.versionNumber(), version))
                .orElse(false);
    }

    /** The version is whole: a measure that was not chosen anew keeps the choice of the version before. */
    private void keepUnchanged(CycleId cycle, int version) {
        jdbc.sql("""
                        insert into hyte.manager_choice (measure_id, version, cycle_id, choice, granted_euro, reason)
                        select distinct on (measure_id) measure_id, :version, cycle_id, choice, granted_euro, reason
                        from hyte.manager_choice where cycle_id = :cycle and version < :version
                        order by measure_id, version desc
                        on conflict (measure_id, version) do nothing""").param("version", version).param("cycle", cycle.value()).update();
    }

    private void record(CycleId cycle, String action, String subject, Map<String, Object> details) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, subject, details);
    }
}
