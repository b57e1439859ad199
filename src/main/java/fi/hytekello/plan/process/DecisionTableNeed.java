package fi.hytekello.plan.process;

import fi.hytekello.plan.ImpactCriterion;
import fi.hytekello.plan.ImpactExclusion;
import fi.hytekello.plan.ImpactFacts;
import fi.hytekello.plan.ImpactFinding;
import fi.hytekello.plan.ImpactNeed;
import fi.hytekello.plan.ImpactNeedPolicy;
import fi.hytekello.plan.ImpactReason;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The table {@code impact-assessment-need}, asked once for each combination of answers: it changes with a deployment
 * only, and lists ask for many measures at once.
 */
@Component
class DecisionTableNeed implements ImpactNeedPolicy {

    static final String DECISION = "impact-assessment-need";

    private final DecisionService decisions;
    private final Map<ImpactFacts, ImpactFinding> known = new ConcurrentHashMap<>();

    DecisionTableNeed(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public ImpactFinding of(ImpactFacts facts) {
        ImpactFinding before = known.get(facts);
        if (before != null) {
            return before;
        }
        ImpactFinding found = finding(
                decisions.evaluateDecisionTableByKey(DECISION, inputs(facts)).getSingleResult());
        known.put(facts, found);
        return found;
    }

    static VariableMap inputs(ImpactFacts facts) {
        VariableMap inputs = Variables.createVariables()
                .putValue("exclusion", name(facts.exclusion()))
                .putValue("costReached", facts.costReached());
        for (ImpactCriterion criterion : ImpactCriterion.values()) {
            inputs.putValue(
                    criterion.name().toLowerCase(Locale.ROOT), facts.criteria().contains(criterion));
        }
        return inputs;
    }

    static ImpactFinding finding(DmnDecisionRuleResult row) {
        return new ImpactFinding(
                ImpactNeed.valueOf(row.<String>getEntry("need")), ImpactReason.valueOf(row.<String>getEntry("reason")));
    }

    private static String name(@Nullable ImpactExclusion exclusion) {
        return exclusion == null ? "NONE" : exclusion.name();
    }
}
