package fi.hytekello.meeting.process;

import fi.hytekello.body.BodyId;
import fi.hytekello.meeting.FirstWeeks;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * The variables of {@code Meeting} and {@code BodyYear}, given at the start: {@code bodyId} (long), whose body's meeting
 * or year it is; {@code matter}, {@code body:<id>}, by which its tasks are told apart; {@code municipalityCode}, the
 * tenant that keeps the body; {@code firstFrom} and {@code firstUntil} (ISO days), of a first meeting alone. {@code
 * openMeeting} writes {@code datesToAsk} (boolean).
 */
final class MeetingVariables {

    static final String BODY = "bodyId";

    static final String DATES_TO_ASK = "datesToAsk";

    private static final String FIRST_FROM = "firstFrom";
    private static final String FIRST_UNTIL = "firstUntil";

    private MeetingVariables() {}

    static Map<String, Object> of(@Nullable FirstWeeks first) {
        return first == null
                ? Map.of()
                : Map.of(
                        FIRST_FROM, first.from().toString(),
                        FIRST_UNTIL, first.until().toString());
    }

    static @Nullable FirstWeeks first(VariableScope scope) {
        return scope.getVariable(FIRST_FROM) instanceof String from
                        && scope.getVariable(FIRST_UNTIL) instanceof String until
                ? new FirstWeeks(LocalDate.parse(from), LocalDate.parse(until))
                : null;
    }

    static BodyId body(VariableScope scope) {
        Object id = scope.getVariable(BODY);
        if (id == null) {
            throw new IllegalStateException("The process variable " + BODY + " is missing");
        }
        return new BodyId((Long) id);
    }
}
