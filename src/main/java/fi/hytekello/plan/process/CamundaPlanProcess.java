package fi.hytekello.plan.process;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.plan.PlanProcess;
import fi.hytekello.platform.problem.Conflict;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

@Component
class CamundaPlanProcess implements PlanProcess {

    private final RuntimeService runtime;

    CamundaPlanProcess(RuntimeService runtime) {
        this.runtime = runtime;
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
