package fi.hytekello.indicator.process;

import fi.hytekello.indicator.Light;
import fi.hytekello.indicator.Standing;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code indicator-status}; the newest version, so that a corrected table counts at once. */
@Component
class TrafficLights {

    static final String DECISION = "indicator-status";

    private final DecisionService decisions;

    TrafficLights(DecisionService decisions) {
        this.decisions = decisions;
    }

    Light of(Standing standing) {
        String light =
                decisions.evaluateDecisionTableByKey(DECISION, inputs(standing)).getSingleEntry();
        return Light.valueOf(light);
    }

    static VariableMap inputs(Standing standing) {
        return Variables.putValue("hasValue", standing.hasValue())
                .putValue("ageYears", standing.ageYears())
                .putValue("direction", standing.direction().name())
                .putValue(
                        "differencePercent",
                        standing.differencePercent() == null
                                ? null
                                : standing.differencePercent().doubleValue());
    }
}
