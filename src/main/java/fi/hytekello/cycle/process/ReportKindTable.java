package fi.hytekello.cycle.process;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.KindFacts;
import fi.hytekello.cycle.KindSuggestion;
import fi.hytekello.cycle.KindTable;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code report-kind}; the newest version, so that a corrected table counts at once. */
@Component
class ReportKindTable implements KindTable {

    static final String DECISION = "report-kind";

    private final ObjectProvider<DecisionService> decisions;

    ReportKindTable(ObjectProvider<DecisionService> decisions) {
        this.decisions = decisions;
    }

    @Override
    public KindSuggestion suggestion(KindFacts facts) {
        return suggestion(decisions
                .getObject()
                .evaluateDecisionTableByKey(DECISION, inputs(facts))
                .getSingleResult());
    }

    static VariableMap inputs(KindFacts facts) {
        return Variables.putValue("yearOfTerm", facts.yearOfTerm())
                .putValue("yearsLeft", facts.yearsLeft())
                .putValue("broadInTerm", facts.broadInTerm());
    }

    static KindSuggestion suggestion(DmnDecisionRuleResult row) {
        return new KindSuggestion(
                Cycle.Kind.valueOf(row.getEntry("kind")),
                KindSuggestion.Reason.valueOf(row.getEntry("reason")),
                row.<Boolean>getEntry("termInDanger"));
    }
}
