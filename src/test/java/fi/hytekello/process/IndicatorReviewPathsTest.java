package fi.hytekello.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PathsOf("IndicatorReview")
class IndicatorReviewPathsTest {

    private final Walk walk;
    private final ProcessInstance review;

    IndicatorReviewPathsTest(Walk walk) {
        this.walk = walk;
        review = walk.start();
    }

    @Test
    void importsInATransactionOfItsOwn() {
        assertThat(review).isWaitingAtExactly("Activity_ImportIndicators");
        assertThat(walk.services().calls()).isEmpty();

        walk.executeJobOf("Activity_ImportIndicators");
        assertThat(walk.services().calls()).containsExactly("importIndicators", "freezeIndicators", "setTrafficLights");
    }

    @Test
    void triesTheImportThreeTimesAndThenAsksForHelp() {
        walk.services().breakDown("importIndicators");
        for (int left = 2; left >= 0; left--) {
            assertThatThrownBy(() -> walk.executeJobOf("Activity_ImportIndicators"))
                    .hasMessageContaining("out of order");
            assertThat(walk.job("Activity_ImportIndicators").getRetries()).isEqualTo(left);
            assertThat(incidents()).isEqualTo(left == 0 ? 1 : 0);
        }
        assertThat(walk.services().calls()).doesNotContain("freezeIndicators");
    }

    @Test
    void goesOnWhenTheImportIsRepaired() {
        triesTheImportThreeTimesAndThenAsksForHelp();
        walk.services().repair();
        managementService().setJobRetries(walk.job("Activity_ImportIndicators").getId(), 1);

        walk.executeJobOf("Activity_ImportIndicators");
        assertThat(incidents()).isZero();
        assertThat(walk.waitingFor()).containsExactly("Activity_ExplainIndicators", "Activity_ExplainIndicators");
    }

    @ParameterizedTest
    @CsvSource({"education, wellbeing", "wellbeing, education"})
    void waitsForAllDepartmentsInEitherOrder(String first, String second) {
        walk.executeJobOf("Activity_ImportIndicators");
        assertThat(walk.task("Activity_ExplainIndicators", first))
                .hasCandidateGroup("department-" + first)
                .hasCandidateGroup("department-director-" + first)
                .hasDueDate(FixedDeadlines.day("INDICATORS"));

        walk.completeFor(first, "Activity_ExplainIndicators");
        assertThat(review).isNotEnded();
        walk.completeFor(second, "Activity_ExplainIndicators");
        assertThat(walk.task("Activity_DiscussIndicators"))
                .hasCandidateGroup("wellbeing-group")
                .hasDueDate(FixedDeadlines.day("INDICATORS"));
        walk.complete("Activity_DiscussIndicators", "discussionDone", true);
        assertThat(review).isEnded().hasPassed("Event_IndicatorsReviewed").hasNotPassed("Event_ReviewClosed");
    }

    @Test
    void comesToTheGroupAlsoWhenNoDepartmentHasIndicators() {
        walk.services().departments();
        walk.executeJobOf("Activity_ImportIndicators");
        assertThat(walk.waitingFor()).containsExactly("Activity_DiscussIndicators");
    }

    @Test
    void asksOnlyTheDepartmentWhoseExplanationsTheGroupReturnsAndThenTheGroupAgain() {
        walk.executeJobOf("Activity_ImportIndicators");
        walk.completeForAll("Activity_ExplainIndicators");
        walk.services().departments("wellbeing");
        walk.complete("Activity_DiscussIndicators", "discussionDone", false);
        assertThat(walk.waitingFor()).containsExactly("Activity_ExplainIndicators");
        walk.completeFor("wellbeing", "Activity_ExplainIndicators");
        walk.complete("Activity_DiscussIndicators", "discussionDone", true);
        assertThat(review).isEnded();
    }

    @Test
    void goesOnToTheGroupWithoutTheSilentWhenTheReviewIsClosed() {
        walk.executeJobOf("Activity_ImportIndicators");
        walk.completeFor("education", "Activity_ExplainIndicators");
        walk.send("indicators.reviewClosed");
        assertThat(walk.waitingFor()).containsExactly("Activity_DiscussIndicators");
        assertThat(review).hasPassed("Event_ReviewClosed");
    }

    @Test
    void remindsAndTellsOfALateDiscussion() {
        walk.executeJobOf("Activity_ImportIndicators");
        walk.send("indicators.reviewClosed");
        walk.passTheDeadlineOf("Discussion", "INDICATORS");
    }

    @Test
    void remindsAndTellsOfLateExplanations() {
        walk.executeJobOf("Activity_ImportIndicators");
        walk.passTheDeadlineOf("Review", "INDICATORS");
    }

    private long incidents() {
        return runtimeService()
                .createIncidentQuery()
                .processInstanceId(review.getId())
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .count();
    }
}
