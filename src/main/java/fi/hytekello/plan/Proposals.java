package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.DecisionMade;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The departments' proposals from the first draft to the reconciliation (R1-02). */
@Service
public class Proposals {

    private final ProposalTable table;
    private final Measures measures;
    private final MeasureMoves moves;
    private final Responsibilities responsibilities;
    private final ImpactAssessments impacts;
    private final Decisions decisions;
    private final Municipalities municipalities;
    private final Cycles cycles;
    private final AuditTrail audit;

    Proposals(
            ProposalTable table,
            Measures measures,
            MeasureMoves moves,
            Responsibilities responsibilities,
            ImpactAssessments impacts,
            Decisions decisions,
            Municipalities municipalities,
            Cycles cycles,
            AuditTrail audit) {
        this.table = table;
        this.measures = measures;
        this.moves = moves;
        this.responsibilities = responsibilities;
        this.impacts = impacts;
        this.decisions = decisions;
        this.municipalities = municipalities;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** The departments whose turn it is: all in the first round, later the one that the wellbeing group returned. */
    @Transactional
    public List<DepartmentCode> proposing(CycleId cycle) {
        table.ensureAll(cycle);
        List<ProposalTable.Row> rows = table.of(cycle);
        boolean recall = rows.stream().anyMatch(ProposalTable.Row::recalled);
        return rows.stream()
                .filter(row -> !recall || row.recalled())
                .map(ProposalTable.Row::department)
                .toList();
    }

    /** Every department with its proposals, by department code. */
    public List<DepartmentProposals> of(CycleId cycle) {
        Map<DepartmentCode, List<Measure>> byDepartment =
                measures.of(cycle).stream().collect(Collectors.groupingBy(Measure::department));
        return table.of(cycle).stream()
                .map(row -> new DepartmentProposals(
                        row.department(),
                        row.state(),
                        row.noProposalsReason(),
                        row.withoutProposals(),
                        byDepartment.getOrDefault(row.department(), List.of())))
                .toList();
    }

    public DepartmentProposals of(CycleId cycle, DepartmentCode department) {
        return of(cycle).stream()
                .filter(proposals -> proposals.department().equals(department))
                .findFirst()
                .orElseGet(() -> new DepartmentProposals(
                        department, ProposalState.OPEN, null, false, measures.of(cycle, department)));
    }

    /**
     * The department submits its proposals, or says why it has none. They go to its director once the people named in
     * them have confirmed.
     *
     * @throws InvalidInput naming the row and field of the first gap (domain chapter 7.1), or of a person who has left
     * @throws Conflict when the proposals are not the department's to change now
     */
    @Transactional
    public void submit(CycleId cycle, DepartmentCode department, @Nullable String noProposalsReason) {
        table.ensureAll(cycle);
        editable(cycle, department);
        DepartmentProposals proposals = of(cycle, department);
        if (proposals.measures().isEmpty() && noProposalsReason == null) {
            throw new InvalidInput("noProposalsReason", "problem.proposals.none");
        }
        if (!proposals.measures().isEmpty() && noProposalsReason != null) {
            throw new InvalidInput("noProposalsReason", "problem.proposals.both");
        }
        proposals.gaps().stream().findFirst().ifPresent(gap -> {
            throw gap.asProblem();
        });
        impacts.gaps(proposals.measures()).stream().findFirst().ifPresent(gap -> {
            throw gap.asProblem();
        });
        table.noProposals(cycle, department, noProposalsReason);
        move(
                cycle,
                department,
                Set.of(ProposalState.OPEN, ProposalState.RETURNED),
                responsibilities.ask(cycle, department) ? ProposalState.CONFIRMING : ProposalState.SUBMITTED);
    }

    /**
     * The department's director approves or returns the submitted proposals.
     *
     * @throws InvalidInput when a return has no comment
     */
    @Transactional
    public void directorDecides(
            CycleId cycle, DepartmentCode department, boolean approved, @Nullable String comment, Username by) {
        move(
                cycle,
                department,
                Set.of(ProposalState.SUBMITTED),
                approved ? ProposalState.APPROVED : ProposalState.RETURNED);
        decide(cycle, DecidedBy.DIRECTOR, department, approved ? Outcome.APPROVED : Outcome.RETURNED, comment, by);
    }

    @EventListener
    void committeeDecided(DecisionMade made) {
        Decision decision = made.decision();
        DepartmentCode department = decision.department();
        if (decision.decidedBy() != DecidedBy.COMMITTEE
                || decision.subject() != Subject.PROPOSALS
                || department == null
                || decision.outcome() == Outcome.TABLED) {
            return;
        }
        move(
                decision.cycle(),
                department,
                Set.of(ProposalState.APPROVED),
                decision.outcome().isFavourable() ? ProposalState.COMMITTEE_APPROVED : ProposalState.RETURNED);
    }

    /**
     * The wellbeing group accepts the whole; departments without an approved proposal are recorded as such.
     *
     * @throws InvalidInput naming the measures whose owner or deputy has not confirmed (R1-06)
     */
    @Transactional
    public void accept(CycleId cycle, @Nullable String comment, Username by) {
        table.ensureAll(cycle);
        refuseUnconfirmed(cycle);
        moves.record(cycle, "measure.accepted", table.accept(cycle));
        audit(cycle, "proposals.accepted", "cycle:" + cycle, Map.of("without", without(cycle)));
        decide(cycle, DecidedBy.WELLBEING_GROUP, null, Outcome.APPROVED, comment, by);
    }

    /**
     * The wellbeing group returns the proposals of one department; the next round is that department's alone.
     *
     * @throws InvalidInput when the department or the comment is missing, or it is no department of the municipality
     */
    @Transactional
    public void returnOne(CycleId cycle, @Nullable String department, @Nullable String comment, Username by) {
        DepartmentCode code = municipalities.departments(cycles.get(cycle).municipality()).stream()
                .map(known -> known.code())
                .filter(known -> known.value().equals(department))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("returnedDepartment", "problem.proposals.department"));
        table.ensureAll(cycle);
        move(cycle, code, Set.of(ProposalState.values()), ProposalState.RETURNED);
        table.recallOnly(cycle, code);
        decide(cycle, DecidedBy.WELLBEING_GROUP, code, Outcome.RETURNED, comment, by);
    }

