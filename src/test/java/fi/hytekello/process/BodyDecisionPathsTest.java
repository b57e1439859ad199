package fi.hytekello.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PathsOf("BodyDecision")
class BodyDecisionPathsTest {

    private final Walk walk;
    private final ProcessInstance decision;

    BodyDecisionPathsTest(Walk walk) {
        this.walk = walk;
        decision = walk.start("BUDGET_BOARD", "BUDGET", "BOARD");
    }

    @Test
    void asksTheSecretaryByTheMilestoneOfTheCaller() {
        assertThat(walk.task("Activity_RecordDecision"))
                .hasCandidateGroup("secretary")
                .hasDueDate(FixedDeadlines.day("BUDGET_BOARD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVED", "APPROVED_AMENDED", "RETURNED", "REJECTED", "NOTED"})
    void endsWithEveryDecisionThatClosesTheMatter(String outcome) {
        walk.complete("Activity_RecordDecision", "bodyOutcome", outcome);
        assertThat(decision).isEnded().hasPassed("Event_DecisionRecorded").hasNotPassed("Event_NextMeeting");
    }

    @Test
    void asksAgainAfterTheMeetingToWhichTheMatterWasTabled() {
        walk.complete("Activity_RecordDecision", "bodyOutcome", "TABLED");
        assertThat(decision).isWaitingAtExactly("Event_NextMeeting");
        assertThat(walk.job("Event_NextMeeting").getDuedate()).isEqualTo(FixedDeadlines.day("BUDGET_BOARD"));

        walk.executeJobOf("Event_NextMeeting");
        walk.complete("Activity_RecordDecision", "bodyOutcome", "APPROVED");
        assertThat(decision).isEnded();
    }

    @Test
    void remindsAndTellsOfALateDecision() {
        walk.passTheDeadlineOf("Recording", "BUDGET_BOARD");
    }

    @Test
    void remindsAgainAfterTheNextMeeting() {
        walk.complete("Activity_RecordDecision", "bodyOutcome", "TABLED");
        walk.executeJobOf("Event_NextMeeting");
        walk.passTheDeadlineOf("Recording", "BUDGET_BOARD");
    }
}
