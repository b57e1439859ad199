package fi.hytekello.budget;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasureStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Follows every accepted measure of a cycle through the budget: one statement for the measures, one for the decisions. */
@Repository
public class Traces {

    private static final String MEASURES = """
            select m.id, m.department_code, m.title, m.status, coalesce(m.euro, 0) as asked, g.title_fi, g.title_sv,
                b.goal_id is not null as binding, d.at as drafted_at,
                k.measure_id is not null as linked, k.amount,
                l.account || ' / ' || l.cost_centre || ' ' || l.name as line,
                c.choice, c.granted_euro, c.reason as choice_reason,
                v.kind as council_kind, v.euro as council_euro, v.reason as council_reason,
                a.measure_id is not null as in_annex, o.measure_id is not null as left_out_in_annex, a.euro as annex_euro,
                r.realised, r.as_of, u.euro_used
            from hyte.measure m
            left join hyte.goal g on g.id = m.goal_id
            left join hyte.binding_goal b on b.goal_id = m.goal_id
            left join hyte.budget_link k on k.measure_id = m.id
            left join hyte.budget_line l on l.id = k.line_id
            left join (select distinct on (measure_id) * from hyte.manager_choice where cycle_id = :cycle
                order by measure_id, version desc) c on c.measure_id = m.id
            left join hyte.council_change v on v.measure_id = m.id
            left join hyte.budget_annex_row a on a.cycle_id = m.cycle_id and a.measure_id = m.id
            left join hyte.budget_annex_left_out o on o.cycle_id = m.cycle_id and o.measure_id = m.id
            left join lateral (select realised, as_of from hyte.budget_realisation where line_id = k.line_id
                order by as_of desc limit 1) r on true
            left join lateral (select euro_used from hyte.measure_report
                where measure_id = m.id and submitted_at is not null order by reported_at desc limit 1) u on true
            left join (select subject, min(at) as at from hyte.audit_event
                where cycle_id = :cycle
                    and action in ('measure.drafted', 'measure.imported', 'measure.copied') group by subject) d on d.subject = 'measure:' || m.id
            where m.cycle_id = :cycle and m.status <> 'PROPOSED'
            order by m.department_code, m.id""";

    private final JdbcClient jdbc;
    private final Decisions decisions;

    Traces(JdbcClient jdbc, Decisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /** By department, in the order the measures were proposed; also those that were left out. */
    public List<Trace> of(CycleId cycle) {
        List<Decision> made = decisions.of(cycle);
        return jdbc.sql(MEASURES)
                .param("cycle", cycle.value())
                .query((row, n) -> trace(row, made))
                .list();
    }

    private static Trace trace(ResultSet row, List<Decision> made) throws SQLException {
        DepartmentCode department = new DepartmentCode(row.getString("department_code"));
        OffsetDateTime drafted = row.getObject("drafted_at", OffsetDateTime.class);
        return new Trace(
                new MeasureId(row.getLong("id")),
                department,
                Objects.requireNonNullElse(row.getString("title"), ""),
                row.getString("title_fi"),
                row.getString("title_sv"),
                row.getBoolean("binding"),
                MeasureStatus.valueOf(row.getString("status")),
                drafted == null ? null : drafted.atZoneSameInstant(Finland.ZONE).toLocalDate(),
                row.getBigDecimal("asked"),
                latest(made, Subject.PROPOSALS, DecidedBy.DIRECTOR, department),
                latest(made, Subject.PROPOSALS, DecidedBy.COMMITTEE, department),
                latest(made, Subject.PROPOSALS, DecidedBy.WELLBEING_GROUP, null),
                row.getBoolean("linked") ? new Trace.Link(row.getString("line"), row.getBigDecimal("amount")) : null,
                verdict(row.getString("choice"), row, "granted_euro", "choice_reason"),
                latest(made, Subject.BUDGET, DecidedBy.BOARD, null),
                latest(made, Subject.BUDGET, DecidedBy.COUNCIL, null),
                verdict(row.getString("council_kind"), row, "council_euro", "council_reason"),
                row.getBoolean("in_annex") || row.getBoolean("left_out_in_annex")
                        ? new Trace.Annex(row.getBigDecimal("annex_euro"))
                        : null,
                realised(row),
                row.getBigDecimal("euro_used"));
    }

    private static Trace.@Nullable Verdict verdict(@Nullable String kind, ResultSet row, String euro, String reason)
            throws SQLException {
        return kind == null ? null : new Trace.Verdict(kind, row.getBigDecimal(euro), row.getString(reason));
    }

    private static Trace.@Nullable Realised realised(ResultSet row) throws SQLException {
        LocalDate asOf = row.getObject("as_of", LocalDate.class);
        return asOf == null ? null : new Trace.Realised(row.getBigDecimal("realised"), asOf);
    }

    private static @Nullable Decision latest(
            List<Decision> made, Subject subject, DecidedBy by, @Nullable DepartmentCode department) {
        return made.stream()
                .filter(decision -> decision.subject() == subject && decision.decidedBy() == by)
                .filter(decision -> Objects.equals(decision.department(), department))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
