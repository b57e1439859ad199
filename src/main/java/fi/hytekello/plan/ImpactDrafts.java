package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A department screens its proposals and drafts their assessments part by part, several people at once. Gaps are
 * allowed until the submission. Every method refuses with {@link Conflict} when the proposals are not the department's
 * to change now or somebody changed the part after the version seen, and with {@link NotFound} when the measure is gone
 * or another department's.
 */
@Service
public class ImpactDrafts {

    /** More alternatives than this cannot be compared on one page. */
    static final int MOST_ALTERNATIVES = 6;

    private final Proposals proposals;
    private final ProposalDrafts drafts;
    private final ImpactAssessments assessments;
    private final ImpactRows rows;
    private final Cycles cycles;
    private final AuditTrail audit;

    ImpactDrafts(
            Proposals proposals,
            ProposalDrafts drafts,
            ImpactAssessments assessments,
            ImpactRows rows,
            Cycles cycles,
            AuditTrail audit) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.assessments = assessments;
        this.rows = rows;
        this.cycles = cycles;
        this.audit = audit;
    }

    /**
     * Answers the screening. A choice of doing less counts against the decision table's result of this moment; when the
     * result changes later, the same words no longer count.
     *
     * @throws InvalidInput when it is said to affect something and nothing at once
     */
    @Transactional
    public void screen(CycleId cycle, DepartmentCode department, MeasureId id, ImpactScreening screening, Username by) {
        ImpactAssessment before = own(cycle, department, id);
        unchangedSince(before.screening().version(), screening.version());
        screening.check();
        if (screening.equals(before.screening())) {
            return;
        }
        ImpactNeed loweredFrom = loweredFrom(before, screening);
        rows.begin(id);
        rows.write(id, screening, loweredFrom, by);
        audit(cycle, "impact.screened", id, Map.of("before", text(before.screening()), "after", text(screening)));
    }

    private @Nullable ImpactNeed loweredFrom(ImpactAssessment before, ImpactScreening screening) {
        ImpactFinding finding = assessments.finding(screening, before.cost(), before.costLimit());
        if (finding == null
                || screening.chosen() == null
                || screening.choiceReason() == null
                || screening.chosen().compareTo(finding.need()) >= 0) {
            return null;
        }
        return screening.choosesLike(before.screening()) ? before.loweredFrom() : finding.need();
    }

    @Transactional
    public void summarise(CycleId cycle, DepartmentCode department, MeasureId id, ImpactSummary summary, Username by) {
        ImpactSummary before = own(cycle, department, id).summary();
        unchangedSince(before.version(), summary.version());
        if (summary.equals(before)) {
            return;
        }
        rows.write(id, summary, by);
        audit(cycle, "impact.summarised", id, Map.of("before", text(before), "after", text(summary)));
    }

    /** @throws NotFound when there is no such alternative */
    @Transactional
    public void describe(
            CycleId cycle,
            DepartmentCode department,
            MeasureId id,
            int alternative,
            ImpactViewpoint viewpoint,
            ImpactEffect effect,
            Username by) {
        ImpactEffect before =
                alternative(own(cycle, department, id), alternative).effect(viewpoint);
        unchangedSince(before.version(), effect.version());
        if (effect.equals(before)) {
            return;
        }
        rows.begin(id);
        rows.write(id, alternative, viewpoint, effect, by);
        audit(
                cycle,
                "impact.described",
                id,
                Map.of(
                        "alternative",
                        alternative,
                        "viewpoint",
                        viewpoint.name(),
                        "before",
                        text(before),
                        "after",
                        text(effect)));
    }

    /**
     * Adds a further alternative beside the proposal and doing nothing.
     *
     * @return its number
     * @throws InvalidInput when the name is missing or there are too many
     */
    @Transactional
    public int addAlternative(CycleId cycle, DepartmentCode department, MeasureId id, @Nullable String name) {
        ImpactAssessment before = own(cycle, department, id);
        String named = named(name);
        if (before.alternatives().size() >= MOST_ALTERNATIVES) {
            throw new InvalidInput("alternativeName", "problem.impact.alternatives", MOST_ALTERNATIVES);
        }
        rows.begin(id);
        int number = rows.add(id, named);
        audit(cycle, "impact.alternativeAdded", id, Map.of("alternative", number, "name", named));
        return number;
    }

    /** @throws InvalidInput when the name is missing */
    @Transactional
    public void renameAlternative(
            CycleId cycle, DepartmentCode department, MeasureId id, int number, @Nullable String name, int version) {
        ImpactAlternative before = further(own(cycle, department, id), number);
        String named = named(name);
        unchangedSince(before.version(), version);
        if (!named.equals(before.name())) {
            rows.rename(id, number, named, version);
            audit(cycle, "impact.alternativeRenamed", id, Map.of("alternative", number, "name", named));
        }
    }

    /** Takes a further alternative away with its effects; the audit trail keeps them. */
    @Transactional
    public void removeAlternative(CycleId cycle, DepartmentCode department, MeasureId id, int number, int version) {
        ImpactAlternative before = further(own(cycle, department, id), number);
        unchangedSince(before.version(), version);
        rows.remove(id, number, version);
        audit(cycle, "impact.alternativeRemoved", id, Map.of("before", text(before)));
    }

    private ImpactAssessment own(CycleId cycle, DepartmentCode department, MeasureId id) {
        proposals.editable(cycle, department);
        return assessments.of(drafts.own(cycle, department, id));
    }

    private static ImpactAlternative alternative(ImpactAssessment assessment, int number) {
        return assessment.alternatives().stream()
                .filter(alternative -> alternative.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.impact.alternative"));
    }

    private static ImpactAlternative further(ImpactAssessment assessment, int number) {
        ImpactAlternative found = alternative(assessment, number);
        if (!found.isFurther()) {
            throw new NotFound("problem.impact.alternative");
        }
        return found;
    }

    private static String named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new InvalidInput("alternativeName", "problem.answer.missing");
        }
        return name.strip();
    }

    private static void unchangedSince(int now, int seen) {
        if (now != seen) {
            throw new Conflict("problem.impact.changed");
        }
    }

    private static String text(Record part) {
        return part.toString();
    }

    private void audit(CycleId cycle, String action, MeasureId id, Map<String, ?> details) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, "measure:" + id, details);
    }
}
