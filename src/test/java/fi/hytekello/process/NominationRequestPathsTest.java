package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("NominationRequest")
class NominationRequestPathsTest {

    private static final String DUE = "Event_AnswersDue";
    private static final String RESOLVE = "Activity_ResolveMissing";

    private final Walk walk;
    private final ProcessInstance request;

    NominationRequestPathsTest(Walk walk) {
        this.walk = walk;
        request = walk.start();
    }

    @Test
    void sendsTheRequestAndConfirmsAtTheDeadlineWhatWasAnswered() {
        Assertions.assertThat(walk.services().calls()).containsExactly("sendNominationRequest");
        walk.executeJobOf(DUE);
        assertThat(request).isEnded().hasPassed("Event_RequestAnswered");
    }

    @Test
    void asksTheCoordinatorWhatToDoWithoutAnAnswerAndClosesTheRequest() {
        passTheDeadline();
        assertThat(walk.task(RESOLVE))
                .hasCandidateGroup("regional-coordinator")
                .hasDueDate(FixedDeadlines.day(FixedDeadlines.NO_STEP));
        walk.complete(RESOLVE, "missingDecision", "CLOSE");
        assertThat(request).isEnded().hasPassed("Event_ClosedEmpty");
    }

    @Test
    void awaitsTheAnswerAgainAfterAnExtensionAndAsksAgainWithoutOne() {
        passTheDeadline();
        walk.complete(RESOLVE, "missingDecision", "EXTEND");
        Assertions.assertThat(walk.waitingFor()).isEmpty();
        passTheDeadline();
        assertThat(walk.task(RESOLVE)).isNotNull();
    }

    @Test
    void takesTheTaskBackWhenTheAnswerComesLate() {
        passTheDeadline();
        walk.services().answerMissing(false);
        walk.send("nomination.answered");
        assertThat(request).isEnded().hasPassed("Event_AnsweredMeanwhile", "Event_RequestAnswered");
    }

    @Test
    void endsWithTheAnswerThatComesAfterTheManagementWasTold() {
        passTheDeadline();
        walk.complete(RESOLVE, "missingDecision", "ESCALATE");
        walk.services().answerMissing(false);
        walk.send("nomination.answered");
        assertThat(request).isEnded().hasPassed("Event_LateAnswer", "Event_RequestAnswered");
    }

    @Test
    void waitsForANewDeadlineWhereverItIs() {
        walk.send("nomination.deadlineMoved");
        Assertions.assertThat(walk.job(DUE)).isNotNull();
        passTheDeadline();
        walk.send("nomination.deadlineMoved");
        Assertions.assertThat(walk.waitingFor()).isEmpty();
        walk.services().answerMissing(false);
        walk.executeJobOf(DUE);
        assertThat(request).isEnded().hasPassed("Event_DeadlineMoved", "Event_MovedMeanwhile");
    }

    @Test
    void remindsTheCoordinatorAndTellsTheNextLevelItself() {
        passTheDeadline();
        walk.passTheDeadlineOf("Resolution", FixedDeadlines.NO_STEP);
        Assertions.assertThat(walk.services().calls()).endsWith("sendReminders", "tellOverdue", "escalateLateness");
    }

    private void passTheDeadline() {
        walk.services().answerMissing(true);
        walk.executeJobOf(DUE);
    }
}
