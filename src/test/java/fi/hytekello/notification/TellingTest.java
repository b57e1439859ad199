package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.TaskOpened;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told what, and that nobody is told anything twice. */
@WholeTest
class TellingTest {

    private static final Instant DUE = Instant.parse("2027-02-01T14:00:00Z");

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Worklist worklist;

    @Autowired
    Reminders reminders;

    @Autowired
    TaskDesk desk;

    @Autowired
    Decisions decisions;

    @Autowired
    Milestones milestones;

    @Autowired
    Outbox outbox;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Cycle cycle;

    @BeforeEach
    void startCycle() {
        at("2027-01-04T08:00:00Z");
        town = towns.make();
        cycle = planning.start(town.code(), 2027, town.person(Role.COORDINATOR));
        jdbc.sql("delete from hyte.notification where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        jdbc.sql("delete from hyte.work_item where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void aNewTaskIsToldToTheDepartmentButNotToItsDirector() {
        transactions.executeWithoutResult(
                status -> events.publishEvent(new TaskOpened(Tasks.departmental(cycle, id("a"), DUE))));
        assertThat(told()).containsExactly("TASK_NOTICE department-education " + id("a") + " 2027-02-01");
    }

    @Test
    void everyTaskThatTheEngineOpensIsTold() {
        Town other = towns.make();
        Cycle started = planning.start(other.code(), 2027, other.person(Role.COORDINATOR));
        assertThat(jdbc.sql("select kind || ' ' || recipient from hyte.notification where cycle_id = :cycle")
                        .param("cycle", started.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("TASK_NOTICE coordinator." + other.code());
    }

    @Test
    void remindsOncePerWindowAndAgainWhenTheDeadlineHasMoved() {
        OpenTask task = Tasks.departmental(cycle, id("a"), DUE);
        worklist.opened(task);
        remindAt("2027-01-22T06:00:00Z");
        assertThat(told()).isEmpty();
        remindAt("2027-01-25T06:00:01Z");
        remindAt("2027-01-26T06:00:01Z");
        remindAt("2027-01-29T06:00:01Z");
        remindAt("2027-02-02T06:00:01Z");
        remindAt("2027-02-09T06:00:01Z");
        assertThat(told())
                .containsExactly(
                        "FIRST_REMINDER department-education " + id("a") + " 2027-02-01",
                        "LAST_REMINDER department-education " + id("a") + " 2027-02-01",
                        "OVERDUE department-education " + id("a") + " 2027-02-01",
                        "STILL_LATE department-education " + id("a") + " 2027-02-01");
        worklist.dueChanged(task.id(), Instant.parse("2027-02-12T14:00:00Z"));
        remindAt("2027-02-10T06:00:01Z");
        assertThat(told()).contains("LAST_REMINDER department-education " + id("a") + " 2027-02-12");
    }

    @Test
    void tellsOfLatenessOnceAndMarksTheMilestone() {
        worklist.opened(Tasks.departmental(cycle, id("a"), DUE));
        at("2027-02-02T06:00:01Z");
        reminders.tellOverdue("instance-" + cycle.id());
        Instant since =
                milestones.get(cycle.id(), MilestoneKind.MEASURE_REPORTS).lateSince();
        at("2027-02-06T06:00:01Z");
        reminders.tellOverdue("instance-" + cycle.id());
        reminders.remind("instance-" + cycle.id());
        assertThat(told()).containsExactly("OVERDUE department-education " + id("a") + " 2027-02-01");
        assertThat(since).isEqualTo("2027-02-02T06:00:01Z");
        assertThat(milestones.get(cycle.id(), MilestoneKind.MEASURE_REPORTS).lateSince())
                .isEqualTo(since);
        assertThat(milestones.get(cycle.id(), MilestoneKind.CYCLE_OPENING).lateSince())
                .isNull();
    }

    @Test
    void aPhaseInTimeIsNotLate() {
        worklist.opened(Tasks.departmental(cycle, id("a"), DUE));
        at("2027-02-01T15:00:00Z");
        reminders.tellOverdue("instance-" + cycle.id());
        assertThat(told()).isEmpty();
        assertThat(milestones.get(cycle.id(), MilestoneKind.MEASURE_REPORTS).lateSince())
                .isNull();
    }

    /** Lateness is told on Tuesday 2.2. and every Tuesday after it, however often the timers fire. */
    @Test
    void whoIsLateHearsOfItWeekly() {
        worklist.opened(Tasks.departmental(cycle, id("a"), DUE));
        for (int day = 2; day <= 17; day++) {
            remindAt("2027-02-%02dT04:30:01Z".formatted(day));
        }
        assertThat(jdbc.sql("""
                                select kind || ' ' || (created_at at time zone 'Europe/Helsinki')::date
                                from hyte.notification where cycle_id = :cycle order by created_at""")
                        .param("cycle", cycle.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("OVERDUE 2027-02-02", "STILL_LATE 2027-02-09", "STILL_LATE 2027-02-16");
    }

    /** The calendar is done on the day on which it came: its notice has not left yet, and nobody needs it any more. */
    @Test
    void nobodyIsToldOfATaskThatIsDone() {
        Town other = towns.make();
        Cycle started = planning.start(other.code(), 2027, other.person(Role.COORDINATOR));
        OpenTask calendar = worklist.ofCycle(started.id()).get(0);
        desk.complete(calendar.id(), other.person(Role.COORDINATOR), Map.of());
        assertThat(jdbc.sql(
                                "select kind || ' ' || recipient from hyte.notification where dropped_at is null and cycle_id = :cycle")
                        .param("cycle", started.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("TASK_NOTICE manager." + other.code());
    }

    @Test
    void aReturnGoesToThoseWhoMustAct() {
        decide(Subject.CYCLE, DecidedBy.MANAGER, null, Outcome.RETURNED);
        assertThat(toldOfDecisions()).containsExactly("RETURNED coordinator");
        decide(Subject.PROPOSALS, DecidedBy.DIRECTOR, Town.EDUCATION, Outcome.RETURNED);
        assertThat(toldOfDecisions()).containsExactly("RETURNED coordinator", "RETURNED department-education");
        decide(Subject.BUDGET, DecidedBy.BOARD, null, Outcome.RETURNED);
        assertThat(toldOfDecisions())
                .containsExactly(
                        "RETURNED coordinator",
                        "RETURNED department-education",
                        "RETURNED finance",
                        "RETURNED manager");
    }

    @Test
    void aDecisionGoesToTheCoordinatorOfAnElectedBodyToTheManagerAndOnTheBudgetToTheDepartments() {
        decide(Subject.CYCLE, DecidedBy.MANAGER, null, Outcome.APPROVED);
        assertThat(toldOfDecisions()).containsExactly("DECISION_MADE coordinator");
        decide(Subject.PROPOSALS, DecidedBy.DIRECTOR, Town.TECHNICAL, Outcome.APPROVED);
        decide(Subject.BUDGET, DecidedBy.BOARD, null, Outcome.APPROVED_AMENDED);
        assertThat(toldOfDecisions())
                .containsExactly(
                        "DECISION_MADE coordinator",
                        "DECISION_MADE coordinator",
                        "DECISION_MADE coordinator",
                        "DECISION_MADE department-education",
                        "DECISION_MADE department-technical",
                        "DECISION_MADE department-technical",
                        "DECISION_MADE manager");
    }

    @Test
    void theOutboxHoldsNoCommentAndNoName() {
        decide(Subject.CYCLE, DecidedBy.MANAGER, null, Outcome.RETURNED);
        assertThat(jdbc.sql("select payload::text from hyte.notification where cycle_id = :cycle")
                        .param("cycle", cycle.id().value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .matches("\\{\"decision\": \"\\d+\"}");
    }

    @Test
    void aRolledBackStepTellsNobody() {
        transactions.executeWithoutResult(status -> {
            events.publishEvent(new TaskOpened(Tasks.departmental(cycle, id("a"), DUE)));
            status.setRollbackOnly();
        });
        assertThat(told()).isEmpty();
    }

    @Test
    void nothingIsToldOutsideATransaction() {
        Notification notification = new Notification(
                town.person(Role.MANAGER),
                town.code(),
                cycle.id(),
                NotificationKind.DECISION_MADE,
                "decision:0",
                null,
                null,
                Map.of());
        assertThatThrownBy(() -> outbox.add(List.of(notification)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aRepeatedStepTellsNobodyTwiceAlsoWithoutADueDate() {
        Notification undated = new Notification(
                town.person(Role.MANAGER),
                town.code(),
                cycle.id(),
                NotificationKind.DECISION_MADE,
                "decision:0",
                null,
                null,
                Map.of());
        for (int round = 0; round < 2; round++) {
            transactions.executeWithoutResult(status -> outbox.add(List.of(undated, undated)));
        }
        assertThat(toldOfDecisions()).containsExactly("DECISION_MADE manager");
    }

    private void decide(Subject subject, DecidedBy by, @Nullable DepartmentCode department, Outcome outcome) {
        decisions.record(new DecisionDraft(
                cycle.id(),
                subject,
                by,
                department,
                outcome,
                "Luvut puuttuvat.",
                LocalDate.of(2027, 1, 4),
                "§ 12",
                null,
                null,
                null,
                town.person(Role.SECRETARY).username()));
    }

    private void remindAt(String moment) {
        at(moment);
        reminders.remind("instance-" + cycle.id());
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }

    private String id(String task) {
        return task + "-" + cycle.id();
    }

    private List<String> told() {
        return jdbc.sql("""
                        select kind || ' ' || replace(recipient, '.' || municipality_code, '') || ' ' || task_id || ' ' || due_on
                        from hyte.notification where cycle_id = :cycle
                        order by created_at, kind, recipient""")
                .param("cycle", cycle.id().value())
                .query(String.class)
                .list();
    }

    private List<String> toldOfDecisions() {
        return jdbc.sql("""
                        select kind || ' ' || replace(recipient, '.' || municipality_code, '')
                        from hyte.notification where cycle_id = :cycle order by 1""")
                .param("cycle", cycle.id().value())
                .query(String.class)
                .list();
    }
}
