package fi.hytekello.body.process;

import fi.hytekello.body.CompositionFinding;
import fi.hytekello.body.CompositionPolicy;
import fi.hytekello.body.FieldCount;
import fi.hytekello.body.GenderCount;
import fi.hytekello.body.QuotaPolicy;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the tables of {@code group-composition}; the newest version, so that a corrected table counts at once. */
@Component
class CompositionTable implements CompositionPolicy {

    static final String QUOTA = "group-quota";
    static final String FIELDS = "group-fields";

    private final DecisionService decisions;

    CompositionTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public CompositionFinding quota(QuotaPolicy policy, GenderCount count, boolean excused) {
        return finding(decisions
                .evaluateDecisionTableByKey(QUOTA, quotaInputs(policy, count, excused))
                .getSingleResult());
    }

    @Override
    public CompositionFinding fields(FieldCount count) {
        return finding(
                decisions.evaluateDecisionTableByKey(FIELDS, fieldInputs(count)).getSingleResult());
    }

    static VariableMap quotaInputs(QuotaPolicy policy, GenderCount count, boolean excused) {
        return Variables.putValue("policy", policy.name())
                .putValue("required", count.required())
                .putValue("missing", count.missing())
                .putValue("couldBeMet", count.couldBeMet())
                .putValue("excused", excused);
    }

    static VariableMap fieldInputs(FieldCount count) {
        return Variables.putValue("size", count.size())
                .putValue("share", count.share())
                .putValue("known", count.known());
    }

    static CompositionFinding finding(DmnDecisionRuleResult row) {
        return new CompositionFinding(
                CompositionFinding.Verdict.valueOf(row.getEntry("verdict")),
                CompositionFinding.Reason.valueOf(row.getEntry("reason")));
    }
}
