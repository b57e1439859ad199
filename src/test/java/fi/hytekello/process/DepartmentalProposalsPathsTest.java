package fi.hytekello.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PathsOf("DepartmentalProposals")
class DepartmentalProposalsPathsTest {

    private final Walk walk;
    private final ProcessInstance proposals;

    DepartmentalProposalsPathsTest(Walk walk) {
        this.walk = walk;
        proposals = walk.start();
    }

    @ParameterizedTest
    @CsvSource({"education, wellbeing", "wellbeing, education"})
    void reconcilesWhenTheCommitteesOfAllDepartmentsApprove(String first, String second) {
        finish(first);
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures");
        finish(second);
        assertThat(walk.task("Activity_ReconcileProposals"))
                .hasCandidateGroup("wellbeing-group")
                .hasDueDate(FixedDeadlines.day("RECONCILIATION"));
        walk.complete("Activity_ReconcileProposals", "proposalsReconciled", true);
        assertThat(proposals).isEnded().hasPassed("Event_ProposalsEnded").hasNotPassed("Event_RoundClosed");
    }

    @Test
    void asksDepartmentThenItsDirectorThenItsCommittee() {
        assertThat(walk.task("Activity_ProposeMeasures", "education"))
                .hasCandidateGroup("department-education")
                .hasCandidateGroup("department-director-education")
                .hasDueDate(FixedDeadlines.day("PROPOSALS"));
        walk.completeFor("education", "Activity_ProposeMeasures");
        assertThat(walk.task("Activity_ApproveProposals", "education"))
                .hasCandidateGroup("department-director-education")
                .hasDueDate(FixedDeadlines.day("PROPOSALS"));
        approve("education", true);
        assertThat(walk.task("Activity_RecordDecision", "education"))
                .hasCandidateGroup("secretary")
                .hasDueDate(FixedDeadlines.day("COMMITTEES"));
    }

    @Test
    void returnsToTheDepartmentWhenItsDirectorDoesNotApprove() {
        walk.completeFor("education", "Activity_ProposeMeasures");
        approve("education", false);
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures", "Activity_ProposeMeasures");
        finish("education");
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures");
    }

    @Test
    void asksEveryNamedPersonBeforeTheDirector() {
        walk.services().responsible(1L, 2L);
        walk.completeFor("education", "Activity_ProposeMeasures");
        assertThat(walk.waitingFor())
                .containsExactly(
                        "Activity_ConfirmResponsibility", "Activity_ConfirmResponsibility", "Activity_ProposeMeasures");
        assertThat(walk.personal("person-1")).hasDueDate(FixedDeadlines.day("PROPOSALS"));
        answer("person-1", true);
        assertThat(walk.waitingFor()).containsExactly("Activity_ConfirmResponsibility", "Activity_ProposeMeasures");
        answer("person-2", true);
        assertThat(walk.waitingFor()).containsExactly("Activity_ApproveProposals", "Activity_ProposeMeasures");
    }

    @Test
    void aRefusalReturnsToTheDepartmentAtOnceAndTheNextRoundStartsAfresh() {
        walk.services().responsible(1L, 2L);
        walk.completeFor("education", "Activity_ProposeMeasures");
        answer("person-2", false);
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures", "Activity_ProposeMeasures");
        walk.services().responsible();
        walk.completeFor("education", "Activity_ProposeMeasures");
        assertThat(walk.waitingFor()).containsExactly("Activity_ApproveProposals", "Activity_ProposeMeasures");
    }

    @Test
    void takesProposalsBackFromThoseWhoDoNotAnswer() {
        walk.services().responsible(1L, 2L);
        walk.completeFor("education", "Activity_ProposeMeasures");
        answer("person-1", true);
        walk.send("proposals.takenBack");
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures", "Activity_ProposeMeasures");
        assertThat(proposals).hasPassed("Event_ProposalsTakenBack");
    }

    @Test
    void closingTheRoundEndsConfirmationsToo() {
        walk.services().responsible(1L);
        walk.completeFor("education", "Activity_ProposeMeasures");
        walk.send("proposals.roundClosed");
        assertThat(walk.waitingFor()).containsExactly("Activity_ReconcileProposals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "REJECTED"})
    void returnsToTheDepartmentWhenItsCommitteeDoesNotAccept(String outcome) {
        reachCommittee("education");
        decide("education", outcome);
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures", "Activity_ProposeMeasures");
        finish("education");
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVED", "APPROVED_AMENDED", "NOTED"})
    void takesEveryAcceptanceOfACommittee(String outcome) {
        reachCommittee("education");
        decide("education", outcome);
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures");
    }

    @Test
    void keepsTheAnswersOfDepartmentsApart() {
        walk.completeForAll("Activity_ProposeMeasures");
        approve("education", true);
        approve("wellbeing", false);
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures", "Activity_RecordDecision");
        reachCommittee("wellbeing");
        decide("education", "RETURNED");
        decide("wellbeing", "APPROVED");
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures");
        assertThat(runtimeService().getVariables(proposals.getId())).containsOnlyKeys("cycleId");
    }

    @Test
    void asksTheCommitteeAgainWhenItTables() {
        reachCommittee("education");
        decide("education", "TABLED");
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures");
        walk.executeJobOf("Event_NextMeeting");
        assertThat(walk.task("Activity_RecordDecision", "education")).isNotNull();
    }

    @Test
    void goesOnWithoutTheUnfinishedWhenTheRoundIsClosed() {
        reachCommittee("education");
        walk.send("proposals.roundClosed");
        assertThat(walk.waitingFor()).containsExactly("Activity_ReconcileProposals");
        assertThat(proposals).hasPassed("Event_RoundClosed");
    }

    @Test
    void asksOnlyTheDepartmentThatReconciliationReturns() {
        finish("education");
        finish("wellbeing");
        walk.services().departments("wellbeing");
        walk.complete("Activity_ReconcileProposals", "proposalsReconciled", false);
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures");
        finish("wellbeing");
        walk.complete("Activity_ReconcileProposals", "proposalsReconciled", true);
        assertThat(proposals).isEnded();
    }

    @Test
    void remindsAndTellsOfLateProposals() {
        walk.passTheDeadlineOf("ProposalRound", "PROPOSALS");
    }

    @Test
    void remindsAndTellsOfALateCommittee() {
        reachCommittee("education");
        walk.passTheDeadlineOf("Recording", "COMMITTEES");
    }

    @Test
    void remindsAndTellsOfALateReconciliation() {
        walk.send("proposals.roundClosed");
        walk.passTheDeadlineOf("Reconciliation", "RECONCILIATION");
    }

    private void answer(String person, boolean accepted) {
        walk.complete(walk.personal(person), "responsibilityAccepted", accepted);
    }

    private void reachCommittee(String department) {
        walk.completeFor(department, "Activity_ProposeMeasures");
        approve(department, true);
    }

    private void finish(String department) {
        reachCommittee(department);
        decide(department, "APPROVED");
    }

    private void approve(String department, boolean approved) {
        walk.completeFor(department, "Activity_ApproveProposals", "proposalsApproved", approved);
    }

    private void decide(String department, String outcome) {
        walk.completeFor(department, "Activity_RecordDecision", "bodyOutcome", outcome);
    }
}
