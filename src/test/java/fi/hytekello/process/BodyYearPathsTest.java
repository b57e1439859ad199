package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("BodyYear")
class BodyYearPathsTest {

    private static final String MONTH = "Event_MonthTurns";
    private static final String REVIEW = "Activity_ReviewBody";

    private final Walk walk;
    private final ProcessInstance year;

    BodyYearPathsTest(Walk walk) {
        this.walk = walk;
        year = walk.start();
    }

    @Test
    void looksAgainNextMonthWhereNothingWasFound() {
        walk.executeJobOf(MONTH);
        assertThat(year).isWaitingAt(MONTH);
        walk.executeJobOf(MONTH);
        Assertions.assertThat(walk.services().calls()).containsExactly("checkBody", "checkBody");
    }

    @Test
    void asksTheCoordinatorToSeeToWhatWasFound() {
        walk.services().findsInBody();
        walk.executeJobOf(MONTH);
        assertThat(walk.task(REVIEW))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day(FixedDeadlines.NO_STEP));
        walk.complete(REVIEW);
        assertThat(year).isWaitingAt(MONTH);
    }

    @Test
    void endsWithTheBody() {
        walk.services().endsBody();
        walk.executeJobOf(MONTH);
        assertThat(year).isEnded().hasPassed("Event_BodyEnded");
    }

    @Test
    void remindsAndTellsTheNextLevelItself() {
        walk.services().findsInBody();
        walk.executeJobOf(MONTH);
        walk.passTheDeadlineOf("Review", FixedDeadlines.NO_STEP);
    }
}
