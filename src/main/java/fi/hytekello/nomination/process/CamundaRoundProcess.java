package fi.hytekello.nomination.process;

import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundProcess;
import fi.hytekello.platform.EngineCalls;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class CamundaRoundProcess implements RoundProcess {

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<EngineCalls> engine;

    CamundaRoundProcess(ObjectProvider<RuntimeService> runtime, ObjectProvider<EngineCalls> engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void begin(Round round) {
        engine.getObject()
                .asNobody(() -> runtime.getObject()
                        .startProcessInstanceByKey(
                                "NominationRound", "nomination/" + round.id(), RoundVariables.of(round)));
    }
}
