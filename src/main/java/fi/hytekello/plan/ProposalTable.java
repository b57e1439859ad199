package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code hyte.department_proposal}: how far each department is. */
@Repository
class ProposalTable {

    /** The row, without the measures. */
    record Row(
            DepartmentCode department,
            ProposalState state,
            @Nullable String noProposalsReason,
            boolean recalled,
            boolean withoutProposals) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A row for each department that has none. */
    void ensureAll(CycleId cycle) {
        jdbc.sql("""
                        insert into hyte.department_proposal (cycle_id, municipality_code, department_code, updated_at)
                        select c.id, d.municipality_code, d.code, :now
                        from hyte.cycle c join hyte.department d using (municipality_code) where c.id = :cycle
                        on conflict do nothing""")
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .update();
    }

    /** By department code. */
    List<Row> of(CycleId cycle) {
        return jdbc.sql("select * from hyte.department_proposal where cycle_id = :cycle order by department_code")
                .param("cycle", cycle.value())
                .query(ProposalTable::row)
                .list();
    }

    /** The state now, held until the transaction ends: nobody submits while another saves a row, and the reverse. */
    ProposalState lock(CycleId cycle, DepartmentCode department) {
        return jdbc.sql("""
                        select state from hyte.department_proposal
                        where cycle_id = :cycle and department_code = :department for update""")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .query((row, n) -> ProposalState.valueOf(row.getString("state")))
                .optional()
                .orElse(ProposalState.OPEN);
    }

    /** True when the department was in one of the states and is now in the next. */
    boolean move(CycleId cycle, DepartmentCode department, Set<ProposalState> from, ProposalState to) {
        return jdbc.sql("""
                                update hyte.department_proposal set state = :to, updated_at = :now
                                where cycle_id = :cycle and department_code = :department and state in (:from)""")
                        .param("to", to.name())
                        .param("now", OffsetDateTime.now(clock))
                        .param("cycle", cycle.value())
                        .param("department", department.value())
                        .param("from", from.stream().map(Enum::name).toList())
                        .update()
                == 1;
    }

    void noProposals(CycleId cycle, DepartmentCode department, @Nullable String reason) {
        jdbc.sql("""
                        update hyte.department_proposal set no_proposals_reason = :reason
                        where cycle_id = :cycle and department_code = :department""")
                .param("reason", reason)
                .param("cycle", cycle.value())
                .param("department", department.value())
                .update();
    }

    /** The next round is this department's alone. */
    void recallOnly(CycleId cycle, DepartmentCode department) {
        jdbc.sql("""
                        update hyte.department_proposal set recalled = (department_code = :department)
                        where cycle_id = :cycle""")
                .param("department", department.value())
                .param("cycle", cycle.value())
                .update();
    }

    /** Accepts the proposals of the departments whose committee approved them, records who is left without; what moved. */
    List<MeasureMove> accept(CycleId cycle) {
        List<MeasureMove> accepted = jdbc.sql("""
                        update hyte.measure m set status = 'ACCEPTED', version = m.version + 1, changed_at = :now
                        from hyte.department_proposal p
                        where m.cycle_id = :cycle and m.status = 'PROPOSED' and p.cycle_id = m.cycle_id
                            and p.department_code = m.department_code and p.state = 'COMMITTEE_APPROVED'
                        returning m.id, 'PROPOSED' as earlier, m.status as now""")
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .query(MeasureMove::of)
                .list();
        jdbc.sql("""
                        update hyte.department_proposal p set updated_at = :now, recalled = false,
                            without_proposals = not exists (select 1 from hyte.measure m where m.cycle_id = p.cycle_id
                                and m.department_code = p.department_code and m.status = 'ACCEPTED')
                        where p.cycle_id = :cycle""")
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .update();
        return accepted;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new DepartmentCode(row.getString("department_code")),
                ProposalState.valueOf(row.getString("state")),
                row.getString("no_proposals_reason"),
                row.getBoolean("recalled"),
                row.getBoolean("without_proposals"));
    }
}
