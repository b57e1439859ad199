package fi.hytekello.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Dates of the year 2027 change while it runs: milestones, tasks, the engine's timers and what people are told. The year
 * is confirmed on 4.1.; the departments' reports open on Friday 15.1. and are due on Monday 1.2.
 */
@WholeTest
class DeadlineChangesTest {

    private static final String REASON = "Tilinpäätös viivästyy.";
    private static final LocalDate FEBRUARY_14 = LocalDate.of(2027, 2, 14);

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    DeadlineChanges changes;

    @Autowired
    DeadlineHistory history;

    @Autowired
    Milestones milestones;

    @Autowired
    YearClock yearClock;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Cycle cycle;
    private Person coordinator;

    @BeforeEach
    void confirmYear() {
        at("2027-01-04T08:00:00Z");
        town = towns.make();
        coordinator = town.person(Role.COORDINATOR);
        cycle = planning.start(town.code(), 2027, coordinator);
        complete("Activity_ConfirmCalendar", coordinator, Map.of());
        complete("Activity_ConfirmCycle", town.person(Role.MANAGER), Map.of("cycleConfirmed", true));
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void aPhaseOpensOnItsNewDayAndNotOnTheOldOne() {
        assertThat(timers()).containsExactly("Event_ReportOpens 2027-01-15T04:30:00Z");
        CalendarEffect effect =
                change(new NewDates(Map.of(), Map.of(MilestoneKind.MEASURE_REPORTS, LocalDate.of(2027, 1, 23))));
        assertThat(timers()).containsExactly("Event_ReportOpens 2027-01-25T04:30:00Z");
        assertThat(effect.timers())
                .containsExactly(new TimerMove(
                        MilestoneKind.MEASURE_REPORTS,
                        TimerMove.Kind.OPENING,
                        Instant.parse("2027-01-15T04:30:00Z"),
                        Instant.parse("2027-01-25T04:30:00Z")));
        assertThat(effect.tasks()).isEmpty();
        assertThat(milestones.get(cycle.id(), MilestoneKind.INDICATORS).opensOn())
                .isEqualTo("2027-01-23");

        fireDue("2027-01-15T04:30:02Z");
        assertThat(worklist.ofCycle(cycle.id())).isEmpty();
        fireDue("2027-01-25T04:30:02Z");
        assertThat(worklist.ofCycle(cycle.id())).hasSize(2);
    }

    @Test
    void openTasksAndTheRemindersOfTheirPhaseMoveWithTheDeadline() {
        openReports();
        assertThat(timers())
                .containsExactly(
                        "Event_MeasureReportsReminder 2027-01-25T04:30:00Z",
                        "Event_MeasureReportsOverdue 2027-02-02T04:30:00Z");

        CalendarEffect effect = changeReports(FEBRUARY_14);

        Instant due = Instant.parse("2027-02-15T14:00:00Z");
        assertThat(reports()).hasSize(2).allSatisfy(task -> {
            assertThat(task.dueAt()).isEqualTo(due);
            assertThat(tasks.createTaskQuery().taskId(task.id()).singleResult().getDueDate())
                    .isEqualTo(Date.from(due));
        });
        assertThat(effect.tasks()).hasSize(2);
        assertThat(jdbc.sql("select due_at from hyte.report_deadline where cycle_id = :cycle")
                        .param("cycle", cycle.id().value())
                        .query((row, n) ->
                                row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                        .list())
                .containsExactly(due, due);
        assertThat(timers())
                .containsExactly(
                        "Event_MeasureReportsReminder 2027-02-08T04:30:00Z",
                        "Event_MeasureReportsOverdue 2027-02-16T04:30:00Z");
        fireDue("2027-01-25T04:30:02Z");
        fireDue("2027-02-02T04:30:02Z");
        assertThat(told("FIRST_REMINDER")).isEmpty();
        assertThat(lateSince()).isNull();
        fireDue("2027-02-08T04:30:02Z");
        assertThat(told("FIRST_REMINDER")).hasSize(2);
        fireDue("2027-02-16T04:30:02Z");
        assertThat(told("OVERDUE")).hasSize(2);
        assertThat(lateSince()).isEqualTo("2027-02-16T04:30:02Z");
    }

    @Test
    void aReminderIsSentAgainForANewDateButNeverTwiceForTheSame() {
        openReports();
        fireDue("2027-01-25T04:30:02Z");
        assertThat(told("FIRST_REMINDER")).containsOnly("2027-02-01").hasSize(2);
        allHaveLeft();
        changeReports(FEBRUARY_14);
        fireDue("2027-02-08T04:30:02Z");
        assertThat(told("FIRST_REMINDER")).containsExactly("2027-02-01", "2027-02-01", "2027-02-15", "2027-02-15");
        allHaveLeft();
        changeReports(LocalDate.of(2027, 2, 22));
        changeReports(FEBRUARY_14);
        fireDue("2027-02-09T04:30:02Z");
        assertThat(told("FIRST_REMINDER")).hasSize(4);
    }

    @Test
    void whatHasNotLeftAboutTheOldDateIsTakenBack() {
        openReports();
        fireDue("2027-01-25T04:30:02Z");
        jdbc.sql("""
                        update hyte.notification set sent_at = send_after
                        where cycle_id = :cycle and recipient like 'department-education.%'""").param("cycle", cycle.id().value()).update();
        changeReports(FEBRUARY_14);
        assertThat(told("FIRST_REMINDER")).hasSize(1);
    }

    @Test
    void aMovedDeadlineEndsTheLatenessUntilItIsMissedAgain() {
        openReports();
        fireDue("2027-02-02T04:30:02Z");
        assertThat(lateSince()).isNotNull();
        assertThat(standing(MilestoneKind.MEASURE_REPORTS)).isEqualTo(YearClock.Standing.LATE);

        at("2027-02-03T08:00:00Z");
        changeReports(FEBRUARY_14);
        assertThat(lateSince()).isNull();
        assertThat(standing(MilestoneKind.MEASURE_REPORTS)).isEqualTo(YearClock.Standing.OPEN);
        assertThat(timers())
                .containsExactly(
                        "Event_MeasureReportsReminder 2027-02-08T04:30:00Z",
                        "Event_MeasureReportsOverdue 2027-02-16T04:30:00Z");
        fireDue("2027-02-16T04:30:02Z");
        assertThat(told("OVERDUE")).contains("2027-02-15");
        assertThat(lateSince()).isNotNull();
    }

    @Test
    void aDeadlineThatComesSoonerLeavesWorkThatJustBeganItsFiveDays() {
        openReports();
        changeReports(LocalDate.of(2027, 1, 19));
        assertThat(reports()).allSatisfy(task -> assertThat(task.dueAt()).isEqualTo("2027-01-22T14:00:00Z"));
        assertThat(milestones.get(cycle.id(), MilestoneKind.MEASURE_REPORTS).dueAt())
                .isEqualTo("2027-01-19T14:00:00Z");
    }

    @Test
    void timersOfAReusableProcessFollowTheMilestoneThatItsCallerPassed() {
        openReports();
        runtime.createProcessInstanceByKey("ManagerApproval")
                .businessKey(cycle.businessKey())
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", town.code().value())
                .setVariable("milestone", "REPORT_MANAGER")
                .setVariable("subject", "WELFARE_REPORT")
                .execute();
        CalendarEffect effect = change(NewDates.due(Map.of(MilestoneKind.REPORT_MANAGER, LocalDate.of(2027, 5, 31))));
        assertThat(effect.timers())
                .extracting(TimerMove::kind)
                .containsExactlyInAnyOrder(TimerMove.Kind.REMINDER, TimerMove.Kind.OVERDUE);
        assertThat(effect.tasks())
                .singleElement()
                .satisfies(move -> assertThat(move.after()).isEqualTo("2027-05-31T13:00:00Z"));
        assertThat(timers())
                .contains(
                        "Event_MeasureReportsOverdue 2027-02-02T04:30:00Z",
                        "Event_ApprovalReminder 2027-05-24T03:30:00Z",
                        "Event_ApprovalOverdue 2027-06-01T03:30:00Z");
    }

    @Test
    void tellsEachPersonConcernedOnceInTheTransactionOfTheChange() {
        openReports();
        change(new NewDates(
                Map.of(
                        MilestoneKind.MEASURE_REPORTS,
                        FEBRUARY_14,
                        MilestoneKind.REPORT_DRAFT,
                        LocalDate.of(2027, 3, 31)),
                Map.of()));
        assertThat(jdbc.sql("""
                        select replace(recipient, '.' || municipality_code, '') || ' ' || (payload ->> 'steps') || ' '
                            || case payload ->> 'tasks' when '' then 0 else array_length(string_to_array(payload ->> 'tasks', ','), 1) end
                        from hyte.notification where cycle_id = :cycle and kind = 'DEADLINE_CHANGED'""")
                        .param("cycle", cycle.id().value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "coordinator true 0",
                        "manager true 0",
                        "department-education false 1",
                        "department-technical false 1");
    }

    @Test
    void aPreviewTellsWhatTheChangeDoesAndDoesNothing() {
        openReports();
        List<String> before = timers();
        NewDates dates = NewDates.due(Map.of(MilestoneKind.MEASURE_REPORTS, FEBRUARY_14));
        int notifications = notifications();

        CalendarEffect preview = changes.preview(cycle.id(), dates, REASON, version(), coordinator);

        assertThat(timers()).isEqualTo(before);
        assertThat(reports()).allSatisfy(task -> assertThat(task.dueAt()).isEqualTo("2027-02-01T14:00:00Z"));
        assertThat(milestones.get(cycle.id(), MilestoneKind.MEASURE_REPORTS).plannedOn())
                .isEqualTo("2027-01-31");
        assertThat(notifications()).isEqualTo(notifications);
        assertThat(history.of(cycle.id())).isEmpty();
        assertThat(preview.timers()).hasSize(2);
        assertThat(change(dates)).isEqualTo(preview);
    }

    @Test
    void theOldDatesStayInTheHistoryWithWhoWhenAndWhy() {
        openReports();
        changeReports(FEBRUARY_14);
        at("2027-01-20T08:00:00Z");
        changeReports(LocalDate.of(2027, 2, 22));
        assertThat(history.of(cycle.id()))
                .extracting(
                        DeadlineChange::at,
                        DeadlineChange::by,
                        DeadlineChange::reason,
                        change -> change.moves().get(0).plannedBefore().toString(),
                        change -> change.moves().get(0).plannedAfter().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Instant.parse("2027-01-20T08:00:00Z"),
                                coordinator.username(),
                                REASON,
                                "2027-02-14",
                                "2027-02-22"),
                        org.assertj.core.groups.Tuple.tuple(
                                Instant.parse("2027-01-15T04:30:02Z"),
                                coordinator.username(),
                                REASON,
                                "2027-01-31",
                                "2027-02-14"));
    }

    @Test
    void theSecondOfTwoCoordinatorsIsToldOfTheFirstAndTheSameChangeSentTwiceIsMadeOnce() {
        openReports();
        int seen = version();
        NewDates dates = NewDates.due(Map.of(MilestoneKind.MEASURE_REPORTS, FEBRUARY_14));
        changes.change(cycle.id(), dates, REASON, seen, coordinator);
        assertThat(changes.change(cycle.id(), dates, REASON, seen, coordinator).moves())
                .isEmpty();
        NewDates other = NewDates.due(Map.of(MilestoneKind.REPORT_DRAFT, LocalDate.of(2027, 3, 22)));
        assertThatThrownBy(() -> changes.change(cycle.id(), other, REASON, seen, coordinator))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> changes.preview(cycle.id(), other, REASON, seen, coordinator))
                .isInstanceOf(Conflict.class);
        assertThat(history.of(cycle.id())).hasSize(1);
        assertThat(history.since(cycle.id(), seen))
                .extracting(DeadlineMove::kind)
                .containsExactly(MilestoneKind.MEASURE_REPORTS);
        assertThat(history.since(cycle.id(), version())).isEmpty();
    }

    @Test
    void ofTwoChangesAtTheSameMomentOneIsMade() {
        openReports();
        int seen = version();
        List<CompletableFuture<CalendarEffect>> both = Stream.of(20, 22)
                .map(day -> NewDates.due(Map.of(MilestoneKind.REPORT_DRAFT, LocalDate.of(2027, 3, day))))
                .map(dates -> CompletableFuture.supplyAsync(
                        () -> changes.change(cycle.id(), dates, REASON, seen, coordinator)))
                .toList();
        assertThat(both)
                .extracting(change -> change.handle((effect, refused) -> refused == null
                                ? "made"
                                : refused.getCause().getClass().getSimpleName())
                        .join())
                .containsExactlyInAnyOrder("made", "Conflict");
        assertThat(history.of(cycle.id())).hasSize(1);
    }

    @Test
    void refusesWithoutAReasonWithoutAChangeAndForADoneStep() {
        openReports();
        NewDates dates = NewDates.due(Map.of(MilestoneKind.MEASURE_REPORTS, FEBRUARY_14));
        assertRefused(dates, " ", "reason");
        assertRefused(dates, "a".repeat(2001), "reason");
        assertRefused(NewDates.due(Map.of()), REASON, "calendar");
        assertRefused(
                NewDates.due(Map.of(MilestoneKind.CYCLE_OPENING, FEBRUARY_14)),
                REASON,
                MilestoneKind.CYCLE_OPENING.name());
        assertRefused(
                new NewDates(Map.of(), Map.of(MilestoneKind.MEASURE_REPORTS, LocalDate.of(2027, 1, 20))),
                REASON,
                "opens.MEASURE_REPORTS");
        assertRefused(
                NewDates.due(Map.of(MilestoneKind.BUDGET_COUNCIL, LocalDate.of(2028, 1, 10))),
                REASON,
                "BUDGET_COUNCIL");
        assertThat(history.of(cycle.id())).isEmpty();
        assertThat(reports()).allSatisfy(task -> assertThat(task.dueAt()).isEqualTo("2027-02-01T14:00:00Z"));
    }

    @Test
    void onlyTheMunicipalitysCoordinatorChangesARunningYear() {
        NewDates dates = NewDates.due(Map.of(MilestoneKind.REPORT_DRAFT, LocalDate.of(2027, 3, 22)));
        for (Person person : List.of(town.person(Role.MANAGER), towns.make().person(Role.COORDINATOR))) {
            assertThatThrownBy(() -> changes.change(cycle.id(), dates, REASON, version(), person))
                    .isInstanceOf(Refused.class);
        }
        Town other = towns.make();
        Cycle preparing = planning.start(other.code(), 2027, other.person(Role.COORDINATOR));
        assertThatThrownBy(() -> changes.change(preparing.id(), dates, REASON, 0, other.person(Role.COORDINATOR)))
                .isInstanceOf(Conflict.class);
        planning.close(cycle.id());
        assertThatThrownBy(() -> changes.change(cycle.id(), dates, REASON, version(), coordinator))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void theWholeCalendarMovesTogetherButForTheDayThatLawFixes() {
        openReports();
        CalendarShift shift = changes.shift(cycle.id(), 7);
        assertThat(shift.stay())
                .containsExactly(new CalendarShift.Stay(MilestoneKind.BUDGET_COUNCIL, CalendarShift.Why.LAW));
        CalendarEffect effect = change(shift.dates());
        assertThat(milestones.get(cycle.id(), MilestoneKind.MEASURE_REPORTS).plannedOn())
                .isEqualTo("2027-02-07");
        assertThat(milestones.get(cycle.id(), MilestoneKind.PROPOSALS).opensOn())
                .isEqualTo("2027-08-22");
        assertThat(milestones.get(cycle.id(), MilestoneKind.FOLLOW_UP_BOARD).plannedOn())
                .isEqualTo("2028-10-07");
        assertThat(milestones.get(cycle.id(), MilestoneKind.CYCLE_OPENING).plannedOn())
                .isEqualTo("2027-01-15");
        assertThat(milestones.get(cycle.id(), MilestoneKind.BUDGET_COUNCIL).plannedOn())
                .isEqualTo("2027-12-31");
        assertThat(effect.tasks()).hasSize(2);
        assertThat(effect.warnings()).isEmpty();
    }

    @Test
    void whileTheYearIsPreparedItsOpeningTakesItsTaskAndTimersAlong() {
        Town other = towns.make();
        cycle = planning.start(other.code(), 2027, other.person(Role.COORDINATOR));
        planning.plan(cycle.id(), NewDates.due(Map.of(MilestoneKind.CYCLE_OPENING, LocalDate.of(2027, 1, 29))));
        assertThat(worklist.ofCycle(cycle.id()))
                .singleElement()
                .satisfies(task -> assertThat(task.dueAt()).isEqualTo("2027-01-29T14:00:00Z"));
        assertThat(timers())
                .containsExactly(
                        "Event_KickoffReminder 2027-01-22T04:30:00Z", "Event_KickoffOverdue 2027-02-01T04:30:00Z");
        assertThatThrownBy(() -> planning.plan(
                        cycle.id(), new NewDates(Map.of(), Map.of(MilestoneKind.PROPOSALS, LocalDate.of(2027, 9, 20)))))
                .isInstanceOf(InvalidInput.class);
        planning.plan(cycle.id(), new NewDates(Map.of(), Map.of(MilestoneKind.PROPOSALS, LocalDate.of(2027, 9, 1))));
        assertThat(milestones.get(cycle.id(), MilestoneKind.PROPOSALS).opensOn())
                .isEqualTo("2027-09-01");
    }

    private void openReports() {
        fireDue("2027-01-15T04:30:02Z");
        assertThat(reports()).hasSize(2);
    }

    private CalendarEffect changeReports(LocalDate date) {
        return change(NewDates.due(Map.of(MilestoneKind.MEASURE_REPORTS, date)));
    }

    private CalendarEffect change(NewDates dates) {
        return changes.change(cycle.id(), dates, REASON, version(), coordinator);
    }

    private int version() {
        return history.version(cycle.id());
    }

    private void assertRefused(NewDates dates, String reason, String field) {
        assertThatThrownBy(() -> changes.change(cycle.id(), dates, reason, version(), coordinator))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo(field);
    }

    private List<OpenTask> reports() {
        return worklist.ofCycle(cycle.id()).stream()
                .filter(task -> task.task().equals("Activity_ReportMeasures"))
                .toList();
    }

    private Instant lateSince() {
        return milestones.get(cycle.id(), MilestoneKind.MEASURE_REPORTS).lateSince();
    }

    private YearClock.Standing standing(MilestoneKind kind) {
        return yearClock.steps(cycle).stream()
                .filter(step -> step.milestone().kind() == kind)
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private void complete(String task, Person person, Map<String, ?> answers) {
        OpenTask open = worklist.ofCycle(cycle.id()).stream()
                .filter(one -> one.task().equals(task))
                .findFirst()
                .orElseThrow();
        desk.complete(open.id(), person, answers);
    }

    /** The due dates of the tasks that people were told about with this kind of notification. */
    private List<String> told(String kind) {
        return jdbc.sql("select due_on from hyte.notification where cycle_id = :cycle and kind = :kind order by due_on")
                .param("cycle", cycle.id().value())
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private void allHaveLeft() {
        jdbc.sql("update hyte.notification set sent_at = send_after where dropped_at is null and cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
    }

    private int notifications() {
        return jdbc.sql("select count(*) from hyte.notification where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .query(Integer.class)
                .single();
    }

    private List<String> timers() {
        return jobs
                .createJobQuery()
                .tenantIdIn(cycle.municipality().value())
                .timers()
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .map(job -> activity(job) + " " + job.getDuedate().toInstant())
                .toList();
    }

    private String activity(Job job) {
        return jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    /** Fires the timers that are due at this moment, and nothing else. */
    private void fireDue(String moment) {
        at(moment);
        jobs.createJobQuery()
                .tenantIdIn(cycle.municipality().value())
                .timers()
                .executable()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }
}
