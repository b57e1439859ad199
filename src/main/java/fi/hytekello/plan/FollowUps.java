package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.Documents;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The half-year follow-up of the measures in use (domain 2.5, row 21): who reports, and what goes to the board. */
@Service
public class FollowUps {

    private final JdbcClient jdbc;
    private final MeasureReportTable table;
    private final Cycles cycles;
    private final Documents documents;
    private final PlanProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    FollowUps(
            JdbcClient jdbc,
            MeasureReportTable table,
            Cycles cycles,
            Documents documents,
            PlanProcess process,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.cycles = cycles;
        this.documents = documents;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** The departments that have measures to follow, by code. */
    public List<DepartmentCode> reporting(CycleId id) {
        return table.reportable(cycles.get(id), ReportPoint.HALF_YEAR).stream()
                .map(report -> report.measure().department())
                .distinct()
                .toList();
    }

    public FollowUpSummary summary(CycleId id) {
        Cycle cycle = cycles.get(id);
        Map<String, String> notes = table.notes(cycle, ReportPoint.HALF_YEAR);
        Map<MeasureId, MeasureReport> reported = table.reported(cycle, ReportPoint.HALF_YEAR).stream()
                .collect(Collectors.toMap(report -> report.measure().id(), report -> report));
        Map<String, List<MeasureReport>> byDepartment = table.reportable(cycle, ReportPoint.HALF_YEAR).stream()
                .collect(Collectors.groupingBy(
                        report -> report.measure().department().value(), TreeMap::new, Collectors.toList()));
        return new FollowUpSummary(
                ReportPoint.HALF_YEAR.asOf(cycle),
                byDepartment.entrySet().stream()
                        .map(entry -> new FollowUpSummary.Department(
                                new DepartmentCode(entry.getKey()),
                                entry.getValue().stream()
                                        .filter(report -> reported.containsKey(
                                                report.measure().id()))
                                        .toList(),
                                entry.getValue().stream()
                                        .map(MeasureReport::measure)
                                        .filter(measure -> !reported.containsKey(measure.id()))
                                        .toList(),
                                notes.get(entry.getKey())))
                        .toList(),
                text(id));
    }

    private @Nullable String text(CycleId id) {
        return jdbc.sql("""
                        select coalesce(text, '') from hyte.follow_up_summary where cycle_id = :cycle
                        order by number desc limit 1""").param("cycle", id.value()).query(String.class).list().stream()
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /**
     * Sends the summary to the board, after a return as its next version.
     *
     * @throws InvalidInput when a department's report is missing and the board is not told why
     */
    @Transactional
    public void submit(CycleId id, @Nullable String text, Username by) {
        if (text == null && !summary(id).missing().isEmpty()) {
            throw new InvalidInput("followUpText", "problem.followUp.summary");
        }
        int number = documents.openNext(id, Subject.FOLLOW_UP);
        jdbc.sql("""
                        insert into hyte.follow_up_summary (cycle_id, number, text, submitted_by, submitted_at)
                        values (:cycle, :number, :text, :by, :now)""")
                .param("cycle", id.value())
                .param("number", number)
                .param("text", text)
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit(cycles.get(id), "followUp.submitted", Map.of("version", number));
    }

    /**
     * Goes on to the summary without the reports that are missing.
     *
     * @throws NotFound when the cycle is another municipality's
     * @throws Refused when the person is not the municipality's coordinator
     * @throws Conflict when no follow-up is open
     */
    @Transactional
    public void close(CycleId id, Person by) {
        Cycle cycle = cycles.get(id);
        if (!by.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        if (!by.holds(Role.COORDINATOR, cycle.municipality())) {
            throw new Refused("problem.followUp.coordinator");
        }
        process.closeFollowUp(cycle);
        audit(cycle, "followUp.closed", Map.of());
    }

    private void audit(Cycle cycle, String action, Map<String, ? extends @Nullable Object> details) {
        audit.record(cycle.municipality(), cycle.id().value(), action, "cycle:" + cycle.businessKey(), details);
    }
}
