package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("MailedAnswer")
class MailedAnswerPathsTest {

    private static final String RECORD = "Activity_RecordMailedAnswer";

    private final Walk walk;
    private final ProcessInstance mail;

    MailedAnswerPathsTest(Walk walk) {
        this.walk = walk;
        mail = walk.start();
    }

    @Test
    void asksTheRegistryAndEndsWithWhatIsRecorded() {
        assertThat(walk.task(RECORD))
                .hasCandidateGroup("registry")
                .hasDueDate(FixedDeadlines.day(FixedDeadlines.NO_STEP));
        walk.complete(RECORD, "mailedAnswer", "NOMINATED");
        assertThat(mail).isEnded().hasPassed("Event_AnswerRecorded");
    }

    @Test
    void endsWhenTheMailIsNoAnswer() {
        walk.complete(RECORD, "mailedAnswer", "NOT_ANSWER");
        assertThat(mail).isEnded().hasPassed("Event_NothingRecorded");
    }

    @Test
    void remindsAndTellsTheNextLevelItself() {
        walk.passTheDeadlineOf("Recording", FixedDeadlines.NO_STEP);
        Assertions.assertThat(walk.services().calls())
                .containsExactly("sendReminders", "tellOverdue", "escalateLateness");
    }
}
