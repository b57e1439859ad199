package fi.hytekello.cycle.process;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

@Component
class CamundaCycleProcess implements CycleProcess {

    private final RuntimeService runtime;

    CamundaCycleProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void begin(Cycle cycle) {
        runtime.createProcessInstanceByKey("HyteCycle")
                .businessKey(cycle.businessKey())
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", cycle.municipality().value())
                .execute();
    }
}
