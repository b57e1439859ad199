package fi.hytekello.nomination.process;

import fi.hytekello.inbox.InboxMailId;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.RequestProcess;
import fi.hytekello.platform.EngineCalls;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class CamundaRequestProcess implements RequestProcess {

    private final ObjectProvider<RuntimeService> runtime;
    private final EngineCalls engine;

    CamundaRequestProcess(ObjectProvider<RuntimeService> runtime, EngineCalls engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void answered(RequestId id) {
        // The link stands for its holder, whoever may be signed in beside it.
        engine.asNobody(() -> send("nomination.answered", id));
    }

    @Override
    public void deadlineMoved(Request request) {
        engine.asNobody(() -> {
            if (!send("nomination.deadlineMoved", request.id()) && !runs(request.id())) {
                start(RequestTasks.REQUEST, request, Long.toString(request.id().value()), Map.of());
            }
        });
    }

    @Override
    public void replacementGiven(Request request, long nominee) {
        engine.asNobody(() -> start(RequestTasks.REPLACEMENT, request, Long.toString(nominee), Map.of()));
    }

    @Override
    public void mailArrived(Request request, InboxMailId mail) {
        engine.asNobody(() ->
                start(RequestTasks.MAILED, request, mail.toString(), Map.of(RequestVariables.MAIL, mail.value())));
    }

    private boolean send(String message, RequestId id) {
        Execution waiting = runtime.getObject()
                .createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processVariableValueEquals(RequestVariables.REQUEST, id.value())
                .singleResult();
        if (waiting == null) {
            return false;
        }
        runtime.getObject().messageEventReceived(message, waiting.getId());
        return true;
    }

    private boolean runs(RequestId id) {
        return runtime.getObject()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(RequestTasks.REQUEST)
                        .variableValueEquals(RequestVariables.REQUEST, id.value())
                        .count()
                > 0;
    }

    private void start(String process, Request request, String branch, Map<String, Object> more) {
        runtime.getObject()
                .createProcessInstanceByKey(process)
                .businessKey(process + "/" + branch)
                .setVariable("municipalityCode", request.council().value())
                .setVariable("matter", "nomination:" + request.round().id())
                .setVariable(RequestVariables.REQUEST, request.id().value())
                .setVariable("branch", branch)
                .setVariables(more)
                .execute();
    }
}
