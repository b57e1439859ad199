package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("NominationReplacement")
class NominationReplacementPathsTest {

    private static final String CONFIRM = "Activity_ConfirmReplacement";

    private final Walk walk;
    private final ProcessInstance replacement;

    NominationReplacementPathsTest(Walk walk) {
        this.walk = walk;
        replacement = walk.start();
    }

    @Test
    void asksTheCoordinatorAndReplacesTheFirst() {
        assertThat(walk.task(CONFIRM))
                .hasCandidateGroup("regional-coordinator")
                .hasDueDate(FixedDeadlines.day(FixedDeadlines.NO_STEP));
        walk.complete(CONFIRM, "replacementConfirmed", true);
        assertThat(replacement).isEnded().hasPassed("Event_Replaced");
    }

    @Test
    void leavesTheFirstInTheSeat() {
        walk.complete(CONFIRM, "replacementConfirmed", false);
        assertThat(replacement).isEnded().hasPassed("Event_FirstStays");
    }

    @Test
    void remindsTheCoordinatorAndTellsTheNextLevelItself() {
        walk.passTheDeadlineOf("Settling", FixedDeadlines.NO_STEP);
        Assertions.assertThat(walk.services().calls()).endsWith("sendReminders", "tellOverdue", "escalateLateness");
    }
}
