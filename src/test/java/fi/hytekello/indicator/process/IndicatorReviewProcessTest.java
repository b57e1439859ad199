package fi.hytekello.indicator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.indicator.IndicatorReviewing;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.Light;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The model IndicatorReview with the real beans and the real decision table. */
@WholeTest
class IndicatorReviewProcessTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Indicators indicators;

    @Autowired
    IndicatorReviewing reviewing;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Clock clock;

    private Town town;
    private Cycle cycle;
    private ProcessInstance review;

    @BeforeEach
    void startReview() {
        town = towns.make();
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        review = runtime.createProcessInstanceByKey("IndicatorReview")
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", town.code().value())
                .execute();
        Job importing = management
                .createJobQuery()
                .processInstanceId(review.getId())
                .activityId("Activity_ImportIndicators")
                .singleResult();
        management.executeJob(importing.getId());
    }

    @Test
    void eachDepartmentGetsItsOwnReviewWithLightsFromTheTable() {
        assertThat(open()).extracting(OpenTask::department).containsExactlyInAnyOrder(Town.EDUCATION, Town.TECHNICAL);
        assertThat(open()).allSatisfy(task -> {
            assertThat(task.task()).isEqualTo("Activity_ExplainIndicators");
            assertThat(task.dueAt()).isNotNull();
        });
        // The made town is in no statistics.
        assertThat(indicators.of(cycle.id()))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.light()).isEqualTo(Light.NO_DATA));
    }

    @Test
    void aReviewIsRefusedUntilEveryMissingValueIsExplainedAndThenTheProcessEnds() {
        for (OpenTask task : open()) {
            DepartmentCode department = task.requiredDepartment();
            Person person = town.person(Role.DEPARTMENT, department);
            assertThatThrownBy(() -> desk.complete(task.id(), person, Map.of()))
                    .isInstanceOf(InvalidInput.class)
                    .extracting("field")
                    .asString()
                    .startsWith("explanation[");
            indicators
                    .of(cycle.id(), department)
                    .forEach(value -> reviewing.explain(
                            cycle.id(),
                            department,
                            value.indicator().id(),
                            "Kunta ei ole tilastossa.",
                            false,
                            person.username()));
            desk.complete(task.id(), person, Map.of());
        }
        assertThat(open()).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(review.getId())
                        .count())
                .isZero();
    }

    @Test
    void theSecondReviewOfACycleKeepsTheSnapshotAndItsExplanations() {
        OpenTask task = open().get(0);
        DepartmentCode department = Objects.requireNonNull(task.department());
        int indicator = indicators.of(cycle.id(), department).get(0).indicator().id();
        reviewing.explain(
                cycle.id(),
                department,
                indicator,
                "Kunta ei ole tilastossa.",
                false,
                town.person(Role.DEPARTMENT, department).username());
        var before = indicators.of(cycle.id());
        runtime.deleteProcessInstance(review.getId(), "test");
        startAgain();
        assertThat(indicators.of(cycle.id())).isEqualTo(before);
    }

    private void startAgain() {
        ProcessInstance again = runtime.createProcessInstanceByKey("IndicatorReview")
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", town.code().value())
                .execute();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(again.getId())
                .activityId("Activity_ImportIndicators")
                .singleResult()
                .getId());
    }

    private List<OpenTask> open() {
        return worklist.ofInstance(review.getId());
    }
}
