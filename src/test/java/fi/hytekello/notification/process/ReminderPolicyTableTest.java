package fi.hytekello.notification.process;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.municipality.Role;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.Situation;
import fi.hytekello.notification.Urgency;
import fi.hytekello.worklist.TaskKind;
import java.util.List;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told what, at every boundary of the table. */
class ReminderPolicyTableTest {

    @ParameterizedTest
    @CsvSource({
        "ORDINARY, 8, 0,",
        "ORDINARY, 7, 0, FIRST_REMINDER HOLDER DIGEST",
        "ORDINARY, 3, 0, FIRST_REMINDER HOLDER DIGEST",
        "ORDINARY, 7, 1,",
        "ORDINARY, 2, 0, LAST_REMINDER HOLDER AT_ONCE",
        "ORDINARY, 2, 1, LAST_REMINDER HOLDER AT_ONCE",
        "ORDINARY, 0, 1, LAST_REMINDER HOLDER AT_ONCE",
        "ORDINARY, 2, 2,",
        "APPROVAL, 8, 0,",
        "APPROVAL, 7, 0, FIRST_REMINDER HOLDER DIGEST",
        "DECISION, 7, 0, FIRST_REMINDER HOLDER DIGEST",
        "DECISION, 2, 1, LAST_REMINDER HOLDER AT_ONCE",
        "PROPOSAL, 15, 0,",
        "PROPOSAL, 14, 0, FIRST_REMINDER HOLDER DIGEST",
        "PROPOSAL, 3, 0, FIRST_REMINDER HOLDER DIGEST",
        "PROPOSAL, 2, 1, LAST_REMINDER HOLDER AT_ONCE",
        "CORRECTION, 7, 0,",
        "CORRECTION, 2, 0,",
        "CORRECTION, 1, 0, LAST_REMINDER HOLDER AT_ONCE",
        "CORRECTION, 0, 0, LAST_REMINDER HOLDER AT_ONCE",
        "CORRECTION, 1, 1,"
    })
    void remindsBeforeTheDeadline(TaskKind kind, int daysLeft, int timesTold, @Nullable String told) {
        assertThat(told(kind, Role.DEPARTMENT, daysLeft, timesTold, timesTold == 0 ? null : 5))
                .isEqualTo(told == null ? List.of() : List.of(told));
    }

