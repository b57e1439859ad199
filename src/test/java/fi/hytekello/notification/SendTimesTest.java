package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.TaskOpened;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** When what is added to the outbox leaves. */
@WholeTest
class SendTimesTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Decisions decisions;

    @Autowired
    Outbox outbox;

    @Autowired
    WaitingMails waiting;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

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
    }

    @AfterEach
    void resetClock() {
        jdbc.sql("delete from hyte.notification where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        ClockUtil.reset();
    }

    /** On Tuesday afternoon, on Friday evening, before the timers' morning is over. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-12T12:00:00Z, 2027-01-19T14:00:00Z, 2027-01-12T12:00:00Z",
        "2027-01-12T12:00:00Z, 2027-01-20T14:00:00Z, 2027-01-13T06:00:00Z",
        "2027-01-15T18:00:00Z, 2027-01-20T14:00:00Z, 2027-01-18T06:00:00Z",
        "2027-01-15T18:00:00Z, 2027-02-20T14:00:00Z, 2027-01-18T06:00:00Z",
        "2027-01-12T04:30:05Z, 2027-01-14T14:00:00Z, 2027-01-12T06:00:00Z",
        "2027-01-12T04:30:05Z, 2027-02-14T14:00:00Z, 2027-01-12T06:00:00Z"
    })
    void aTaskIsToldAtOnceWhenItsDeadlineIsNear(String opened, Instant due, String leaves) {
        at(opened);
        open("a", due);
        assertThat(leaving()).containsExactly("TASK_NOTICE " + leaves);
    }

    @Test
    void inJulyOnlyWhatCannotWaitLeaves() {
        at("2027-07-05T09:00:00Z");
        open("near", Instant.parse("2027-07-09T13:00:00Z"));
        open("far", Instant.parse("2027-08-31T13:00:00Z"));
        assertThat(leaving()).containsExactly("TASK_NOTICE 2027-07-05T09:00:00Z", "TASK_NOTICE 2027-08-02T05:00:00Z");
    }

    @Test
    void aMunicipalityMayWorkThroughJuly() {
        jdbc.sql("update hyte.municipality set quiet_july = false where code = :code")
                .param("code", town.code().value())
                .update();
        at("2027-07-05T09:00:00Z");
        open("far", Instant.parse("2027-08-31T13:00:00Z"));
        assertThat(leaving()).containsExactly("TASK_NOTICE 2027-07-06T05:00:00Z");
    }

    @Test
    void aReturnLeavesAtOnceAndADecisionForInformationWaits() {
        at("2027-01-12T12:00:00Z");
        decide(Outcome.RETURNED);
        decide(Outcome.APPROVED);
        assertThat(leaving()).containsExactly("RETURNED 2027-01-12T12:00:00Z", "DECISION_MADE 2027-01-13T06:00:00Z");
    }

    /** Those outside have no digest, but no mail at night either; a reminder keeps its morning. */
    @Test
    void mailsToOutsideLeaveInOfficeHours() {
        at("2027-01-15T19:00:00Z");
        transactions.executeWithoutResult(status -> {
            outbox.addOutside(List.of(
                    outside(NotificationKind.STATEMENT_REQUEST, clock.instant()),
                    outside(NotificationKind.STATEMENT_REMINDER, Instant.parse("2027-01-20T06:00:00Z"))));
            outbox.add(new OfficeMail(
                    "county:ES",
                    "kirjaamo@county.example",
                    Languages.FINNISH,
                    town.code(),
                    cycle.id(),
                    NotificationKind.COUNTY_DELIVERY,
                    "delivery:x",
                    Map.of("document", "WELFARE_PLAN")));
        });
        assertThat(leaving())
                .containsExactly(
                        "COUNTY_DELIVERY 2027-01-18T06:00:00Z",
                        "STATEMENT_REQUEST 2027-01-18T06:00:00Z",
                        "STATEMENT_REMINDER 2027-01-20T06:00:00Z");
    }

    @Test
    void whatWaitsIsKnownByItsMoment() {
        at("2027-01-12T12:00:00Z");
        open("a", Instant.parse("2027-02-20T14:00:00Z"));
        open("b", Instant.parse("2027-02-20T14:00:00Z"));
        open("now", Instant.parse("2027-01-14T14:00:00Z"));
        Instant morning = Instant.parse("2027-01-13T06:00:00Z");
        assertThat(waiting.next(List.of(cycle.id()), clock.instant())).hasValue(morning);
        assertThat(waiting.next(List.of(cycle.id()), morning)).isEmpty();
        assertThat(waiting.next(List.of(), clock.instant())).isEmpty();
        assertThat(waiting.after(clock.instant(), 1000))
                .filteredOn(departure -> departure.at().equals(morning))
                .singleElement()
                .satisfies(departure -> assertThat(departure.mails()).isGreaterThanOrEqualTo(2));
    }

    private OutsideNotice outside(NotificationKind kind, Instant sendAfter) {
        return new OutsideNotice(
                "party:1",
                "neuvosto@koekunta.example",
                Languages.FINNISH,
                town.code(),
                cycle.id(),
                kind,
                "statement:" + cycle.id(),
                LocalDate.of(2027, 2, 1),
                sendAfter,
                Map.of());
    }

    private void open(String id, Instant due) {
        transactions.executeWithoutResult(
                status -> events.publishEvent(new TaskOpened(Tasks.departmental(cycle, id + "-" + cycle.id(), due))));
    }

    private void decide(Outcome outcome) {
        decisions.record(new DecisionDraft(
                cycle.id(),
                Subject.CYCLE,
                DecidedBy.MANAGER,
                null,
                outcome,
                "Luvut puuttuvat.",
                LocalDate.of(2027, 1, 4),
                "§ 12",
                null,
                null,
                null,
                town.person(Role.SECRETARY).username()));
    }

    private List<String> leaving() {
        return jdbc.sql("""
                        select kind || ' ' || to_char(send_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                        from hyte.notification where cycle_id = :cycle order by send_after, kind""")
                .param("cycle", cycle.id().value())
                .query(String.class)
                .list();
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }
}
