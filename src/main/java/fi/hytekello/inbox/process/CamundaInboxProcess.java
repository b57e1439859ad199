package fi.hytekello.inbox.process;

import fi.hytekello.inbox.InboxMailId;
import fi.hytekello.inbox.InboxProcess;
import fi.hytekello.municipality.MunicipalityCode;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class CamundaInboxProcess implements InboxProcess {

    private final ObjectProvider<RuntimeService> runtime;

    CamundaInboxProcess(ObjectProvider<RuntimeService> runtime) {
        this.runtime = runtime;
    }

    /** The branch is the mail: its task's listener asks for it. What it says stays in our table. */
    @Override
    public void begin(InboxMailId mail, MunicipalityCode tenant) {
        runtime.getObject()
                .createProcessInstanceByKey(InboxTasks.PROCESS)
                .businessKey("inboxmail/" + mail)
                .setVariable("matter", "inboxmail:" + mail)
                .setVariable("municipalityCode", tenant.value())
                .setVariable("branch", mail.toString())
                .execute();
    }
}