    /** Days since told matter only for what is told again. */
    @ParameterizedTest
    @CsvSource({
        "-1, 0, , OVERDUE HOLDER AT_ONCE",
        "-30, 0, , OVERDUE HOLDER AT_ONCE",
        "-2, 1, 1,",
        "-2, 1, 6,",
        "-2, 1, 7, STILL_LATE HOLDER DIGEST",
        "-2, 9, 100, STILL_LATE HOLDER DIGEST"
    })
    void tellsOfLatenessAtOnceAndThenWeekly(
            int daysLeft, int timesTold, @Nullable Integer daysSinceTold, @Nullable String told) {
        for (TaskKind kind : TaskKind.values()) {
            // The next level of a correction hears from the second day on.
            if (kind != TaskKind.CORRECTION || daysLeft > -2 || timesTold == 0) {
                assertThat(told(kind, Role.DEPARTMENT, daysLeft, timesTold, daysSinceTold))
                        .as(kind.name())
                        .isEqualTo(told == null ? List.of() : List.of(told));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ORDINARY, DEPARTMENT, 5",
        "ORDINARY, RESPONSIBLE, 5",
        "ORDINARY, COORDINATOR, 5",
        "ORDINARY, WELLBEING_GROUP, 5",
        "ORDINARY, REGISTRY, 5",
        "ORDINARY, REGIONAL_COORDINATOR, 5",
        "ORDINARY, FINANCE, 3",
        "ORDINARY, SECRETARY, 3",
        "ORDINARY, DEPARTMENT_DIRECTOR, 3",
        "ORDINARY, MANAGER, 3",
        "PROPOSAL, DEPARTMENT, 5",
        "APPROVAL, DEPARTMENT_DIRECTOR, 3",
        "APPROVAL, MANAGER, 3",
        "DECISION, SECRETARY, 3",
        "CORRECTION, DEPARTMENT, 2"
    })
    void tellsTheNextLevelFromThisDayOnAndNotBeforeThePersonKnows(TaskKind kind, Role role, int day) {
        String escalation = "ESCALATION NEXT_LEVEL AT_ONCE";
        assertThat(told(kind, role, 1 - day, 1, 1)).isEmpty();
        assertThat(told(kind, role, -day, 1, 1)).containsExactly(escalation);
        assertThat(told(kind, role, -day, 0, null)).containsExactly("OVERDUE HOLDER AT_ONCE");
        assertThat(told(kind, role, -300, 40, 1)).contains(escalation);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDINARY, DEPARTMENT, 12, 2",
        "ORDINARY, RESPONSIBLE, 12, 2",
        "PROPOSAL, DEPARTMENT, 12, 2",
        "CORRECTION, DEPARTMENT, 5, 1"
    })
    void tellsTheSecondLevelWhenThePersonHasBeenToldOftenEnough(TaskKind kind, Role role, int day, int timesTold) {
        String second = "ESCALATION SECOND_LEVEL AT_ONCE";
        assertThat(told(kind, role, 1 - day, timesTold, 1)).doesNotContain(second);
        assertThat(told(kind, role, -day, timesTold, 1)).contains(second);
        assertThat(told(kind, role, -day, timesTold - 1, 1)).doesNotContain(second);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DEPARTMENT", "RESPONSIBLE"})
    void onlyADepartmentsPeopleHaveASecondLevel(Role role) {
        for (TaskKind kind : TaskKind.values()) {
            assertThat(told(kind, role, -300, 40, 1)).noneMatch(telling -> telling.contains(" SECOND_LEVEL "));
        }
    }

    /** The person hears again and the director hears on the same morning. */
    @Test
    void severalRowsMayHold() {
        assertThat(told(TaskKind.ORDINARY, Role.DEPARTMENT, -15, 2, 7))
                .containsExactly(
                        "STILL_LATE HOLDER DIGEST", "ESCALATION NEXT_LEVEL AT_ONCE", "ESCALATION SECOND_LEVEL AT_ONCE");
    }

    @Test
    void namesTheSourceOfEveryRuleAndIsShortEnoughToRead() {
        DmnModelInstance table = Dmn.readModelFromFile(PolicyFile.REMINDERS.toFile());
        Decision decision =
                table.getModelElementsByType(Decision.class).iterator().next();
        assertThat(decision.getId()).isEqualTo("reminder-policy");
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
        assertThat(decision.getDescription().getTextContent()).contains("COLLECT");
        assertThat(table.getModelElementsByType(Rule.class))
                .hasSizeBetween(1, 20)
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).contains("domain chapter 2.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "TASK_NOTICE, CORRECTION, 30, AT_ONCE",
        "TASK_NOTICE, ORDINARY, 7, AT_ONCE",
        "TASK_NOTICE, ORDINARY, -3, AT_ONCE",
        "TASK_NOTICE, ORDINARY, 8, DIGEST",
        "TASK_NOTICE, APPROVAL, 8, DIGEST",
        "TASK_NOTICE, ORDINARY, , DIGEST",
        "TASK_NOTICE, , 8, DIGEST",
        "DECISION_MADE, , , DIGEST",
        "RETURNED, , , AT_ONCE",
        "INVITATION, , , AT_ONCE",
        "CANCELLATION, , , AT_ONCE",
        "STATEMENT_REQUEST, , , AT_ONCE",
        "COUNTY_DELIVERY, , , AT_ONCE"
    })
    void knowsHowUrgentOtherMailsAre(
            NotificationKind mail, @Nullable TaskKind task, @Nullable Integer daysLeft, Urgency urgency) {
        assertThat(PolicyFile.engine()
                        .evaluateDecision(
                                PolicyFile.decision(PolicyFile.URGENCY, MailUrgencyTable.DECISION),
                                MailUrgencyTable.inputs(new MailUrgencyTable.Asked(mail, task, daysLeft)))
                        .<String>getSingleEntry())
                .isEqualTo(urgency.name());
    }

    /** A kind that a later version of the product knows leaves at once rather than late. */
    @Test
    void aKindThatTheTableDoesNotKnowIsUrgent() {
        assertThat(PolicyFile.engine()
                        .evaluateDecision(
                                PolicyFile.decision(PolicyFile.URGENCY, MailUrgencyTable.DECISION),
                                Variables.putValue("mailKind", "SOMETHING_NEW")
                                        .putValue("taskKind", null)
                                        .putValue("daysLeft", null))
                        .<String>getSingleEntry())
                .isEqualTo("AT_ONCE");
    }

    private static List<String> told(
            TaskKind kind, Role role, int daysLeft, int timesTold, @Nullable Integer daysSinceTold) {
        return PolicyFile.reminders()
                .newest()
                .tellings(new Situation(kind, role, daysLeft, timesTold, daysSinceTold))
                .stream()
                .map(telling -> telling.notice() + " " + telling.audience() + " " + telling.urgency())
                .toList();
    }
}
