package fi.hytekello.meeting.process;

import fi.hytekello.body.Body;
import fi.hytekello.meeting.FirstWeeks;
import fi.hytekello.meeting.MeetingProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class CamundaMeetingProcess implements MeetingProcess {

    private final ObjectProvider<RuntimeService> runtime;

    CamundaMeetingProcess(ObjectProvider<RuntimeService> runtime) {
        this.runtime = runtime;
    }

    @Override
    public void begin(Body body, @Nullable FirstWeeks first) {
        runtime.getObject()
                .createProcessInstanceByKey(MeetingTasks.PROCESS)
                .businessKey("body/" + body.id())
                .setVariable(MeetingVariables.BODY, body.id().value())
                .setVariable("matter", "body:" + body.id())
                .setVariable("municipalityCode", body.keeper().value())
                .setVariables(MeetingVariables.of(first))
                .execute();
    }
}
