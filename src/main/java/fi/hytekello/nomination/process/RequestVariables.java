package fi.hytekello.nomination.process;

import fi.hytekello.nomination.RequestId;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The variables of NominationRequest, NominationReplacement and MailedAnswer. {@code municipalityCode}, {@code matter} and {@code
 * requestId} are written by whoever starts them; {@code branch}, by which a task finds what it is about, by {@link
 * RequestTasks} and {@link CamundaRequestProcess}; {@code answerMissing} by {@link RequestTasks}; {@code mailId}, of
 * MailedAnswer only, by {@link CamundaRequestProcess}.
 */
final class RequestVariables {

    static final String REQUEST = "requestId";
    static final String MAIL = "mailId";

    private RequestVariables() {}

    static RequestId request(VariableScope scope) {
        Object id = scope.getVariable(REQUEST);
        if (id == null) {
            throw new IllegalStateException("The process variable " + REQUEST + " is missing");
        }
        return new RequestId((Long) id);
    }
}
