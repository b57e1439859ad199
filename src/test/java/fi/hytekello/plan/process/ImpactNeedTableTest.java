package fi.hytekello.plan.process;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.plan.ImpactCriterion;
import fi.hytekello.plan.ImpactExclusion;
import fi.hytekello.plan.ImpactFacts;
import fi.hytekello.plan.ImpactFinding;
import fi.hytekello.plan.ImpactNeed;
import fi.hytekello.plan.ImpactReason;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImpactNeedTableTest {

    private static final DmnModelInstance MODEL = Dmn.readModelFromFile(
            Path.of("processes/plan/impact-assessment-need.dmn").toFile());
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE = ENGINE.parseDecision(DecisionTableNeed.DECISION, MODEL);

    @ParameterizedTest(name = "{0}, limit reached {1}: {2}")
    @CsvSource({
        "'',                                              false, NOT_NEEDED, NO_CRITERION",
        "RESIDENTS,                                       false, SHORT, FEW_CRITERIA",
        "STAFF,                                           false, SHORT, FEW_CRITERIA",
        "BUSINESS,                                        false, SHORT, FEW_CRITERIA",
        "EMPLOYMENT,                                      false, SHORT, FEW_CRITERIA",
        "STRATEGY,                                        false, SHORT, FEW_CRITERIA",
        "RESIDENTS STRATEGY,                              false, SHORT, FEW_CRITERIA",
        "RESIDENTS STRATEGY STAFF,                        false, FULL, SEVERAL_CRITERIA",
        "RESIDENTS STRATEGY STAFF BUSINESS,               false, FULL, SEVERAL_CRITERIA",
        "RESIDENTS STRATEGY STAFF BUSINESS EMPLOYMENT,    false, FULL, SEVERAL_CRITERIA",
        "SERVICES,                                        false, FULL, SERVICE_NETWORK",
        "SERVICES RESIDENTS STRATEGY STAFF,               false, FULL, SERVICE_NETWORK",
        "'',                                              true,  FULL, COST_LIMIT",
        "RESIDENTS,                                       true,  FULL, COST_LIMIT",
        "SERVICES,                                        true,  FULL, COST_LIMIT",
    })
    void decidesByTheCriteria(String criteria, boolean costReached, ImpactNeed need, ImpactReason reason) {
        assertThat(finding(new ImpactFacts(criteria(criteria), costReached, null)))
                .isEqualTo(new ImpactFinding(need, reason));
    }

    @ParameterizedTest
    @EnumSource(ImpactExclusion.class)
    void anExcludedMatterIsNotAssessedWhateverItAffects(ImpactExclusion exclusion) {
        ImpactFinding excluded = new ImpactFinding(ImpactNeed.NOT_NEEDED, ImpactReason.valueOf(exclusion.name()));
        assertThat(finding(new ImpactFacts(EnumSet.allOf(ImpactCriterion.class), true, exclusion)))
                .isEqualTo(excluded);
        assertThat(finding(new ImpactFacts(Set.of(), false, exclusion))).isEqualTo(excluded);
    }

    @Test
    void leavesNoCombinationWithoutAnAnswer() {
        List<ImpactCriterion> all = List.of(ImpactCriterion.values());
        for (int mask = 0; mask < 1 << all.size(); mask++) {
            int chosen = mask;
            Set<ImpactCriterion> criteria = IntStream.range(0, all.size())
                    .filter(i -> (chosen & 1 << i) != 0)
                    .mapToObj(all::get)
                    .collect(Collectors.toSet());
            for (boolean cost : new boolean[] {false, true}) {
                for (@Nullable ImpactExclusion exclusion : exclusions()) {
                    assertThat(finding(new ImpactFacts(criteria, cost, exclusion)))
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void saysForEveryRowWhereItComesFrom() {
        assertThat(MODEL.getModelElementsByType(Rule.class))
                .hasSize(15)
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).contains("Lähde: Sastamalan kriteerit"));
        assertThat(MODEL.getModelElementsByType(Decision.class))
                .allSatisfy(decision ->
                        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D"));
        Decision decision = MODEL.getModelElementById(DecisionTableNeed.DECISION);
        assertThat(decision.getDescription().getTextContent()).contains("FIRST", "Kustannusraja on kunnan tieto");
    }

    private static @Nullable ImpactExclusion[] exclusions() {
        return Stream.concat(Stream.of((ImpactExclusion) null), Stream.of(ImpactExclusion.values()))
                .toArray(ImpactExclusion[]::new);
    }

    private static Set<ImpactCriterion> criteria(String names) {
        return Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(ImpactCriterion::valueOf)
                .collect(Collectors.toSet());
    }

    private static ImpactFinding finding(ImpactFacts facts) {
        return DecisionTableNeed.finding(ENGINE.evaluateDecisionTable(TABLE, DecisionTableNeed.inputs(facts))
                .getSingleResult());
    }
}