    /** @throws Conflict when the proposals are not the department's to change now; holds that until the end */
    void editable(CycleId cycle, DepartmentCode department) {
        if (!table.lock(cycle, department).isEditable()) {
            throw new Conflict("problem.proposals.state");
        }
    }

    /** @throws Conflict when the proposals are in another state; holds that until the end */
    void require(CycleId cycle, DepartmentCode department, ProposalState state) {
        if (table.lock(cycle, department) != state) {
            throw new Conflict("problem.proposals.state");
        }
    }

    private void refuseUnconfirmed(CycleId cycle) {
        List<Measure> accepting = of(cycle).stream()
                .filter(department -> department.state() == ProposalState.COMMITTEE_APPROVED)
                .flatMap(department -> department.measures().stream())
                .filter(measure -> measure.status() == MeasureStatus.PROPOSED)
                .toList();
        List<String> unconfirmed = responsibilities.unconfirmed(accepting);
        if (!unconfirmed.isEmpty()) {
            throw new InvalidInput(
                    "proposalsReconciled", "problem.proposals.unconfirmed", String.join(", ", unconfirmed));
        }
    }

    private List<String> without(CycleId cycle) {
        return table.of(cycle).stream()
                .filter(ProposalTable.Row::withoutProposals)
                .map(row -> row.department().value())
                .toList();
    }

    void move(CycleId cycle, DepartmentCode department, Set<ProposalState> from, ProposalState to) {
        if (!table.move(cycle, department, from, to)) {
            throw new Conflict("problem.proposals.state");
        }
        audit(cycle, "proposals.moved", "department:" + department, Map.of("state", to.name()));
    }

    private void decide(
            CycleId cycle,
            DecidedBy by,
            @Nullable DepartmentCode department,
            Outcome outcome,
            @Nullable String comment,
            Username username) {
        decisions.record(
                DecisionDraft.ofOfficial(cycle, Subject.PROPOSALS, by, department, outcome, comment, username));
    }

    private void audit(CycleId cycle, String action, String subject, Map<String, ?> details) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, subject, details);
    }
}
