package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables that wait for their confirmation; one a person and department. */
@Repository
class ProposalUploads {

    /**
     * A waiting table.
     *
     * @param pasted true for cells from a spreadsheet, separated by tabs, in UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares waiting tables.
    record Waiting(byte[] content, boolean pasted) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalUploads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(CycleId cycle, DepartmentCode department, Username by, Waiting waiting) {
        jdbc.sql("""
                        insert into hyte.proposal_upload
                            (cycle_id, department_code, uploaded_by, content, pasted, uploaded_at)
                        values (:cycle, :department, :by, :content, :pasted, :now)
                        on conflict (cycle_id, department_code, uploaded_by) do update set content = excluded.content,
                            pasted = excluded.pasted, uploaded_at = excluded.uploaded_at""")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .param("by", by.value())
                .param("content", waiting.content())
                .param("pasted", waiting.pasted())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    Optional<Waiting> of(CycleId cycle, DepartmentCode department, Username by) {
        return jdbc.sql("""
                        select content, pasted from hyte.proposal_upload
                        where cycle_id = :cycle and department_code = :department and uploaded_by = :by""")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .param("by", by.value())
                .query((row, n) -> new Waiting(row.getBytes("content"), row.getBoolean("pasted")))
                .optional();
    }

    void forget(CycleId cycle, DepartmentCode department, Username by) {
        jdbc.sql("""
                        delete from hyte.proposal_upload
                        where cycle_id = :cycle and department_code = :department and uploaded_by = :by""")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .param("by", by.value())
                .update();
    }
}
