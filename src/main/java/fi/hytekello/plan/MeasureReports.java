package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The departments' reports of how their measures stand at the end and at the half of a year. */
@Service
public class MeasureReports {

    private final MeasureReportTable table;
    private final Municipalities municipalities;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final MeasureMoves moves;

    MeasureReports(
            MeasureReportTable table,
            Municipalities municipalities,
            Cycles cycles,
            AuditTrail audit,
            MeasureMoves moves) {
        this.table = table;
        this.moves = moves;
        this.municipalities = municipalities;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** Measures that this department reports: all of its that ran in the year of that point. */
    public List<MeasureReport> open(CycleId cycle, DepartmentCode department, ReportPoint point) {
        return table.open(cycles.get(cycle), department, point);
    }

    /** What all departments have reported in this cycle, by department code. */
    public List<DepartmentReport> of(CycleId id, ReportPoint point) {
        Cycle cycle = cycles.get(id);
        Map<DepartmentCode, List<MeasureReport>> reports = table.reported(cycle, point).stream()
                .collect(Collectors.groupingBy(report -> report.measure().department()));
        Map<String, String> notes = table.notes(cycle, point);
        return municipalities.departments(cycle.municipality()).stream()
                .map(department -> new DepartmentReport(
                        department.code(),
                        reports.getOrDefault(department.code(), List.of()),
                        notes.get(department.code().value())))
                .toList();
    }

    /**
     * Saves the report of one measure; a draft may be incomplete.
     *
     * @param version the version of the report that the editor saw
     * @throws Conflict when somebody changed it after that
     * @throws InvalidInput naming the field when the sum is malformed or the new end is not after the present one
     * @throws NotFound when the measure is not this department's to report
     */
    @Transactional
    public MeasureReport write(
            CycleId cycle,
            DepartmentCode department,
            ReportPoint point,
            MeasureId id,
            MeasureReport.Content content,
            int version,
            Username by) {
        Measure.checkEuro("euroUsed", content.euroUsed());
        MeasureReport before = open(cycle, department, point).stream()
                .filter(report -> report.measure().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.measure.unknown"));
        if (before.version() != version) {
            throw new Conflict("problem.measure.changed");
        }
        checkNewEnd(before.measure(), content.newEndsOn());
        if (!content.equals(before.content())) {
            table.write(cycles.get(cycle), point, id, content, version, by);
            audit(cycle, "measure.reported", "measure:" + id);
        }
        return new MeasureReport(before.measure(), content, content.equals(before.content()) ? version : version + 1);
    }

    /**
     * The department's report is ready: its measures take the reported states.
     *
     * @throws InvalidInput naming row and field of the first gap, or the note where there is no measure to report
     */
    @Transactional
    public void submit(
            CycleId cycle, DepartmentCode department, ReportPoint point, @Nullable String note, Username by) {
        List<MeasureReport> reports = open(cycle, department, point);
        for (int i = 0; i < reports.size(); i++) {
            reports.get(i).gaps(i + 1, point).stream().findFirst().ifPresent(gap -> {
                throw gap.asProblem();
            });
        }
        if (reports.isEmpty() && note == null) {
            throw new InvalidInput("note", "problem.report.note");
        }
        table.note(cycles.get(cycle), point, department, note, by);
        moves.record(cycle, "measure.reportApplied", table.apply(cycles.get(cycle), point, department));
        audit(cycle, "measures.reported", "department:" + department);
    }

    private static void checkNewEnd(Measure measure, @Nullable LocalDate newEnd) {
        LocalDate end = measure.content().endsOn();
        if (newEnd != null && end != null && !newEnd.isAfter(end)) {
            throw new InvalidInput("newEndsOn", "problem.followUp.newEnd", end);
        }
    }

    private void audit(CycleId cycle, String action, String subject) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, subject, Map.of());
    }
}
