package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.Documents;
import fi.hytekello.decision.Subject;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The proposals by which broad reports begin, and their versions. */
@Repository
public class StartProposals {

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final Clock clock;

    StartProposals(JdbcClient jdbc, Documents documents, Cycles cycles, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.cycles = cycles;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest version; empty while there is none. */
    public Optional<StartProposal> find(CycleId cycle) {
        return jdbc.sql("select * from hyte.start_proposal where cycle_id = :cycle order by number desc limit 1")
                .param("cycle", cycle.value())
                .query(StartProposals::proposal)
                .optional();
    }

    /** The newest version. @throws NotFound while there is none */
    public StartProposal current(CycleId cycle) {
        return find(cycle).orElseThrow(() -> new NotFound("problem.start.unknown"));
    }

    /**
     * Writing begins: opens the first version, and after a return the next one with the texts of the one returned
     * (domain chapter 2.6). Safe to call again.
     */
    @Transactional
    public void begin(CycleId cycle) {
        documents.ensureOpen(cycle, Subject.BROAD_START);
        if (current(cycle).submitted()) {
            documents.openNext(cycle, Subject.BROAD_START);
        }
    }

    @EventListener
    void versionOpened(Documents.VersionOpened opened) {
        if (opened.subject() == Subject.BROAD_START) {
            jdbc.sql("""
                            insert into hyte.start_proposal
                                (cycle_id, number, organisation, schedule, working_groups, participation)
                            select :cycle, :number, p.organisation, p.schedule, p.working_groups, p.participation
                            from (select 1) as one left join hyte.start_proposal p
                                on p.cycle_id = :cycle and p.number = :previous""")
                    .param("cycle", opened.cycle().value())
                    .param("number", opened.number())
                    .param("previous", opened.previous())
                    .update();
        }
    }

    /**
     * Saves the newest version.
     *
     * @param version what the writer saw
     * @throws Conflict when somebody changed it after that, or it is already with the board
     */
    @Transactional
    public StartProposal write(CycleId cycle, StartProposal.Content content, int version) {
        StartProposal before = current(cycle);
        if (before.submitted()) {
            throw new Conflict("problem.start.submitted");
        }
        if (before.content().equals(content)) {
            return before;
        }
        int written = jdbc.sql("""
                        update hyte.start_proposal set organisation = :organisation, schedule = :schedule,
                            working_groups = :groups, participation = :participation, version = version + 1
                        where cycle_id = :cycle and number = :number and version = :version and submitted_at is null""")
                .param("organisation", content.organisation())
                .param("schedule", content.schedule())
                .param("groups", content.workingGroups())
                .param("participation", content.participation())
                .param("cycle", cycle.value())
                .param("number", before.number())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new Conflict("problem.start.changed");
        }
        return new StartProposal(before.number(), content, version + 1, false);
    }

    /** The proposal goes to the board. @throws InvalidInput naming the first field that is missing */
    @Transactional
    public void submit(CycleId cycle) {
        StartProposal proposal = current(cycle);
        List<String> gaps = proposal.content().gaps();
        if (!gaps.isEmpty()) {
            throw new InvalidInput(gaps.get(0), "problem.answer.missing");
        }
        jdbc.sql("""
                        update hyte.start_proposal set submitted_at = :now
                        where cycle_id = :cycle and number = :number and submitted_at is null""")
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .param("number", proposal.number())
                .update();
        audit.record(
                cycles.get(cycle).municipality(),
                cycle.value(),
                "broadStart.submitted",
                "broad-start:" + cycle,
                Map.of("number", proposal.number()));
    }

    private static StartProposal proposal(ResultSet row, int number) throws SQLException {
        return new StartProposal(
                row.getInt("number"),
                new StartProposal.Content(
                        row.getString("organisation"),
                        row.getString("schedule"),
                        row.getString("working_groups"),
                        row.getString("participation")),
                row.getInt("version"),
                row.getObject("submitted_at") != null);
    }
}
