package fi.hytekello.indicator.process;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.indicator.IndicatorProcess;
import fi.hytekello.platform.problem.Conflict;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

@Component
class CamundaIndicatorProcess implements IndicatorProcess {

    private final RuntimeService runtime;

    CamundaIndicatorProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void closeReview(Cycle cycle) {
        try {
            runtime.createMessageCorrelation("indicators.reviewClosed")
                    .processInstanceBusinessKey(cycle.businessKey())
                    .tenantId(cycle.municipality().value())
                    .correlate();
        } catch (MismatchingMessageCorrelationException none) {
            throw new Conflict("problem.indicator.review.notOpen");
        } catch (OptimisticLockingException met) {
            throw new Conflict("problem.task.busy");
        }
    }
}
