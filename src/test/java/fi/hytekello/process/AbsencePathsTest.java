package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("Absence")
class AbsencePathsTest {

    private final Walk walk;
    private final ProcessInstance absence;

    AbsencePathsTest(Walk walk) {
        this.walk = walk;
        absence = walk.start();
    }

    @Test
    void handsTheTasksOverAndBackAndTellsBoth() {
        fire("Event_AbsenceBegins", 1);
        Assertions.assertThat(walk.services().calls()).containsExactly("handTasksOver");
        fire("Event_FirstMorning", 2);
        fire("Event_AbsenceEnds", 9);
        Assertions.assertThat(walk.services().calls()).containsExactly("handTasksOver", "tellDeputy", "handTasksBack");
        fire("Event_ReturnMorning", 10);
        Assertions.assertThat(walk.services().calls()).endsWith("tellReturned");
        assertThat(absence).isEnded().hasPassed("Event_AbsenceOver");
    }

    @Test
    void goesThroughItsStepsAnewWhenItHasChanged() {
        fire("Event_AbsenceBegins", 1);
        walk.send("absence.changed");
        assertThat(absence).isWaitingAt("Event_AbsenceBegins");
        fire("Event_AbsenceBegins", 1);
        Assertions.assertThat(walk.services().calls()).containsExactly("handTasksOver", "handTasksOver");
        assertThat(absence).isWaitingAt("Event_FirstMorning");
    }

    @Test
    void endsWhenItIsCancelled() {
        walk.send("absence.cancelled");
        assertThat(absence).isEnded().hasPassed("Event_AbsenceNotBegun");
        Assertions.assertThat(walk.services().calls()).isEmpty();
    }

    private void fire(String timer, int day) {
        Assertions.assertThat(walk.job(timer).getDuedate()).isEqualTo(Services.AbsenceTimes.day(day));
        walk.executeJobOf(timer);
    }
}
