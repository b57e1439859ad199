package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers the screening of several proposals at once: a spreadsheet brings many that no criterion concerns. */
@Service
public class ImpactScreenings {

    private final Proposals proposals;
    private final Measures measures;
    private final ImpactAssessments assessments;
    private final ImpactRows rows;
    private final Cycles cycles;
    private final AuditTrail audit;

    ImpactScreenings(
            Proposals proposals,
            Measures measures,
            ImpactAssessments assessments,
            ImpactRows rows,
            Cycles cycles,
            AuditTrail audit) {
        this.proposals = proposals;
        this.measures = measures;
        this.assessments = assessments;
        this.rows = rows;
        this.cycles = cycles;
        this.audit = audit;
    }

    /**
     * Says of the chosen proposals that they affect nothing of what the criteria name. One that is answered already, is
     * gone or is another department's is passed over.
     *
     * @return how many were answered
     * @throws InvalidInput naming {@code affectsNothing} when nothing is chosen
     * @throws Conflict when the proposals are not the department's to change now
     */
    @Transactional
    public int affectNothing(CycleId cycle, DepartmentCode department, Collection<MeasureId> chosen, Username by) {
        if (chosen.isEmpty()) {
            throw new InvalidInput("affectsNothing", "problem.impact.noneChosen");
        }
        proposals.editable(cycle, department);
        Map<MeasureId, ImpactScreening> open = assessments.of(measures.of(cycle, department)).values().stream()
                .filter(known ->
                        chosen.contains(known.measure()) && !known.screening().isAnswered())
                .collect(Collectors.toMap(ImpactAssessment::measure, ImpactAssessment::screening));
        List<MeasureId> answered = rows.affectNothing(open.keySet(), by);
        audit.recordAll(
                cycles.get(cycle).municipality(),
                cycle.value(),
                "impact.screened",
                answered.stream().collect(Collectors.toMap(id -> "measure:" + id, id -> change(open.get(id)))));
        return answered.size();
    }

    private static Map<String, String> change(@Nullable ImpactScreening before) {
        ImpactScreening known = Objects.requireNonNull(before);
        return Map.of(
                "before", known.toString(), "after", known.affectingNothing().toString());
    }
}
