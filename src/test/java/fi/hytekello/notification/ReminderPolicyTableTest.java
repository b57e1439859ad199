package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderPolicyTableTest {

    private static final Path FILE = Path.of("processes/notification/reminder-policy.dmn");

    @ParameterizedTest
    @CsvSource({
        "department, 7, 2, 1, 5",
        "department-director, 7, 2, 1, 3",
        "coordinator, 7, 2, 1, 5",
        "manager, 7, 2, 1, 3",
        "finance, 7, 2, 1, 3",
        "secretary, 7, 2, 1, 3",
        "wellbeing-group, 7, 2, 1, 5",
        "registry, 7, 2, 1, 5",
        "anything-else, 7, 2, 1, 5"
    })
    void knowsTheTimesOfEveryRole(String role, int first, int last, int overdue, int escalation) throws IOException {
        assertThat(times(role)).isEqualTo(new ReminderTimes(first, last, overdue, escalation));
    }

    @Test
    void namesTheSourceOfEveryRule() {
        DmnModelInstance table = Dmn.readModelFromFile(FILE.toFile());
        Decision decision =
                table.getModelElementsByType(Decision.class).iterator().next();
        assertThat(decision.getId()).isEqualTo("reminder-policy");
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
        assertThat(decision.getDescription().getTextContent()).contains("FIRST");
        assertThat(table.getModelElementsByType(Rule.class))
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).contains("domain chapter 2.5"));
    }

    private static ReminderTimes times(String role) throws IOException {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream file = Files.newInputStream(FILE)) {
            DmnDecision decision = engine.parseDecision("reminder-policy", file);
            DmnDecisionRuleResult row =
                    engine.evaluateDecisionTable(decision, Map.of("role", role)).getSingleResult();
            return new ReminderTimes(
                    row.<Integer>getEntry("firstReminderDays"),
                    row.<Integer>getEntry("lastReminderDays"),
                    row.<Integer>getEntry("overdueDays"),
                    row.<Integer>getEntry("escalationDays"));
        }
    }
}
