package fi.hytekello.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PathsOf("BroadReportStart")
class BroadReportStartPathsTest {

    private final Walk walk;
    private final Steps steps;
    private final ProcessInstance start;

    BroadReportStartPathsTest(Walk walk) {
        this.walk = walk;
        steps = new Steps(walk);
        start = walk.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVED", "APPROVED_AMENDED", "NOTED"})
    void goesFromTheBoardsDecisionToTestedConcerns(String outcome) {
        assertThat(walk.task("Activity_ProposeStart"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day("START_DECISION"));
        walk.complete("Activity_ProposeStart");
        assertThat(walk.task("Activity_RecordDecision"))
                .hasCandidateGroup("secretary")
                .hasDueDate(FixedDeadlines.day("START_DECISION"));
        steps.decide(outcome);
        assertThat(walk.task("Activity_FixStructure"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day("STRUCTURE"));
        walk.complete("Activity_FixStructure");
        assertThat(walk.task("Activity_ListConcerns", "education")).hasCandidateGroup("department-education");
        assertThat(walk.task("Activity_ListGroupConcerns"))
                .hasCandidateGroup("wellbeing-group")
                .hasDueDate(FixedDeadlines.day("JOYS_AND_CONCERNS"));
        walk.complete("Activity_ListGroupConcerns");
        walk.completeForAll("Activity_ListConcerns");
        assertThat(walk.task("Activity_TestConcerns"))
                .hasCandidateGroup("wellbeing-group")
                .hasDueDate(FixedDeadlines.day("CONCERN_TESTS"));
        walk.complete("Activity_TestConcerns");
        assertThat(start).isEnded().hasPassed("Event_BroadPrepared").hasNotPassed("Activity_ContinueAsAnnual");
    }

    @Test
    void asksForANewProposalWhenTheBoardReturnsIt() {
        walk.complete("Activity_ProposeStart");
        steps.decide("RETURNED");
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeStart");
    }

    @Test
    void asksTheBoardAgainWhenItTables() {
        walk.complete("Activity_ProposeStart");
        steps.decide("TABLED");
        walk.executeJobOf("Event_NextMeeting");
        assertThat(walk.waitingFor()).containsExactly("Activity_RecordDecision");
    }

    @Test
    void goesOnAsAnAnnualYearWhenTheBoardRejects() {
        walk.complete("Activity_ProposeStart");
        steps.decide("REJECTED");
        assertThat(start).isEnded().hasPassed("Event_BroadTurnedDown");
        assertThat(walk.services().calls()).containsExactly("continueAsAnnual");
    }

    @Test
    void remindsAndTellsOfEveryLatePhase() {
        walk.passTheDeadlineOf("Proposing", "START_DECISION");
        walk.complete("Activity_ProposeStart");
        steps.decide("APPROVED");
        walk.passTheDeadlineOf("Structuring", "STRUCTURE");
        walk.complete("Activity_FixStructure");
        walk.passTheDeadlineOf("Collecting", "JOYS_AND_CONCERNS");
        walk.complete("Activity_ListGroupConcerns");
        walk.completeForAll("Activity_ListConcerns");
        walk.passTheDeadlineOf("Testing", "CONCERN_TESTS");
    }
}
