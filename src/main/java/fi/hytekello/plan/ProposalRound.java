package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The round in which departments propose. */
@Service
public class ProposalRound {

    private final Cycles cycles;
    private final PlanProcess process;
    private final AuditTrail audit;

    ProposalRound(Cycles cycles, PlanProcess process, AuditTrail audit) {
        this.cycles = cycles;
        this.process = process;
        this.audit = audit;
    }

    /**
     * Goes on with the proposals that are approved by now; the others are listed as departments without a proposal.
     *
     * @throws NotFound when the cycle is another municipality's
     * @throws Refused when the person is not the municipality's coordinator
     * @throws Conflict when no round is open
     */
    @Transactional
    public void close(CycleId id, Person by) {
        Cycle cycle = cycles.get(id);
        if (!by.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        if (!by.holds(Role.COORDINATOR, cycle.municipality())) {
            throw new Refused("problem.round.coordinator");
        }
        process.closeRound(cycle);
        audit.record(
                cycle.municipality(), id.value(), "proposals.roundClosed", "cycle:" + cycle.businessKey(), Map.of());
    }
}
