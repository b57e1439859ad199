package fi.hytekello.plan;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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
            select %s, r.status as reported_status, r.reason, r.note, r.euro_used,
                coalesce(r.version, 0) as report_version
            %s
            """.formatted(MeasureTable.COLUMNS, MeasureTable.FROM);

    private final JdbcClient jdbc;
    private final Clock clock;

    MeasureReportTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<MeasureReport> open(Cycle cycle, DepartmentCode department) {
        return jdbc.sql(REPORT + """
                                join hyte.cycle last on last.id = m.cycle_id
                                left join hyte.measure_report r on r.measure_id = m.id and r.cycle_id = :cycle
                                where last.municipality_code = :municipality and last.year = :lastYear
                                    and m.department_code = :department and m.status in ('ACTIVE', 'DELAYED')
                                order by m.id""")
                .param("cycle", cycle.id().value())
                .param("municipality", cycle.municipality().value())
                .param("lastYear", cycle.year() - 1)
                .param("department", department.value())
                .query(MeasureReportTable::report)
                .list();
    }

    List<MeasureReport> reported(CycleId cycle) {
        return jdbc.sql(REPORT + """
                                join hyte.measure_report r on r.measure_id = m.id and r.cycle_id = :cycle
                                where r.submitted_at is not null
                                order by m.department_code, m.id""")
                .param("cycle", cycle.value())
                .query(MeasureReportTable::report)
                .list();
    }

    Map<String, String> notes(CycleId cycle) {
        return jdbc
                .sql("""
                        select department_code, note from hyte.department_report
                        where cycle_id = :cycle and note is not null""")
                .param("cycle", cycle.value())
                .query((row, n) -> Map.entry(row.getString("department_code"), row.getString("note")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @throws Conflict when somebody has reported since that version */
    void write(CycleId cycle, MeasureId measure, MeasureReport.Content content, int version, Username by) {
        int written = jdbc.sql("""
                        insert into hyte.measure_report as r
                            (measure_id, cycle_id, status, reason, note, euro_used, version, reported_by, reported_at)
                        values (:measure, :cycle, :status, :reason, :note, :euro, 1, :by, :now)
                        on conflict (measure_id, cycle_id) do update set status = excluded.status,
                            reason = excluded.reason, note = excluded.note, euro_used = excluded.euro_used,
                            version = r.version + 1, reported_by = excluded.reported_by,
                            reported_at = excluded.reported_at
                        where r.version = :version""")
                .param("measure", measure.value())
                .param("cycle", cycle.value())
                .param(
                        "status",
                        content.status() == null ? null : content.status().name())
                .param("reason", content.reason())
                .param("note", content.note())
                .param("euro", content.euroUsed())
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .param("version", version)
                .update();
        if (written == 0) {
            throw new Conflict("problem.measure.changed");
        }
    }

    void note(CycleId cycle, DepartmentCode department, @Nullable String note, Username by) {
        jdbc.sql("""
                        insert into hyte.department_report (cycle_id, department_code, note, reported_by, reported_at)
                        values (:cycle, :department, :note, :by, :now)
                        on conflict (cycle_id, department_code) do update set note = excluded.note,
                            reported_by = excluded.reported_by, reported_at = excluded.reported_at""")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .param("note", note)
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The reported states become the measures' own; what moved. */
    List<MeasureMove> apply(Cycle cycle, DepartmentCode department) {
        return jdbc.sql("""
                        with submitted as (
                            update hyte.measure_report r set submitted_at = :now
                            from hyte.measure m join hyte.cycle last on last.id = m.cycle_id
                            where r.cycle_id = :cycle and m.id = r.measure_id and m.department_code = :department
                                and last.municipality_code = :municipality and last.year = :lastYear
                                and m.status in ('ACTIVE', 'DELAYED')
                            returning r.measure_id, r.status, r.reported_by)
                        update hyte.measure m set status = s.status, version = m.version + 1, changed_at = :now,
                            changed_by = s.reported_by
                        from submitted s join hyte.measure old on old.id = s.measure_id where m.id = s.measure_id
                        returning m.id, old.status as earlier, m.status as now""")
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.id().value())
                .param("department", department.value())
                .param("municipality", cycle.municipality().value())
                .param("lastYear", cycle.year() - 1)
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
                        row.getBigDecimal("euro_used")),
                row.getInt("report_version"));
    }
}
