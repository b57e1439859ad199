package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PathsOf("MeasureFollowUp")
class MeasureFollowUpPathsTest {

    private final Walk walk;
    private final ProcessInstance followUp;

    MeasureFollowUpPathsTest(Walk walk) {
        this.walk = walk;
        followUp = walk.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTED", "APPROVED", "APPROVED_AMENDED"})
    void endsWhenTheBoardHasNotedTheSummary(String outcome) {
        assertThat(walk.task("Activity_ReportFollowUp", "education"))
                .hasCandidateGroup("department-education")
                .hasCandidateGroup("department-director-education")
                .hasDueDate(FixedDeadlines.day("FOLLOW_UP"));
        summarise();
        assertThat(walk.task("Activity_RecordDecision"))
                .hasCandidateGroup("secretary")
                .hasDueDate(FixedDeadlines.day("FOLLOW_UP_BOARD"));
        walk.complete("Activity_RecordDecision", "bodyOutcome", outcome);
        assertThat(followUp).isEnded().hasPassed("Event_FollowUpEnded");
    }

    @Test
    void waitsForAllWhoReport() {
        walk.completeFor("education", "Activity_ReportFollowUp");
        Assertions.assertThat(walk.waitingFor()).containsExactly("Activity_ReportFollowUp");
        walk.completeFor("wellbeing", "Activity_ReportFollowUp");
        assertThat(walk.task("Activity_SummariseFollowUp"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day("FOLLOW_UP_SUMMARY"));
    }

    @Test
    void goesOnWithoutTheMissingWhenTheCoordinatorClosesIt() {
        walk.completeFor("education", "Activity_ReportFollowUp");
        walk.send("followUp.closed");
        Assertions.assertThat(walk.waitingFor()).containsExactly("Activity_SummariseFollowUp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "REJECTED"})
    void comesBackToTheCoordinatorWhenTheBoardDoesNotNoteIt(String outcome) {
        summarise();
        walk.complete("Activity_RecordDecision", "bodyOutcome", outcome);
        assertThat(followUp).isWaitingAt("Activity_SummariseFollowUp");
        walk.complete("Activity_SummariseFollowUp");
        walk.complete("Activity_RecordDecision", "bodyOutcome", "NOTED");
        assertThat(followUp).isEnded();
    }

    @Test
    void waitsForTheNextMeetingWhenTheBoardTablesIt() {
        summarise();
        walk.complete("Activity_RecordDecision", "bodyOutcome", "TABLED");
        walk.executeJobOf("Event_NextMeeting");
        walk.complete("Activity_RecordDecision", "bodyOutcome", "NOTED");
        assertThat(followUp).isEnded();
    }

    @Test
    void remindsAndTellsOfLateReports() {
        walk.passTheDeadlineOf("Reporting", "FOLLOW_UP");
    }

    @Test
    void remindsAndTellsOfALateSummary() {
        walk.completeForAll("Activity_ReportFollowUp");
        walk.passTheDeadlineOf("Summarising", "FOLLOW_UP_SUMMARY");
    }

    private void summarise() {
        walk.completeForAll("Activity_ReportFollowUp");
        walk.complete("Activity_SummariseFollowUp");
    }
}
