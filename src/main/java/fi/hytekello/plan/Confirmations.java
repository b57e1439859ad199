package fi.hytekello.plan;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The step in which the people named in a department's proposals confirm their responsibility. */
@Service
public class Confirmations {

    private final Proposals proposals;
    private final Responsibilities responsibilities;
    private final PlanProcess process;
    private final Cycles cycles;

    Confirmations(Proposals proposals, Responsibilities responsibilities, PlanProcess process, Cycles cycles) {
        this.proposals = proposals;
        this.responsibilities = responsibilities;
        this.process = process;
        this.cycles = cycles;
    }

    /**
     * A person answers for all measures of the department at once. The first refusal brings the proposals back to the
     * department, the last confirmation takes them to its director.
     *
     * @throws InvalidInput when answer and marks contradict each other, or a refusal has no reason
     * @throws Conflict when the proposals are no longer waiting for confirmations
     */
    @Transactional
    public void answer(CycleId cycle, DepartmentCode department, Username person, boolean accepted) {
        proposals.require(cycle, department, ProposalState.CONFIRMING);
        responsibilities.answer(cycle, department, person, accepted);
        if (!accepted) {
            proposals.move(cycle, department, Set.of(ProposalState.CONFIRMING), ProposalState.RETURNED);
        } else if (responsibilities.waiting(cycle, department).isEmpty()) {
            proposals.move(cycle, department, Set.of(ProposalState.CONFIRMING), ProposalState.SUBMITTED);
        }
    }

    /**
     * The department takes its proposals back while somebody has not answered, to name another; what others have
     * confirmed stays confirmed.
     *
     * @throws NotFound when the cycle is another municipality's
     * @throws Refused when the person is neither of the department nor the coordinator
     * @throws Conflict when the proposals do not wait for confirmations
     */
    @Transactional
    public void takeBack(CycleId id, DepartmentCode department, Person by) {
        Cycle cycle = cycles.get(id);
        if (!by.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        if (!mayTakeBack(cycle, department, by)) {
            throw new Refused("problem.responsibility.takeBack");
        }
        proposals.require(id, department, ProposalState.CONFIRMING);
        proposals.move(id, department, Set.of(ProposalState.CONFIRMING), ProposalState.RETURNED);
        process.takeBack(cycle, department);
    }

    /** True for the department's own people, its director and the coordinator. */
    public boolean mayTakeBack(Cycle cycle, DepartmentCode department, Person person) {
        return person.holds(Role.COORDINATOR, cycle.municipality())
                || person.isInGroup(Role.DEPARTMENT.group(department), cycle.municipality())
                || person.isInGroup(Role.DEPARTMENT_DIRECTOR.group(department), cycle.municipality());
    }
}
