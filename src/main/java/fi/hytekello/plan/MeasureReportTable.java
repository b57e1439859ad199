package fi.hytekello.plan;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code hyte.measure_report} and {@code hyte.department_report}. */
@Repository
class MeasureReportTable {

    private static final String REPORT = """
            select %s, r.status as reported_status, r.reason, r.note, r.euro_used, r.new_ends_on, r.correction,
                coalesce(r.version, 0) as report_version
            %s
            """.formatted(MeasureTable.COLUMNS, MeasureTable.FROM);

    /**
     * Measures that run in the year from {@code :from}, as known on {@code :asOf}: begun by then, in use, and not
     * reported as ended before the year. One whose last day has passed without its end being reported still runs.
     */
    private static final String RUNS = """
            m.starts_on <= :asOf and (m.status in ('ACTIVE', 'DELAYED')
                or m.status in ('DONE', 'CANCELLED') and exists (select 1 from hyte.measure_report e
                    where e.measure_id = m.id and e.submitted_at is not null and e.as_of >= :from
                        and e.status in ('DONE', 'CANCELLED'))
                and not exists (select 1 from hyte.measure_report b
                    where b.measure_id = m.id and b.submitted_at is not null and b.as_of < :from
                        and b.status in ('DONE', 'CANCELLED')))""";

    private final JdbcClient jdbc;
    private final Clock clock;

    MeasureReportTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they were proposed. */
    List<MeasureReport> open(Cycle cycle, DepartmentCode department, ReportPoint point) {
        return reportable(cycle, point).stream()
                .filter(report -> report.measure().department().equals(department))
                .toList();
    }

    List<MeasureReport> reportable(Cycle cycle, ReportPoint point) {
        return jdbc.sql(REPORT + """
                                left join hyte.measure_report r on r.measure_id = m.id and r.as_of = :asOf
                                where m.municipality_code = :municipality and\s""" + RUNS + " order by m.department_code, m.id")
                .param("municipality", cycle.municipality().value())
                .param("from", point.from(cycle))
                .param("asOf", point.asOf(cycle))
                .query(MeasureReportTable::report)
                .list();
    }

    List<MeasureReport> reported(Cycle cycle, ReportPoint point) {
        return jdbc.sql(REPORT + """
                                join hyte.measure_report r on r.measure_id = m.id and r.as_of = :asOf
                                where r.cycle_id = :cycle and r.submitted_at is not null
                                order by m.department_code, m.id""")
                .param("cycle", cycle.id().value())
                .param("asOf", point.asOf(cycle))
                .query(MeasureReportTable::report)
                .list();
    }

    Map<String, String> notes(Cycle cycle, ReportPoint point) {
        return jdbc
                .sql("""
                        select department_code, note from hyte.department_report
                        where cycle_id = :cycle and as_of = :asOf and note is not null""")
                .param("cycle", cycle.id().value())
                .param("asOf", point.asOf(cycle))
                .query((row, n) -> Map.entry(row.getString("department_code"), row.getString("note")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @throws Conflict when somebody has reported since that version */
    void write(
            Cycle cycle,
            ReportPoint point,
            MeasureId measure,
            MeasureReport.Content content,
            int version,
            Username by) {
        int written = jdbc.sql("""
                        insert into hyte.measure_report as r (measure_id, cycle_id, as_of, status, reason, note, euro_used,
                            new_ends_on, correction, version, reported_by, reported_at)
                        values (:measure, :cycle, :asOf, :status, :reason, :note, :euro, :newEnd, :correction, 1, :by, :now)
                        on conflict (measure_id, as_of) do update set status = excluded.status,
                            reason = excluded.reason, note = excluded.note, euro_used = excluded.euro_used,
                            new_ends_on = excluded.new_ends_on, correction = excluded.correction,
                            version = r.version + 1, reported_by = excluded.reported_by,
                            reported_at = excluded.reported_at
                        where r.version = :version""")
                .param("measure", measure.value())
                .param("cycle", cycle.id().value())
                .param("asOf", point.asOf(cycle))
                .param(
                        "status",
                        content.status() == null ? null : content.status().name())
                .param("reason", content.reason())
                .param("note", content.note())
                .param("euro", content.euroUsed())
                .param("newEnd", content.newEndsOn())
                .param("correction", content.correction())
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .param("version", version)
                .update();
        if (written == 0) {
            throw new Conflict("problem.measure.changed");
        }
    }

    void note(Cycle cycle, ReportPoint point, DepartmentCode department, @Nullable String note, Username by) {
        jdbc.sql("""
                        insert into hyte.department_report (cycle_id, department_code, as_of, note, reported_by, reported_at)
                        values (:cycle, :department, :asOf, :note, :by, :now)
                        on conflict (cycle_id, department_code, as_of) do update set note = excluded.note,
                            reported_by = excluded.reported_by, reported_at = excluded.reported_at""")
                .param("cycle", cycle.id().value())
                .param("department", department.value())
                .param("asOf", point.asOf(cycle))
                .param("note", note)
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The reported states and new ends become the measures' own; what moved. */
    List<MeasureMove> apply(Cycle cycle, ReportPoint point, DepartmentCode department) {
        return jdbc.sql("""
                        with submitted as (
                            update hyte.measure_report r set submitted_at = :now
                            from hyte.measure m
                            where r.as_of = :asOf and m.id = r.measure_id and m.department_code = :department
                                and m.municipality_code = :municipality and (%s)
                            returning r.measure_id, r.status, r.new_ends_on, r.reported_by)
                        update hyte.measure m set status = s.status, version = m.version + 1, changed_at = :now,
                            changed_by = s.reported_by,
                            ends_on = case when s.status = 'DELAYED' then coalesce(s.new_ends_on, m.ends_on)
                                else m.ends_on end
                        from submitted s join hyte.measure old on old.id = s.measure_id where m.id = s.measure_id
                        returning m.id, old.status as earlier, m.status as now""".formatted(RUNS))
                .param("now", OffsetDateTime.now(clock))
                .param("asOf", point.asOf(cycle))
                .param("from", point.from(cycle))
                .param("department", department.value())
                .param("municipality", cycle.municipality().value())
                .query(MeasureMove::of)
                .list();
    }

    private static MeasureReport report(ResultSet row, int number) throws SQLException {
        String status = row.getString("reported_status");
        return new MeasureReport(
                MeasureTable.measure(row, number),
                new MeasureReport.Content(
                        status == null ? null : ReportedStatus.valueOf(status),
                        row.getString("reason"),
                        row.getString("note"),
                        row.getBigDecimal("euro_used"),
                        row.getObject("new_ends_on", LocalDate.class),
                        row.getString("correction")),
                row.getInt("report_version"));
    }
}
