package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Earlier years' unfinished measures, which a department may propose again instead of writing them anew. */
@Service
public class EarlierMeasures {

    private final EarlierMeasureTable table;
    private final Proposals proposals;
    private final Cycles cycles;
    private final AuditTrail audit;

    EarlierMeasures(EarlierMeasureTable table, Proposals proposals, Cycles cycles, AuditTrail audit) {
        this.table = table;
        this.proposals = proposals;
        this.cycles = cycles;
        this.audit = audit;
    }

    /**
     * A measure that may go on.
     *
     * @param year of its cycle
     */
    public record Earlier(Measure measure, int year) {}

    /** The department's active and delayed measures of earlier years that do not go on yet, the newest year first. */
    public List<Earlier> of(CycleId cycle, DepartmentCode department) {
        return table.of(cycles.get(cycle), department);
    }

    /**
     * Copies measures into the department's proposals: dates move to the plan's year, the second year's euro becomes
     * the first's, the goal follows where this year has one of the same name, and people where they still work here.
     * What is copied already is passed over.
     *
     * @return how many were copied
     * @throws InvalidInput when nothing is chosen
     * @throws Conflict when the proposals are not the department's to change now
     */
    @Transactional
    public int copy(CycleId id, DepartmentCode department, Collection<MeasureId> chosen, Username by) {
        if (chosen.isEmpty()) {
            throw new InvalidInput("earlier", "problem.earlier.none");
        }
        proposals.editable(id, department);
        Cycle cycle = cycles.get(id);
        Map<MeasureId, MeasureId> copies = table.copy(cycle, department, chosen, by);
        audit.recordAll(
                cycle.municipality(),
                id.value(),
                "measure.copied",
                copies.entrySet().stream()
                        .collect(Collectors.toMap(
                                copy -> "measure:" + copy.getKey(),
                                copy -> Map.of(
                                        "copiedFrom",
                                        List.of("", copy.getValue().toString())))));
        return copies.size();
    }
}
