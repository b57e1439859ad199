package fi.hytekello.statement;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.CalendarEffect;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.DeadlineChange;
import fi.hytekello.cycle.DeadlineChanges;
import fi.hytekello.cycle.DeadlineHistory;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.cycle.NewDates;
import fi.hytekello.cycle.TimerMove;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.TestLetters;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The date of a request and the year's milestone are one: asked on 1.3.2027 by Monday 5.4., then moved. */
@WholeTest
class RoundDeadlinesTest {

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
    WelfareReports reports;

    @Autowired
    Parties parties;

    @Autowired
    StatementRounds rounds;

    @Autowired
    Statements statements;

    @Autowired
    RoundDeadlines deadlines;

    @Autowired
    StatementLetters letters;

    @Autowired
    Decisions decisions;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Cycle cycle;
    private Person coordinator;

    @BeforeEach
    void ask() {
        at("2027-03-01T08:00:00Z");
        town = towns.make();
        coordinator = town.person(Role.COORDINATOR);
        cycle = planning.start(town.code(), 2027, coordinator);
        planning.confirm(cycle.id());
        party(PartyKind.OLDER_PEOPLES_COUNCIL, "Vanhusneuvosto");
        party(PartyKind.YOUTH_COUNCIL, "Nuorisovaltuusto");
        reports.beginDraft(cycle.id());
        reports.write(cycle.id(), ReportSection.SUMMARY, "Vuosi oli vilkas.", 0);
        runtime.createProcessInstanceByKey("StatementRound")
                .businessKey(cycle.businessKey())
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", town.code().value())
                .execute();
        Round round = rounds.current(cycle.id());
        rounds.draft(
                cycle.id(),
                new RequestDraft(
                        "",
                        null,
                        LocalDate.of(2027, 4, 5),
                        parties.of(town.code()).stream().map(Party::id).collect(Collectors.toSet()),
                        rounds.questions(round),
                        round.version()));
        desk.complete(task("Activity_PrepareRequest").id(), coordinator, Map.of("statementsRequested", "true"));
        end("HyteCycle");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void theRequestMovesTheMilestoneAndThatStaysInTheHistory() {
        assertThat(milestones.get(cycle.id(), MilestoneKind.STATEMENTS).plannedOn())
                .isEqualTo("2027-04-05");
        assertThat(history.of(cycle.id())).singleElement().satisfies(change -> {
            assertThat(change.cause()).isEqualTo(DeadlineChange.Cause.STATEMENT_REQUEST);
            assertThat(change.by()).isEqualTo(coordinator.username());
            assertThat(change.reason()).isNull();
            assertThat(change.moves())
                    .singleElement()
                    .satisfies(move -> assertThat(move.plannedBefore()).isEqualTo("2027-04-30"));
        });
        assertThat(told("DEADLINE_CHANGED")).isEmpty();
    }

    @Test
    void anOpenRoundGoesAlongWithTheCalendarAndThoseWhoWaitAreTold() {
        Statement answered = statement(PartyKind.YOUTH_COUNCIL);
        statements.answer(answered.id(), new Statements.Written("Annettu.", Map.of()), answered.version());
        assertThat(deadlines.told(cycle.id())).extracting(Party::nameFi).containsExactly("Vanhusneuvosto");

        CalendarEffect effect = move("2027-04-17");

        Instant due = Instant.parse("2027-04-19T13:00:00Z");
        Round round = rounds.current(cycle.id());
        assertThat(round.dueOn()).isEqualTo("2027-04-19");
        assertThat(round.dueAt()).isEqualTo(due);
        assertThat(task("Activity_RecordStatement").dueAt()).isEqualTo(due);
        assertThat(effect.timers())
                .contains(new TimerMove(
                        MilestoneKind.STATEMENTS,
                        TimerMove.Kind.MISSED,
                        Instant.parse("2027-04-06T03:30:00Z"),
                        Instant.parse("2027-04-20T03:30:00Z")));
        assertThat(told("STATEMENT_EXTENSION")).containsExactly("2027-04-19");
        assertThat(told("STATEMENT_REMINDER")).containsExactly("2027-04-05", "2027-04-14", "2027-04-16");
        assertThat(told("DEADLINE_CHANGED")).hasSize(3);

        fireDue("2027-04-06T03:30:02Z");
        assertThat(worklist.ofCycle(cycle.id())).noneMatch(task -> task.task().equals("Activity_DecideMissing"));
        fireDue("2027-04-20T03:30:02Z");
        assertThat(task("Activity_DecideMissing")).isNotNull();
    }

    @Test
    void aDateThatComesBackIsToldAgain() {
        move("2027-04-12");
        move("2027-04-19");
        move("2027-04-12");
        assertThat(told("STATEMENT_EXTENSION"))
                .containsExactly("2027-04-12", "2027-04-12", "2027-04-12", "2027-04-12", "2027-04-19", "2027-04-19");
    }

    @Test
    void anExtensionMovesCalendarTasksAndTimersAndTellsOnlyThoseWhoseTasksMove() {
        fireDue("2027-04-06T03:30:02Z");
        desk.complete(
                task("Activity_DecideMissing").id(),
                coordinator,
                Map.of("missingDecision", "EXTEND", "newDueOn", "2027-04-30"));
        assertThat(milestones.get(cycle.id(), MilestoneKind.STATEMENTS).plannedOn())
                .isEqualTo("2027-04-30");
        assertThat(rounds.current(cycle.id()).dueOn()).isEqualTo("2027-04-30");
        assertThat(worklist.ofCycle(cycle.id()))
                .allSatisfy(task -> assertThat(task.dueAt()).isEqualTo("2027-04-30T13:00:00Z"));
        assertThat(dueOf("Event_AnswersDue")).isEqualTo("2027-05-03T03:30:00Z");
        assertThat(dueOf("Event_CollectingOverdue")).isEqualTo("2027-05-03T03:30:00Z");
        assertThat(told("STATEMENT_EXTENSION")).containsExactly("2027-04-30", "2027-04-30");
        assertThat(jdbc.sql("""
                        select replace(recipient, '.' || municipality_code, '') from hyte.notification
                        where cycle_id = :cycle and kind = 'DEADLINE_CHANGED'""")
                        .param("cycle", cycle.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("secretary");
        assertThat(history.of(cycle.id()).get(0).cause()).isEqualTo(DeadlineChange.Cause.STATEMENT_EXTENSION);
    }

    @Test
    void theLetterSaysWhyTheDateIsThatDay() {
        move("2027-04-17");
        Statement statement = statement(PartyKind.OLDER_PEOPLES_COUNCIL);
        MailContent letter = letter(NotificationKind.STATEMENT_EXTENSION, statement);
        assertThat(letter.facts())
                .contains(new MailContent.Fact(
                        "Miksi tämä päivä",
                        "17.4.2027 on lauantai, joten viimeinen päivä on seuraava arkipäivä ma 19.4.2027."));
        move("2027-04-20");
        assertThat(letter(NotificationKind.STATEMENT_REMINDER, statement).facts())
                .extracting(MailContent.Fact::label)
                .doesNotContain("Miksi tämä päivä");
    }

    @Test
    void theLetterNamesTheDiaryNumberOfAReportThatHasBeenDecidedOn() {
        Statement statement = statement(PartyKind.OLDER_PEOPLES_COUNCIL);
        assertThat(letter(NotificationKind.STATEMENT_REQUEST, statement).subject())
                .endsWith("viimeistään ma 5.4.2027 klo 16.00");
        decisions.record(new DecisionDraft(
                cycle.id(),
                Subject.WELFARE_REPORT,
                DecidedBy.BOARD,
                null,
                Outcome.NOTED,
                null,
                LocalDate.of(2027, 2, 26),
                "§ 1",
                "77/00.01.02/2027",
                null,
                null,
                coordinator.username()));
        assertThat(letter(NotificationKind.STATEMENT_REQUEST, statement).subject())
                .endsWith("viimeistään ma 5.4.2027 klo 16.00, dnro 77/00.01.02/2027");
    }

    private MailContent letter(NotificationKind kind, Statement statement) {
        Map<String, String> payload = Map.of("statement", Long.toString(statement.id()));
        return letters.write(TestLetters.about(kind, cycle, payload, Languages.FINNISH))
                .get(0);
    }

    private CalendarEffect move(String date) {
        return changes.change(
                cycle.id(),
                NewDates.due(Map.of(MilestoneKind.STATEMENTS, LocalDate.parse(date))),
                "Neuvostot kokoontuvat myöhemmin.",
                history.version(cycle.id()),
                coordinator);
    }

    private Statement statement(PartyKind kind) {
        return rounds.statements(rounds.current(cycle.id())).stream()
                .filter(one -> one.party().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private OpenTask task(String name) {
        return worklist.ofCycle(cycle.id()).stream()
                .filter(task -> task.task().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Instant dueOf(String activity) {
        return jobs.createJobQuery()
                .tenantIdIn(town.code().value())
                .activityId(activity)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    /** The days that the mails of this kind are about. */
    private List<String> told(String kind) {
        return jdbc.sql("""
                        select coalesce(due_on::text, '') from hyte.notification
                        where cycle_id = :cycle and kind = :kind order by due_on""")
                .param("cycle", cycle.id().value())
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private void party(PartyKind kind, String name) {
        parties.add(
                town.code(),
                new PartyDraft(
                        kind,
                        name,
                        "",
                        name + "@koekunta.example",
                        Languages.FINNISH,
                        "Vaikuttaa.",
                        LocalDate.of(2027, 1, 1),
                        null));
    }

    /** The year stands at its beginning while the round of this test runs: that is left out. */
    private void end(String process) {
        runtime.createProcessInstanceQuery()
                .tenantIdIn(town.code().value())
                .processDefinitionKey(process)
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
    }

    private void fireDue(String moment) {
        at(moment);
        jobs.createJobQuery()
                .tenantIdIn(town.code().value())
                .timers()
                .executable()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }
}
