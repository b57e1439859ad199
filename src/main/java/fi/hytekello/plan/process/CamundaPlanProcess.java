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
        try {
            runtime.createMessageCorrelation("proposals.roundClosed")
                    .processInstanceBusinessKey(cycle.businessKey())
                    .tenantId(cycle.municipality().value())
                    .correlate();
        } catch (MismatchingMessageCorrelationException none) {
            throw new Conflict("problem.round.notOpen");
        } catch (OptimisticLockingException met) {
            throw new Conflict("problem.task.busy");
        }
    }
}
