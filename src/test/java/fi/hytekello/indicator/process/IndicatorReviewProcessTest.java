package fi.hytekello.indicator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.indicator.Inactivities;
import fi.hytekello.indicator.Inactivity;
import fi.hytekello.indicator.IndicatorDiscussions;
import fi.hytekello.indicator.IndicatorReviewing;
import fi.hytekello.indicator.IndicatorRound;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.Light;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
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
import org.springframework.jdbc.core.simple.JdbcClient;

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
    IndicatorDiscussions discussions;

    @Autowired
    IndicatorRound round;

    @Autowired
    Inactivities inactivities;

    @Autowired
    JdbcClient jdbc;

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
                .businessKey(cycle.businessKey())
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
    void aReviewIsRefusedUntilEveryMissingValueIsExplainedAndEndsWithTheGroup() {
        for (OpenTask task : open()) {
            assertThatThrownBy(() -> desk.complete(task.id(), contact(task), Map.of()))
                    .isInstanceOf(InvalidInput.class)
                    .extracting("field")
                    .asString()
                    .startsWith("explanation[");
            explain(task);
        }
        OpenTask group = open().get(0);
        assertThat(group.task()).isEqualTo("Activity_DiscussIndicators");
        refused(group, "comment", Map.of("discussionDone", true));
        desk.complete(group.id(), group(), Map.of("discussionDone", true, "comment", "Tiedot ovat puutteelliset."));
        assertThat(running()).isZero();
        assertThat(discussions.of(cycle.id()).comment()).isEqualTo("Tiedot ovat puutteelliset.");
        assertThat(inactivities.of(cycle.id())).hasSize(2).allSatisfy(one -> {
            assertThat(one.late()).isFalse();
            assertThat(one.unexplained()).isZero();
            assertThat(one.toExplain()).isPositive();
            assertThat(one.lateYears()).isZero();
            assertThat(one.years()).isOne();
        });
    }

    @Test
    void theGroupSendsOneDepartmentsExplanationsBackOnceAndOnlyThatOneIsAskedAgain() {
        open().forEach(this::explain);
        OpenTask group = open().get(0);
        refused(group, "returnedDepartment", Map.of("discussionDone", false, "comment", "Miksi?"));
        refused(group, "comment", Map.of("discussionDone", false, "returnedDepartment", "technical"));
        desk.complete(
                group.id(),
                group(),
                Map.of("discussionDone", false, "returnedDepartment", "technical", "comment", "Miksi?"));
        OpenTask again = open().get(0);
        assertThat(open()).hasSize(1);
        assertThat(again.department()).isEqualTo(Town.TECHNICAL);
        assertThat(discussions.of(cycle.id()).returned())
                .satisfies(returned -> assertThat(returned.isOpen()).isTrue());
        explain(again);
        OpenTask second = open().get(0);
        refused(
                second,
                "discussionDone",
                Map.of("discussionDone", false, "returnedDepartment", "education", "comment", "Vielä."));
        String theme = indicators.of(cycle.id()).get(0).indicator().theme();
        discussions.comment(cycle.id(), theme, "Teema kuntoon.", group().username());
        desk.complete(second.id(), group(), Map.of("discussionDone", true));
        assertThat(running()).isZero();
        assertThat(discussions.of(cycle.id()).themes()).containsEntry(theme, "Teema kuntoon.");
    }

    @Test
    void theCoordinatorClosesTheReviewOnlyAfterTheDeadlineAndTheSilentAreMarked() {
        OpenTask answering = open().stream()
                .filter(task -> Town.EDUCATION.equals(task.department()))
                .findFirst()
                .orElseThrow();
        explain(answering);
        Person coordinator = town.person(Role.COORDINATOR);
        assertThatThrownBy(() -> round.close(cycle.id(), coordinator)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> round.close(cycle.id(), town.person(Role.MANAGER)))
                .isInstanceOf(Refused.class);
        assertThat(round.mayBeClosedBy(coordinator, cycle)).isFalse();
        jdbc.sql("update hyte.indicator_request set due_at = asked_at where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        assertThat(round.mayBeClosedBy(coordinator, cycle)).isTrue();
        assertThat(round.mayBeClosedBy(town.person(Role.MANAGER), cycle)).isFalse();
        round.close(cycle.id(), coordinator);
        assertThat(open()).extracting(OpenTask::task).containsExactly("Activity_DiscussIndicators");
        assertThat(indicators.of(cycle.id(), Town.TECHNICAL))
                .allSatisfy(value -> assertThat(value.leftUnexplained()).isTrue());
        assertThat(indicators.of(cycle.id(), Town.EDUCATION))
                .allSatisfy(value -> assertThat(value.leftUnexplained()).isFalse());
        Inactivity silent = inactivities.of(cycle.id()).get(1);
        assertThat(silent.department()).isEqualTo(Town.TECHNICAL);
        assertThat(silent.closedAt()).isNotNull();
        assertThat(silent.late()).isTrue();
        assertThat(silent.unexplained()).isEqualTo(silent.toExplain()).isPositive();
        assertThat(silent.lateYears()).isOne();
        assertThatThrownBy(() -> round.close(cycle.id(), coordinator)).isInstanceOf(Conflict.class);
    }

    @Test
    void countsReminderMailsThatLeftAndTheYearsInWhichADepartmentWasLate() {
        OpenTask task = open().get(0);
        DepartmentCode department = task.requiredDepartment();
        jdbc.sql("""
                        insert into hyte.notification (recipient, address, language, municipality_code, cycle_id, kind,
                            subject_key, due_on, task_id, created_at, send_after, sent_at)
                        select who, who || '@x.example', 'fi', :town, :cycle, kind, 'task:x', date '2030-01-02', :task, now(),
                            now(), sent
                        from unnest(array['a', 'b']) who,
                            (values ('FIRST_REMINDER', now()), ('OVERDUE', now()), ('LAST_REMINDER', null), ('TASK_NOTICE', now()))
                                as told (kind, sent)""")
                .param("town", town.code().value())
                .param("cycle", cycle.id().value())
                .param("task", task.id())
                .update();
        for (int back = 1; back <= 2; back++) {
            jdbc.sql("""
                            with earlier as (insert into hyte.cycle (municipality_code, year, created_at, created_by)
                                values (:town, :year, now(), 'test') returning id)
                            insert into hyte.indicator_request (cycle_id, department_code, round, task_id, asked_at, due_at,
                                answered_at)
                            select id, :department, 1, 'earlier-' || id, now() - interval '9 days', now() - interval '5 days',
                                now() - :answered * interval '1 day' from earlier""")
                    .param("town", town.code().value())
                    .param("year", cycle.year() - back)
                    .param("department", department.value())
                    .param("answered", back == 1 ? 4 : 6)
                    .update();
        }
        Inactivity now = inactivities.of(cycle.id()).stream()
                .filter(one -> one.department().equals(department))
                .findFirst()
                .orElseThrow();
        assertThat(now.reminded()).isEqualTo(2);
        assertThat(now.lateYears()).isOne();
        assertThat(now.years()).isEqualTo(3);
        assertThat(now.isOpen()).isTrue();
        assertThat(now.daysAsked()).isZero();
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
                .businessKey(cycle.businessKey())
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

    private void refused(OpenTask task, String field, Map<String, Object> answers) {
        assertThatThrownBy(() -> desk.complete(task.id(), group(), answers))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo(field);
    }

    private void explain(OpenTask task) {
        Person person = contact(task);
        indicators
                .of(cycle.id(), task.requiredDepartment())
                .forEach(value -> reviewing.explain(
                        cycle.id(),
                        task.requiredDepartment(),
                        value.indicator().id(),
                        "Kunta ei ole tilastossa.",
                        false,
                        person.username()));
        desk.complete(task.id(), person, Map.of());
    }

    private Person contact(OpenTask task) {
        return town.person(Role.DEPARTMENT, task.requiredDepartment());
    }

    private Person group() {
        return town.person(Role.WELLBEING_GROUP);
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(review.getId())
                .count();
    }

    private List<OpenTask> open() {
        return worklist.ofInstance(review.getId());
    }
}
