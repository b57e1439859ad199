package fi.hytekello.indicator.process;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.indicator.Direction;
import fi.hytekello.indicator.Light;
import fi.hytekello.indicator.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
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

    @ParameterizedTest(name = "{0}, {1} %: {2}")
    @CsvSource({
        "HIGHER_BETTER,  0.1, GREEN",
        "HIGHER_BETTER,    0, GREEN",
        "HIGHER_BETTER, -0.1, YELLOW",
        "HIGHER_BETTER, -10,  YELLOW",
        "HIGHER_BETTER, -10.1, RED",
        "HIGHER_BETTER, -250, RED",
        "LOWER_BETTER, -0.1,  GREEN",
        "LOWER_BETTER,    0,  GREEN",
        "LOWER_BETTER,  0.1,  YELLOW",
        "LOWER_BETTER,   10,  YELLOW",
        "LOWER_BETTER, 10.1,  RED",
        "LOWER_BETTER,  250,  RED",
        "CONTEXT,      -250,  UNRATED",
        "CONTEXT,         0,  UNRATED",
        "CONTEXT,       250,  UNRATED",
    })
    void comparesInTheDirectionOfTheIndicator(Direction direction, BigDecimal difference, Light light) {
        assertThat(light(new Standing(true, 0, direction, difference))).isEqualTo(light);
    }

    @ParameterizedTest
    @CsvSource({"0, GREEN", "3, GREEN", "4, TOO_OLD", "12, TOO_OLD"})
    void isTooOldMoreThanThreeYearsBehindTheSource(int age, Light light) {
        assertThat(light(new Standing(true, age, Direction.LOWER_BETTER, new BigDecimal("-5.0"))))
                .isEqualTo(light);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void tellsAMissingValueWhateverTheDirection(Direction direction) {
        assertThat(light(new Standing(false, null, direction, null))).isEqualTo(Light.NO_DATA);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void tellsAnOldValueWhateverTheDirection(Direction direction) {
        assertThat(light(new Standing(true, 4, direction, null))).isEqualTo(Light.TOO_OLD);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void givesNoLightWithoutAComparison(Direction direction) {
        assertThat(light(new Standing(true, 0, direction, null))).isEqualTo(Light.UNRATED);
    }

    @ParameterizedTest
    @MethodSource("strangeInputs")
    void catchesWhatNoOtherRowCovers(VariableMap inputs) {
        assertThat(evaluate(inputs)).isEqualTo(Light.UNRATED.name());
    }

    static Stream<VariableMap> strangeInputs() {
        return Stream.of(
                inputs(null, null, null, null),
                inputs(true, null, "LOWER_BETTER", 5.0),
                inputs(true, 0, "SIDEWAYS", 5.0),
                inputs(true, 0, null, 5.0));
    }

    @Test
    void saysForEveryRowWhereItComesFrom() throws IOException {
        try (InputStream file = file()) {
            var model = Dmn.readModelFromStream(file);
            assertThat(model.getModelElementsByType(Rule.class))
                    .hasSize(10)
                    .allSatisfy(rule ->
                            assertThat(rule.getDescription().getTextContent()).contains("Lähde:"));
            Decision decision = model.getModelElementById(TrafficLights.DECISION);
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
            assertThat(decision.getDescription().getTextContent()).contains("FIRST");
        }
    }

    private static Light light(Standing standing) {
        return Light.valueOf(evaluate(TrafficLights.inputs(standing)));
    }

    private static String evaluate(VariableMap inputs) {
        return ENGINE.evaluateDecisionTable(TABLE, inputs).getSingleEntry();
    }

    private static VariableMap inputs(
            @Nullable Boolean hasValue,
            @Nullable Integer ageYears,
            @Nullable String direction,
            @Nullable Double difference) {
        return Variables.putValue("hasValue", hasValue)
                .putValue("ageYears", ageYears)
                .putValue("direction", direction)
                .putValue("differencePercent", difference);
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
