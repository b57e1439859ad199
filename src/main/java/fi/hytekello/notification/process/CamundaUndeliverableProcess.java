package fi.hytekello.notification.process;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.UndeliverableProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class CamundaUndeliverableProcess implements UndeliverableProcess {

    private final ObjectProvider<RuntimeService> runtime;

    CamundaUndeliverableProcess(ObjectProvider<RuntimeService> runtime) {
        this.runtime = runtime;
    }

    /** The branch is the case: its task's listener asks for it. The address itself stays in our table. */
    @Override
    public void begin(long id, MunicipalityCode municipality, @Nullable CycleId cycle) {
        runtime.getObject()
                .createProcessInstanceByKey("UndeliverableMail")
                .businessKey("undeliverable/" + id)
                .setVariable("cycleId", cycle == null ? null : cycle.value())
                .setVariable("matter", cycle == null ? "undeliverable:" + id : null)
                .setVariable("municipalityCode", municipality.value())
                .setVariable("branch", Long.toString(id))
                .execute();
    }
}
