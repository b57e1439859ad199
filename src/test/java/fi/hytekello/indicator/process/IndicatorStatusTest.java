package fi.hytekello.indicator.process;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.indicator.Direction;
import fi.hytekello.indicator.Light;
import fi.hytekello.indicator.LightReason;
import fi.hytekello.indicator.LightRule;
import fi.hytekello.indicator.Standing;
import fi.hytekello.indicator.ValueStatus;
import fi.hytekello.indicator.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorStatusTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE = table();

    /**
     * At each limit, one step below it and one above: the tenth decimal for what is not rounded, the first for what people
     * see with one.
     */
    @ParameterizedTest(name = "{0} {1}, tolerance {2}, {3}: {4}")
    @CsvSource({
        "COMPARISON, HIGHER_BETTER, 10,   0.1,                       GREEN",
        "COMPARISON, HIGHER_BETTER, 10,   0,                         GREEN",
        "COMPARISON, HIGHER_BETTER, 10,   -0.1,                      YELLOW",
        "COMPARISON, HIGHER_BETTER, 10,   -9.9,                      YELLOW",
        "COMPARISON, HIGHER_BETTER, 10,   -10,                       YELLOW",
        "COMPARISON, HIGHER_BETTER, 10,   -10.1,                     RED",
        "COMPARISON, HIGHER_BETTER, 10,   -250,                      RED",
        "COMPARISON, LOWER_BETTER,  10,   -0.1,                      GREEN",
        "COMPARISON, LOWER_BETTER,  10,   0,                         GREEN",
        "COMPARISON, LOWER_BETTER,  10,   0.1,                       YELLOW",
        "COMPARISON, LOWER_BETTER,  10,   9.9,                       YELLOW",
        "COMPARISON, LOWER_BETTER,  10,   10,                        YELLOW",
        "COMPARISON, LOWER_BETTER,  10,   10.1,                      RED",
        "COMPARISON, LOWER_BETTER,  10,   250,                       RED",
        "COMPARISON, HIGHER_BETTER, 2.5,  -2.5,                      YELLOW",
        "COMPARISON, HIGHER_BETTER, 2.5,  -2.6,                      RED",
        "COMPARISON, LOWER_BETTER,  2.5,  2.5,                       YELLOW",
        "COMPARISON, LOWER_BETTER,  2.5,  2.6,                       RED",
        "COMPARISON, LOWER_BETTER,  0,    0,                         GREEN",
        "COMPARISON, LOWER_BETTER,  0,    0.1,                       RED",
        "COMPARISON, HIGHER_BETTER, 0,    0,                         GREEN",
        "COMPARISON, HIGHER_BETTER, 0,    -0.1,                      RED",
        "TARGET,     HIGHER_BETTER, 0.3,  0.0000000001, GREEN",
        "TARGET,     HIGHER_BETTER, 0.3,  0, GREEN",
        "TARGET,     HIGHER_BETTER, 0.3,  -0.0000000001, YELLOW",
        "TARGET,     HIGHER_BETTER, 0.3,  -0.2999999999, YELLOW",
        "TARGET,     HIGHER_BETTER, 0.3,  -0.3, YELLOW",
        "TARGET,     HIGHER_BETTER, 0.3,  -0.3000000001, RED",
        "TARGET,     LOWER_BETTER,  0.3,  -0.0000000001, GREEN",
        "TARGET,     LOWER_BETTER,  0.3,  0, GREEN",
        "TARGET,     LOWER_BETTER,  0.3,  0.0000000001, YELLOW",
        "TARGET,     LOWER_BETTER,  0.3,  0.2999999999, YELLOW",
        "TARGET,     LOWER_BETTER,  0.3,  0.3, YELLOW",
        "TARGET,     LOWER_BETTER,  0.3,  0.3000000001, RED",
        "TARGET,     LOWER_BETTER,  0,    0, GREEN",
        "TARGET,     LOWER_BETTER,  0,    0.0000000001, RED",
        "TARGET,     HIGHER_BETTER, 0,    0, GREEN",
        "TARGET,     HIGHER_BETTER, 0,    -0.0000000001, RED",
        "TEA,        HIGHER_BETTER, ,     100, GREEN",
        "TEA,        HIGHER_BETTER, ,     75.0000000001, GREEN",
        "TEA,        HIGHER_BETTER, ,     75, GREEN",
        "TEA,        HIGHER_BETTER, ,     74.9999999999, YELLOW",
        "TEA,        HIGHER_BETTER, ,     25.0000000001, YELLOW",
        "TEA,        HIGHER_BETTER, ,     25, YELLOW",
        "TEA,        HIGHER_BETTER, ,     24.9999999999, RED",
        "TEA,        HIGHER_BETTER, ,     0, RED",
    })
    void judgesExactlyAtItsLimits(
            LightRule.Kind rule, Direction direction, @Nullable BigDecimal tolerance, BigDecimal figure, Light light) {
        assertThat(verdict(new Standing(ValueStatus.OK, 0, rule, direction, false, figure, tolerance)))
                .isEqualTo(new Verdict(light, LightReason.JUDGED));
    }

    @ParameterizedTest
    @CsvSource({"-250", "0", "250"})
    void givesBackgroundInformationNoLight(BigDecimal difference) {
        assertThat(verdict(compared(0, Direction.CONTEXT, difference)))
                .isEqualTo(new Verdict(Light.UNRATED, LightReason.CONTEXT));
    }

    @ParameterizedTest
    @CsvSource({"COMPARISON, HIGHER_BETTER", "COMPARISON, LOWER_BETTER", "TARGET, HIGHER_BETTER", "TARGET, LOWER_BETTER"
    })
    void coloursNoDifferenceWithinTheMarginOfError(LightRule.Kind rule, Direction direction) {
        for (String figure : new String[] {"-50", "0", "50"}) {
            assertThat(verdict(new Standing(
                            ValueStatus.OK, 0, rule, direction, true, new BigDecimal(figure), BigDecimal.TEN)))
                    .isEqualTo(new Verdict(Light.UNRATED, LightReason.WITHIN_MARGIN));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, GREEN, JUDGED", "3, GREEN, JUDGED", "4, TOO_OLD, TOO_OLD", "12, TOO_OLD, TOO_OLD"})
    void isTooOldMoreThanThreeYearsBehindTheSource(int age, Light light, LightReason reason) {
        assertThat(verdict(compared(age, Direction.LOWER_BETTER, new BigDecimal("-5.0"))))
                .isEqualTo(new Verdict(light, reason));
        assertThat(verdict(new Standing(
                        ValueStatus.OK,
                        age,
                        LightRule.Kind.TEA,
                        Direction.HIGHER_BETTER,
                        false,
                        new BigDecimal(80),
                        null)))
                .isEqualTo(new Verdict(light, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING, NO_DATA, MISSING",
        "SUPPRESSED, SUPPRESSED, SUPPRESSED",
        "ABSOLUTE_ONLY, UNRATED, ABSOLUTE_ONLY"
    })
    void keepsWhatIsNoValueApartWhateverTheRule(ValueStatus status, Light light, LightReason reason) {
        for (LightRule.Kind rule : LightRule.Kind.values()) {
            for (Direction direction : Direction.values()) {
                assertThat(verdict(new Standing(status, 5, rule, direction, false, null, BigDecimal.TEN)))
                        .isEqualTo(new Verdict(light, reason));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Direction.class,
            names = {"HIGHER_BETTER", "LOWER_BETTER"})
    void givesNoLightWithoutAComparison(Direction direction) {
        assertThat(verdict(compared(0, direction, null)))
                .isEqualTo(new Verdict(Light.UNRATED, LightReason.NO_COMPARISON));
    }

    @ParameterizedTest
    @MethodSource("strangeInputs")
    void catchesWhatNoOtherRowCovers(VariableMap inputs) {
        assertThat(evaluate(inputs)).isEqualTo(new Verdict(Light.UNRATED, LightReason.NO_COMPARISON));
    }

    static Stream<VariableMap> strangeInputs() {
        Standing usual = compared(0, Direction.LOWER_BETTER, new BigDecimal(5));
        return Stream.of(
                TrafficLights.inputs(usual).putValue("valueStatus", null),
                TrafficLights.inputs(usual).putValue("ageYears", null),
                TrafficLights.inputs(usual).putValue("rule", "GUESS"),
                TrafficLights.inputs(usual).putValue("direction", "SIDEWAYS"),
                TrafficLights.inputs(usual).putValue("direction", null),
                TrafficLights.inputs(usual).putValue("tolerance", null));
    }

    @Test
    void saysForEveryRowWhereItComesFrom() throws IOException {
        try (InputStream file = file()) {
            var model = Dmn.readModelFromStream(file);
            assertThat(model.getModelElementsByType(Rule.class))
                    .hasSize(16)
                    .allSatisfy(rule ->
                            assertThat(rule.getDescription().getTextContent()).contains("Lähde:"));
            Decision decision = model.getModelElementById(TrafficLights.DECISION);
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
            assertThat(decision.getDescription().getTextContent()).contains("FIRST");
        }
    }

    private static Standing compared(int age, Direction direction, @Nullable BigDecimal difference) {
        return new Standing(
                ValueStatus.OK, age, LightRule.Kind.COMPARISON, direction, false, difference, BigDecimal.TEN);
    }

    private static Verdict verdict(Standing standing) {
        return evaluate(TrafficLights.inputs(standing));
    }

    private static Verdict evaluate(VariableMap inputs) {
        return TrafficLights.verdict(ENGINE.evaluateDecisionTable(TABLE, inputs).getSingleResult());
    }

    private static DmnDecision table() {
        try (InputStream file = file()) {
            return ENGINE.parseDecision(TrafficLights.DECISION, file);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static InputStream file() {
        return java.util.Objects.requireNonNull(
                IndicatorStatusTest.class.getResourceAsStream("/processes/indicator/indicator-status.dmn"));
    }
}
