package fi.hytekello.cycle.process;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.KindFacts;
import fi.hytekello.cycle.KindSuggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportKindTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE = table();

    @ParameterizedTest(name = "year {0} of the term, {1} left, broad made: {2}")
    @CsvSource({
        "-1, 0, false, ANNUAL, TERM_UNKNOWN,    false",
        "-1, 3, true,  ANNUAL, TERM_UNKNOWN,    false",
        " 0, 3, false, ANNUAL, TERM_BEGINS,     false",
        " 0, 3, true,  ANNUAL, BROAD_EXISTS,    false",
        " 1, 2, false, BROAD,  FIRST_FULL_YEAR, false",
        " 1, 0, false, BROAD,  FIRST_FULL_YEAR, false",
        " 1, 2, true,  ANNUAL, BROAD_EXISTS,    false",
        " 2, 1, false, ANNUAL, BROAD_MISSING,   true",
        " 2, 1, true,  ANNUAL, BROAD_EXISTS,    false",
        " 3, 0, false, BROAD,  LAST_CHANCE,     true",
        " 3, 0, true,  ANNUAL, BROAD_EXISTS,    false",
        " 4, -1, false, BROAD, LAST_CHANCE,     true",
    })
    void suggestsOneBroadYearInATerm(
            int year, int left, boolean made, Cycle.Kind kind, KindSuggestion.Reason reason, boolean danger) {
        assertThat(suggestion(new KindFacts(year, left, made))).isEqualTo(new KindSuggestion(kind, reason, danger));
    }

    @Test
    void hasOneRowForEveryCaseAndEveryRowSaysWhereItComesFrom() throws IOException {
        for (int year = -2; year < 6; year++) {
            for (int left = -1; left < 5; left++) {
                suggestion(new KindFacts(year, left, true));
                suggestion(new KindFacts(year, left, false));
            }
        }
        try (InputStream file = file()) {
            assertThat(Dmn.readModelFromStream(file).getModelElementsByType(Rule.class))
                    .hasSize(6)
                    .allSatisfy(rule ->
                            assertThat(rule.getDescription().getTextContent()).contains("Lähde:"));
        }
    }

    private static KindSuggestion suggestion(KindFacts facts) {
        return ReportKindTable.suggestion(ENGINE.evaluateDecisionTable(TABLE, ReportKindTable.inputs(facts))
                .getSingleResult());
    }

    private static DmnDecision table() {
        try (InputStream file = file()) {
            return ENGINE.parseDecision(ReportKindTable.DECISION, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static InputStream file() {
        return Objects.requireNonNull(ReportKindTest.class.getResourceAsStream("/processes/cycle/report-kind.dmn"));
    }
}
