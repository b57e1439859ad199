package fi.hytekello.nomination.process;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundId;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The variables of NominationRound. {@code municipalityCode}, {@code matter} and {@code roundId} (a long) are written by
 * {@link CamundaRoundProcess}; {@code requestApproved} by the director's task,
 * {@code groupComposed} by the coordinator's.
 */
final class RoundVariables {

    private RoundVariables() {}

    static Map<String, Object> of(Round round) {
        return Map.of(
                "municipalityCode", round.keeper().value(),
                "matter", round.matter(),
                "roundId", round.id().value());
    }

    static RoundId round(VariableScope scope) {
        return new RoundId((Long) required(scope, "roundId"));
    }

    static MunicipalityCode council(VariableScope scope) {
        return new MunicipalityCode((String) required(scope, "municipalityCode"));
    }

    private static Object required(VariableScope scope, String name) {
        Object value = scope.getVariable(name);
        if (value == null) {
            throw new IllegalStateException("The process variable " + name + " is missing");
        }
        return value;
    }
}
