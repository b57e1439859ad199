package fi.hytekello.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PathsOf("WelfareReport")
class WelfareReportPathsTest {

    private final Walk walk;
    private final Steps steps;
    private final ProcessInstance report;

    WelfareReportPathsTest(Walk walk) {
        this.walk = walk;
        steps = new Steps(walk);
        report = walk.start();
    }

    @Test
    void publishesTheReportThatEverybodyAccepts() {
        reachBoard();
        assertThat(walk.task("Activity_RecordDecision")).hasDueDate(FixedDeadlines.day("REPORT_BOARD"));
        steps.decide("APPROVED");
        assertThat(walk.task("Activity_RecordDecision")).hasDueDate(FixedDeadlines.day("REPORT_COUNCIL"));
        steps.decide("APPROVED");
        assertThat(walk.task("Activity_PublishReport"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day("REPORT_PUBLICATION"));
        walk.complete("Activity_PublishReport");

        assertThat(report).isEnded().hasPassedInOrder("Activity_RecordAcceptance", "Event_ReportAccepted");
        assertThat(walk.services().calls())
                .containsExactly("importIndicators", "freezeIndicators", "setTrafficLights", "recordReportAccepted");
    }

    @ParameterizedTest
    @CsvSource({"education, wellbeing", "wellbeing, education"})
    void waitsForTheReportsOfAllDepartmentsInEitherOrder(String first, String second) {
        assertThat(walk.task("Activity_ReportMeasures", second))
                .hasCandidateGroup("department-" + second)
                .hasCandidateGroup("department-director-" + second)
                .hasDueDate(FixedDeadlines.day("MEASURE_REPORTS"));
        steps.reviewIndicators();
        walk.completeFor(first, "Activity_ReportMeasures");
        assertThat(walk.waitingFor()).containsExactly("Activity_ReportMeasures");
        walk.completeFor(second, "Activity_ReportMeasures");
        assertThat(walk.waitingFor()).containsExactly("Activity_WriteDraft");
    }

    @Test
    void waitsForTheIndicatorsWhenMeasuresAreReported() {
        walk.completeForAll("Activity_ReportMeasures");
        assertThat(report).isWaitingAt("Activity_IndicatorReview");
        assertThat(walk.waitingFor()).isEmpty();
        steps.reviewIndicators();
        assertThat(walk.task("Activity_WriteDraft"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day("REPORT_DRAFT"));
    }

    @Test
    void returnsTheDraftToTheCoordinatorWhenTheGroupDoesNotAccept() {
        reachDrafting();
        walk.complete("Activity_WriteDraft");
        assertThat(walk.task("Activity_HandleDraft"))
                .hasCandidateGroup("wellbeing-group")
                .hasDueDate(FixedDeadlines.day("REPORT_GROUP"));
        walk.complete("Activity_HandleDraft", "draftAccepted", false);
        assertThat(report).isWaitingAt("Activity_WriteDraft").hasNotPassed("Activity_ManagerApproval");
        walk.complete("Activity_WriteDraft");
        walk.complete("Activity_HandleDraft", "draftAccepted", true);
        assertThat(report).isWaitingAt("Activity_StatementRound").hasNotPassed("Activity_ManagerApproval");
        steps.askNobody();
        assertThat(walk.task("Activity_ApproveDocument")).hasDueDate(FixedDeadlines.day("REPORT_MANAGER"));
    }

    @Test
    void goesToTheManagerWhenTheStatementsDoNotChangeTheDraft() {
        reachReplies();
        walk.complete("Activity_WriteReplies", "draftOutcome", "UNCHANGED");
        assertThat(report).isWaitingAt("Activity_ManagerApproval");
    }

    @Test
    void goesBackToDraftingWhenTheStatementsChangeTheDraft() {
        reachReplies();
        walk.complete("Activity_WriteReplies", "draftOutcome", "CHANGED");
        assertThat(report).isWaitingAt("Activity_WriteDraft").hasNotPassed("Activity_ManagerApproval");
        steps.draftReport();
        assertThat(report).isWaitingAt("Activity_ManagerApproval");
    }

    @Test
    void returnsTheDraftToTheCoordinatorWhenTheManagerReturnsIt() {
        steps.prepareReport();
        steps.managerSays("RETURNED");
        assertThat(report).isWaitingAt("Activity_WriteDraft").hasNotPassed("Activity_BoardDecision");
        assertThat(walk.services().calls()).contains("openNewVersion");
    }

    @Test
    void endsAsRejectedWhenTheManagerRejects() {
        steps.prepareReport();
        steps.managerSays("REJECTED");
        assertRejected();
    }

    @Test
    void returnsTheDraftToTheCoordinatorWhenTheBoardReturnsIt() {
        reachBoard();
        steps.decide("RETURNED");
        assertThat(report).isWaitingAt("Activity_WriteDraft").hasNotPassed("Activity_CouncilDecision");
    }

    @Test
    void endsAsRejectedWhenTheBoardRejects() {
        reachBoard();
        steps.decide("REJECTED");
        assertRejected();
    }

    @Test
    void returnsTheDraftToTheCoordinatorWhenTheCouncilReturnsIt() {
        reachBoard();
        steps.decide("APPROVED");
        steps.decide("RETURNED");
        assertThat(report).isWaitingAt("Activity_WriteDraft").hasNotPassed("Activity_Publication");
        steps.draftReport();
        steps.managerSays("APPROVED");
        steps.decide("APPROVED");
        assertThat(report).isWaitingAt("Activity_CouncilDecision");
    }

    @Test
    void endsAsRejectedWhenTheCouncilRejects() {
        reachBoard();
        steps.decide("APPROVED");
        steps.decide("REJECTED");
        assertRejected();
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVED", "APPROVED_AMENDED", "NOTED"})
    void takesEveryAcceptanceOfBoardAndCouncil(String outcome) {
        reachBoard();
        steps.decide(outcome);
        steps.decide(outcome);
        assertThat(report).isWaitingAt("Activity_PublishReport");
    }

    @Test
    void remindsAndTellsOfLateMeasureReports() {
        walk.passTheDeadlineOf("MeasureReports", "MEASURE_REPORTS");
    }

    @Test
    void remindsAndTellsOfALateDraft() {
        reachDrafting();
        walk.passTheDeadlineOf("Drafting", "REPORT_DRAFT");
    }

    @Test
    void remindsAndTellsOfALateHandlingInTheGroup() {
        reachDrafting();
        walk.complete("Activity_WriteDraft");
        walk.passTheDeadlineOf("GroupHandling", "REPORT_GROUP");
    }

    @Test
    void remindsAndTellsOfALatePublication() {
        reachBoard();
        steps.decide("APPROVED");
        steps.decide("APPROVED");
        walk.passTheDeadlineOf("Publication", "REPORT_PUBLICATION");
    }

    private void reachDrafting() {
        walk.completeForAll("Activity_ReportMeasures");
        steps.reviewIndicators();
    }

    private void reachReplies() {
        reachDrafting();
        walk.complete("Activity_WriteDraft");
        walk.complete("Activity_HandleDraft", "draftAccepted", true);
        walk.complete("Activity_PrepareRequest", "statementsRequested", true);
        walk.completeBranch("1", "Activity_RecordStatement");
        walk.completeBranch("2", "Activity_RecordStatement");
    }

    private void reachBoard() {
        steps.prepareReport();
        steps.managerSays("APPROVED");
    }

    private void assertRejected() {
        assertThat(report)
                .isEnded()
                .hasPassedInOrder("Activity_RecordRejection", "Event_ReportRejected")
                .hasNotPassed("Activity_Publication");
        assertThat(walk.services().calls()).endsWith("recordReportRejected").doesNotContain("recordReportAccepted");
    }
}
