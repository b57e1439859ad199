package fi.hytekello.meeting.process;

import fi.hytekello.body.BodyId;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The variables of {@code Meeting} and {@code BodyYear}, given at the start: {@code bodyId} (long), whose body's meeting
 * or year it is; {@code matter}, {@code body:<id>}, by which its tasks are told apart; {@code municipalityCode}, the
 * tenant that keeps the body.
 */
final class MeetingVariables {

    static final String BODY = "bodyId";

    private MeetingVariables() {}

    static BodyId body(VariableScope scope) {
        Object id = scope.getVariable(BODY);
        if (id == null) {
            throw new IllegalStateException("The process variable " + BODY + " is missing");
        }
        return new BodyId((Long) id);
    }
}
