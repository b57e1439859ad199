package fi.hytekello.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PathsOf("BudgetLinking")
class BudgetLinkingPathsTest {

    private final Walk walk;
    private final Steps steps;
    private final ProcessInstance linking;

    BudgetLinkingPathsTest(Walk walk) {
        this.walk = walk;
        steps = new Steps(walk);
        linking = walk.start();
    }

    @Test
    void producesTheAnnexAfterManagerBoardAndCouncil() {
        assertThat(walk.task("Activity_LinkMeasures"))
                .hasCandidateGroup("finance")
                .hasDueDate(FixedDeadlines.day("BUDGET_LINKS"));
        walk.complete("Activity_LinkMeasures");
        assertThat(walk.task("Activity_DecideMeasures"))
                .hasCandidateGroup("manager")
                .hasDueDate(FixedDeadlines.day("BUDGET_MANAGER"));
        walk.complete("Activity_DecideMeasures", "proposalReady", true);
        assertThat(walk.task("Activity_RecordDecision")).hasDueDate(FixedDeadlines.day("BUDGET_BOARD"));
        steps.decide("APPROVED");
        assertThat(walk.task("Activity_RecordDecision")).hasDueDate(FixedDeadlines.day("BUDGET_COUNCIL"));
        steps.decide("APPROVED");

        assertThat(linking).isEnded().hasPassedInOrder("Activity_ProduceAnnex", "Event_BudgetLinked");
        assertThat(walk.services().calls()).containsExactly("checkBudgetFrame", "produceBudgetAnnex");
    }

    @ParameterizedTest
    @CsvSource({"education, wellbeing", "wellbeing, education"})
    void letsDepartmentsAdjustUntilNothingConflicts(String first, String second) {
        walk.services().conflictsFound(true, true, false);
        for (int round = 1; round <= 2; round++) {
            walk.complete("Activity_LinkMeasures");
            assertThat(walk.task("Activity_AdjustMeasures", first))
                    .hasCandidateGroup("department-" + first)
                    .hasCandidateGroup("department-director-" + first)
                    .hasDueDate(FixedDeadlines.day("BUDGET_LINKS"));
            walk.completeFor(first, "Activity_AdjustMeasures");
            assertThat(walk.waitingFor()).containsExactly("Activity_AdjustMeasures");
            walk.completeFor(second, "Activity_AdjustMeasures");
        }
        walk.complete("Activity_LinkMeasures");

        assertThat(linking).isWaitingAt("Activity_DecideMeasures");
        assertThat(walk.services().calls()).containsExactly("checkBudgetFrame", "checkBudgetFrame", "checkBudgetFrame");
    }

    @Test
    void returnsToFinanceWhatTheManagerDoesNotTake() {
        walk.complete("Activity_LinkMeasures");
        walk.complete("Activity_DecideMeasures", "proposalReady", false);
        assertThat(linking).isWaitingAt("Activity_LinkMeasures").hasNotPassed("Activity_BoardDecision");
        walk.complete("Activity_LinkMeasures");
        walk.complete("Activity_DecideMeasures", "proposalReady", true);
        assertThat(linking).isWaitingAt("Activity_BoardDecision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "REJECTED"})
    void returnsToTheManagerWhenTheBoardDoesNotAccept(String outcome) {
        steps.linkMeasures();
        steps.decide(outcome);
        assertThat(linking).isWaitingAt("Activity_DecideMeasures").hasNotPassed("Activity_CouncilDecision");
        walk.complete("Activity_DecideMeasures", "proposalReady", true);
        assertThat(linking).isWaitingAt("Activity_BoardDecision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "REJECTED"})
    void returnsToTheBoardWhenTheCouncilDoesNotAccept(String outcome) {
        steps.linkMeasures();
        steps.decide("APPROVED");
        steps.decide(outcome);
        assertThat(linking).isWaitingAt("Activity_BoardDecision").hasNotPassed("Activity_ProduceAnnex");
        steps.decide("APPROVED");
        assertThat(linking).isWaitingAt("Activity_CouncilDecision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVED", "APPROVED_AMENDED", "NOTED"})
    void takesEveryAcceptanceOfTheBoard(String outcome) {
        steps.linkMeasures();
        steps.decide(outcome);
        assertThat(linking).isWaitingAt("Activity_CouncilDecision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVED", "NOTED"})
    void endsWhenTheCouncilAcceptsWithoutChanges(String outcome) {
        steps.linkMeasures();
        steps.decide("APPROVED");
        steps.decide(outcome);
        assertThat(linking).isEnded().hasNotPassed("Activity_RecordCouncilChanges");
    }

    @Test
    void asksFinanceForTheCouncilsChangesBeforeTheAnnex() {
        amendedByTheCouncil();
        assertThat(walk.task("Activity_RecordCouncilChanges"))
                .hasCandidateGroup("finance")
                .hasDueDate(FixedDeadlines.day("ACTIVATION"));
        assertThat(linking).hasNotPassed("Activity_ProduceAnnex");
        walk.complete("Activity_RecordCouncilChanges");
        assertThat(linking).isEnded().hasPassedInOrder("Activity_RecordCouncilChanges", "Activity_ProduceAnnex");
    }

    @Test
    void remindsAndTellsOfLateCouncilChanges() {
        amendedByTheCouncil();
        walk.passTheDeadlineOf("CouncilChanges", "ACTIVATION");
    }

    private void amendedByTheCouncil() {
        steps.linkMeasures();
        steps.decide("APPROVED");
        steps.decide("APPROVED_AMENDED");
    }

    @Test
    void waitsForTheNextMeetingWhenTheBoardTables() {
        steps.linkMeasures();
        steps.decide("TABLED");
        assertThat(linking).isWaitingAt("Activity_BoardDecision");
        walk.executeJobOf("Event_NextMeeting");
        steps.decide("APPROVED");
        assertThat(linking).isWaitingAt("Activity_CouncilDecision");
    }

    @Test
    void remindsAndTellsOfLateLinks() {
        walk.passTheDeadlineOf("Linking", "BUDGET_LINKS");
    }

    @Test
    void remindsAndTellsOfLateAdjustments() {
        walk.services().conflictsFound(true);
        walk.complete("Activity_LinkMeasures");
        walk.passTheDeadlineOf("Linking", "BUDGET_LINKS");
    }

    @Test
    void remindsAndTellsOfALateProposalOfTheManager() {
        walk.complete("Activity_LinkMeasures");
        walk.passTheDeadlineOf("ManagerProposal", "BUDGET_MANAGER");
    }
}
