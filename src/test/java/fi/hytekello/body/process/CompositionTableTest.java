package fi.hytekello.body.process;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.body.CompositionFinding;
import fi.hytekello.body.CompositionFinding.Reason;
import fi.hytekello.body.CompositionFinding.Verdict;
import fi.hytekello.body.Expertise;
import fi.hytekello.body.FieldCount;
import fi.hytekello.body.GenderCount;
import fi.hytekello.body.QuotaPolicy;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionTableTest {

    private static final DmnModelInstance MODEL = Dmn.readModelFromFile(
            Path.of("processes/nomination/group-composition.dmn").toFile());
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0}, {1} women, {2} men, {3} not stated, excused {4}: {5} {6}")
    @CsvSource({
        "OFF,     9, 0, 0, false, OK,     QUOTA_OFF",
        "OFF,     0, 0, 0, true,  OK,     QUOTA_OFF",
        "ADVISE,  0, 0, 0, false, OK,     QUOTA_TOO_FEW",
        "ENFORCE, 1, 0, 0, false, OK,     QUOTA_TOO_FEW",
        "ADVISE,  1, 1, 0, false, OK,     QUOTA_MET",
        "ENFORCE, 6, 4, 0, false, OK,     QUOTA_MET",
        "ENFORCE, 2, 1, 0, true,  OK,     QUOTA_MET",
        "ADVISE,  7, 3, 0, false, ADVISE, QUOTA_NOT_MET",
        "ADVISE,  7, 3, 0, true,  ADVISE, QUOTA_NOT_MET",
        "ADVISE,  6, 3, 1, false, ADVISE, QUOTA_NOT_KNOWN",
        "ENFORCE, 7, 3, 0, false, BLOCK,  QUOTA_NOT_MET",
        "ENFORCE, 6, 3, 1, false, BLOCK,  QUOTA_NOT_KNOWN",
        "ENFORCE, 7, 3, 0, true,  ADVISE, QUOTA_EXCUSED",
        "ENFORCE, 6, 3, 1, true,  ADVISE, QUOTA_EXCUSED"
    })
    void judgesTheQuotaByPolicyAndCounts(
            QuotaPolicy policy, int women, int men, int notStated, boolean excused, Verdict verdict, Reason reason) {
        assertThat(quota(policy, new GenderCount(women, men, notStated), excused))
                .isEqualTo(new CompositionFinding(verdict, reason));
    }

    @Test
    void leavesNoCompositionWithoutAnAnswer() {
        for (QuotaPolicy policy : QuotaPolicy.values()) {
            for (int women = 0; women <= 6; women++) {
                for (int men = 0; men <= 6; men++) {
                    for (int notStated = 0; notStated <= 6; notStated++) {
                        GenderCount count = new GenderCount(women, men, notStated);
                        assertThat(quota(policy, count, false).verdict() == Verdict.BLOCK)
                                .isEqualTo(policy == QuotaPolicy.ENFORCE && count.missing() > 0);
                        assertThat(quota(policy, count, true).verdict()).isNotEqualTo(Verdict.BLOCK);
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "{1} of {0} from one field, {2} from another: {3} {4}")
    @CsvSource({
        "0,  0, 0, OK,     FIELDS_TOO_FEW",
        "2,  2, 0, OK,     FIELDS_TOO_FEW",
        "3,  2, 0, ADVISE, FIELDS_ONE_SIDED",
        "3,  1, 1, OK,     FIELDS_SPREAD",
        "10, 5, 0, OK,     FIELDS_SPREAD",
        "10, 6, 4, ADVISE, FIELDS_ONE_SIDED",
        "10, 2, 2, ADVISE, FIELDS_NOT_KNOWN",
        "5,  0, 0, ADVISE, FIELDS_NOT_KNOWN"
    })
    void warnsWhenMoreThanHalfAreFromOneFieldOrOfNoKnownOne(
            int size, int largest, int others, Verdict verdict, Reason reason) {
        FieldCount count =
                new FieldCount(size, Map.of(Expertise.EDUCATION, largest, Expertise.CULTURE_AND_LEISURE, others));
        assertThat(finding(CompositionTable.FIELDS, CompositionTable.fieldInputs(count)))
                .isEqualTo(new CompositionFinding(verdict, reason));
    }

    @Test
    void saysForEveryRowWhereItComesFrom() {
        assertThat(MODEL.getModelElementsByType(Rule.class))
                .hasSize(12)
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).contains("Lähde: "));
    }

    private static CompositionFinding quota(QuotaPolicy policy, GenderCount count, boolean excused) {
        return finding(CompositionTable.QUOTA, CompositionTable.quotaInputs(policy, count, excused));
    }

    private static CompositionFinding finding(String decision, VariableMap inputs) {
        return CompositionTable.finding(ENGINE.evaluateDecisionTable(ENGINE.parseDecision(decision, MODEL), inputs)
                .getSingleResult());
    }
}
