package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("UndeliverableMail")
class UndeliverableMailPathsTest {

    private static final String HANDLE = "Activity_HandleUndeliverable";

    private final Walk walk;
    private final ProcessInstance mail;

    UndeliverableMailPathsTest(Walk walk) {
        this.walk = walk;
        mail = walk.start();
    }

    @Test
    void asksTheCoordinatorAndEndsWithTheCorrectedAddress() {
        assertThat(walk.task(HANDLE))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day(FixedDeadlines.NO_STEP));
        walk.complete(HANDLE, "undeliverableAnswer", "CORRECTED");
        assertThat(mail).isEnded().hasPassed("Event_SentToCorrected");
    }

    @Test
    void endsWhenTheMatterWasToldOtherwise() {
        walk.complete(HANDLE, "undeliverableAnswer", "OTHER_MEANS");
        assertThat(mail).isEnded().hasPassed("Event_ToldOtherwise");
    }

    @Test
    void endsWhenTheMailsAreGivenUp() {
        walk.complete(HANDLE, "undeliverableAnswer", "GIVEN_UP");
        assertThat(mail).isEnded().hasPassed("Event_MailsGivenUp");
    }

    @Test
    void remindsAndTellsTheNextLevelItself() {
        walk.passTheDeadlineOf("Handling", FixedDeadlines.NO_STEP);
        Assertions.assertThat(walk.services().calls())
                .containsExactly("sendReminders", "tellOverdue", "escalateLateness");
    }
}
