package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("UnmatchedMail")
class UnmatchedMailPathsTest {

    private static final String SORT = "Activity_SortMail";

    private final Walk walk;
    private final ProcessInstance mail;

    UnmatchedMailPathsTest(Walk walk) {
        this.walk = walk;
        mail = walk.start();
    }

    @Test
    void asksTheRegistryAndEndsWithTheMatterOfTheMail() {
        assertThat(walk.task(SORT))
                .hasCandidateGroup("registry")
                .hasDueDate(FixedDeadlines.day(FixedDeadlines.NO_STEP));
        walk.complete(SORT, "mailAnswer", "ASSIGNED");
        assertThat(mail).isEnded().hasPassed("Event_MailAssigned");
    }

    @Test
    void endsWhenTheMailIsPutAside() {
        walk.complete(SORT, "mailAnswer", "PUT_ASIDE");
        assertThat(mail).isEnded().hasPassed("Event_MailPutAside");
    }

    @Test
    void remindsAndTellsTheNextLevelItself() {
        walk.passTheDeadlineOf("Sorting", FixedDeadlines.NO_STEP);
        Assertions.assertThat(walk.services().calls())
                .containsExactly("sendReminders", "tellOverdue", "escalateLateness");
    }
}
