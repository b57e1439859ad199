package fi.hytekello.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("StatementRound")
class StatementRoundPathsTest {

    private final Walk walk;
    private final ProcessInstance round;

    StatementRoundPathsTest(Walk walk) {
        this.walk = walk;
        round = walk.start();
    }

    @Test
    void endsAtOnceWhenNobodyIsAsked() {
        assertThat(walk.task("Activity_PrepareRequest"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day("REPORT_GROUP"));
        walk.complete("Activity_PrepareRequest", "statementsRequested", false);
        assertThat(round).isEnded().hasPassed("Event_RoundSkipped").hasNotPassed("Activity_Collecting");
    }

    @Test
    void takesEachStatementByLinkOrFromTheSecretaryAndThenAsksForReplies() {
        request();
        assertThat(walk.taskOfBranch("Activity_RecordStatement", "1"))
                .hasCandidateGroup("secretary")
                .hasDueDate(FixedDeadlines.day("STATEMENTS"));
        walk.sendToBranch("1", "Activity_RecordStatement", "statement.given");
        assertThat(walk.waitingFor()).containsExactly("Activity_RecordStatement");
        walk.completeBranch("2", "Activity_RecordStatement");
        assertThat(round).hasPassed("Event_AnsweredByLink", "Event_StatementRecorded", "Event_CollectingEnded");
        reply();
    }

    @Test
    void asksTheCoordinatorWhenStatementsAreMissingAndWaitsOrCloses() {
        request();
        walk.sendToBranch("1", "Activity_RecordStatement", "statement.given");
        walk.executeJobOf("Event_AnswersDue");
        assertThat(walk.task("Activity_DecideMissing")).hasCandidateGroup("coordinator");
        walk.complete("Activity_DecideMissing", "missingDecision", "WAIT");
        assertThat(walk.waitingFor()).containsExactly("Activity_RecordStatement");
        walk.executeJobOf("Event_AnswersDue");
        walk.complete("Activity_DecideMissing", "missingDecision", "CLOSE");
        assertThat(round).hasPassed("Event_RoundClosed");
        reply();
    }

    @Test
    void aLateStatementEndsTheQuestionWhatToDoWithoutIt() {
        request();
        walk.completeBranch("1", "Activity_RecordStatement");
        walk.executeJobOf("Event_AnswersDue");
        walk.completeBranch("2", "Activity_RecordStatement");
        assertThat(walk.waitingFor()).containsExactly("Activity_WriteReplies");
    }

    @Test
    void remindsAndTellsOfALateRequest() {
        walk.passTheDeadlineOf("Preparation", "REPORT_GROUP");
    }

    @Test
    void remindsAndTellsOfLateStatements() {
        request();
        walk.passTheDeadlineOf("Collecting", "STATEMENTS");
    }

    @Test
    void remindsAndTellsOfLateReplies() {
        request();
        walk.completeBranch("1", "Activity_RecordStatement");
        walk.completeBranch("2", "Activity_RecordStatement");
        walk.passTheDeadlineOf("Replying", "STATEMENTS");
    }

    private void request() {
        walk.complete("Activity_PrepareRequest", "statementsRequested", true);
    }

    private void reply() {
        assertThat(walk.task("Activity_WriteReplies"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day("STATEMENTS"));
        walk.complete("Activity_WriteReplies", "draftOutcome", "UNCHANGED");
        assertThat(round).isEnded().hasPassed("Event_RoundReplied");
    }
}
