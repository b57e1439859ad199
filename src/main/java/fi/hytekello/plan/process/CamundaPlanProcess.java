package fi.hytekello.plan.process;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.PlanProcess;
import fi.hytekello.platform.problem.Conflict;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

@Component
class CamundaPlanProcess implements PlanProcess {

    private static final String TAKEN_BACK = "proposals.takenBack";

    private final RuntimeService runtime;

    CamundaPlanProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** The branches differ by a variable of their own, which a correlation by message cannot see. */
    @Override
    public void takeBack(Cycle cycle, DepartmentCode department) {
        Execution waiting = runtime
                .createExecutionQuery()
                .messageEventSubscriptionName(TAKEN_BACK)
                .processInstanceBusinessKey(cycle.businessKey())
                .tenantIdIn(cycle.municipality().value())
                .list()
                .stream()
                .filter(branch -> department.value().equals(runtime.getVariable(branch.getId(), "departmentCode")))
                .findFirst()
                .orElseThrow(() -> new Conflict("problem.proposals.state"));
        try {
            runtime.messageEventReceived(TAKEN_BACK, waiting.getId());
        } catch (OptimisticLockingException met) {
            throw new Conflict("problem.task.busy");
        }
    }

    @Override
    public void closeRound(Cycle cycle) {
        send("proposals.roundClosed", cycle, "problem.round.notOpen");
    }

    @Override
    public void closeFollowUp(Cycle cycle) {
        send("followUp.closed", cycle, "problem.followUp.notOpen");
    }

    private void send(String message, Cycle cycle, String notOpen) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(cycle.businessKey())
                    .tenantId(cycle.municipality().value())
                    .correlate();
        } catch (MismatchingMessageCorrelationException none) {
            throw new Conflict(notOpen);
        } catch (OptimisticLockingException met) {
            throw new Conflict("problem.task.busy");
        }
    }
}
