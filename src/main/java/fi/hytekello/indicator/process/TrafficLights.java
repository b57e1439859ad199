package fi.hytekello.indicator.process;

import fi.hytekello.indicator.Light;
import fi.hytekello.indicator.LightReason;
import fi.hytekello.indicator.Standing;
import fi.hytekello.indicator.Verdict;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
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

    Verdict of(Standing standing) {
        return verdict(
                decisions.evaluateDecisionTableByKey(DECISION, inputs(standing)).getSingleResult());
    }

    static Verdict verdict(DmnDecisionRuleResult row) {
        return new Verdict(Light.valueOf(row.getEntry("light")), LightReason.valueOf(row.getEntry("reason")));
    }

    /** The figures are computed and handed over as decimals: the table's limits are met exactly, to the fifteenth digit. */
    static VariableMap inputs(Standing standing) {
        return Variables.putValue("valueStatus", standing.status().name())
                .putValue("ageYears", standing.ageYears())
                .putValue("rule", standing.rule().name())
                .putValue("direction", standing.direction().name())
                .putValue("withinMargin", standing.withinMargin())
                .putValue("figure", standing.figure())
                .putValue("tolerance", standing.tolerance());
    }
}
