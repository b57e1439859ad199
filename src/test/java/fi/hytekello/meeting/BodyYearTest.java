package fi.hytekello.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Leads;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.TestBodies;
import fi.hytekello.meeting.Finding.Kind;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Somebody sees to it that a body meets, and knows in time what ends or changes. */
@WholeTest
class BodyYearTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    Organisations organisations;

    @Autowired
    Bodies bodies;

    @Autowired
    Memberships memberships;

    @Autowired
    Leads leads;

    @Autowired
    BodyMeetings meetings;

    @Autowired
    BodyYears years;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private Town council;
    private Person keeper;
    private BodyId body;
    private LocalDate today;

    @BeforeEach
    void addsABody() {
        council = towns.makeRegionalCouncil();
        keeper = council.person(Role.REGIONAL_COORDINATOR);
        today = meetings.today();
        body = bodies.add(council.code(), TestBodies.body("Työryhmä"), keeper);
        begin(today.minusYears(2));
    }

    private void begin(LocalDate first) {
        memberships.add(
                council.code(),
                body,
                TestBodies.member(MemberRole.MEMBER, "Ensimmäinen jäsen", null, null, first),
                keeper);
    }

    @Test
    void aBodyThatHasNoMembersYetOrHasJustBegunIsNotLate() {
        jdbc.sql("delete from hyte.membership where body_id = :body")
                .param("body", body.value())
                .update();
        assertThat(years.check(council.code(), body)).isFalse();
        begin(today.minusDays(20));
        assertThat(years.check(council.code(), body)).isFalse();
    }

    @Test
    void aTaskTellsOnceOfTooFewMeetingsAndComesBackToTheNextMonth() throws Exception {
        fire();
        OpenTask task = worklist.of(keeper).get(0);
        assertThat(task.task()).isEqualTo("Activity_ReviewBody");
        TestPages pages = TestPages.in(context);
        String page = "/tasks/" + task.id() + "/body-year";
        assertThat(pages.shown(page, keeper, "fi").text()).contains("Työryhmä", "vähintään 4");
        pages.shown(page, keeper, "sv");
        desk.complete(task.id(), keeper, Map.of("reviewNote", "Kokous kutsuttu."));
        assertThat(worklist.of(keeper)).isEmpty();
        fire();
        assertThat(worklist.of(keeper)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("body-year/" + body)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aBodyThatMeetsOftenEnoughNeedsNobody() {
        LocalDate quarterEnd = today.minusMonths((today.getMonthValue() - 1) % 3)
                .withDayOfMonth(1)
                .minusDays(1);
        for (int month = 1; month <= 4; month++) {
            jdbc.sql("""
                            insert into hyte.meeting (body_id, process_instance, state, starts_at, ends_at)
                            values (:body, :process, 'ARRANGED', make_timestamptz(:year, :month, 5, 9, 0, 0, 'UTC'),
                                make_timestamptz(:year, :month, 5, 10, 0, 0, 'UTC'))""")
                    .param("body", body.value())
                    .param("process", body + "-" + month)
                    .param("year", quarterEnd.getYear())
                    .param("month", month)
                    .update();
        }
        assertThat(years.check(council.code(), body)).isFalse();
        jdbc.sql("delete from hyte.meeting where body_id = :body")
                .param("body", body.value())
                .update();
        assertThat(years.check(council.code(), body)).isTrue();
        assertThat(years.open(body))
                .extracting(Finding::kind, Finding::about)
                .containsExactly(tuple(Kind.FEW_MEETINGS, quarterEnd));
    }

    @Test
    void theChangeOfTheLeadIsToldHalfAYearAheadAndMembershipsTwoMonths() {
        OrganisationId one = organisations.add(council.code(), TestBodies.organisation("Forssa", "fi"), keeper);
        LocalDate change = today.plusMonths(5);
        leads.set(council.code(), body, change.minusYears(3), List.of(one), 0, keeper);
        long member = memberships.add(
                council.code(),
                body,
                TestBodies.member(MemberRole.MEMBER, "Rehtori", one, null, today.minusYears(1)),
                keeper);
        years.check(council.code(), body);
        assertThat(years.open(body)).extracting(Finding::kind).contains(Kind.LEAD_CHANGES);
        assertThat(years.open(body)).extracting(Finding::kind).doesNotContain(Kind.MEMBERSHIPS_END);
        ends(member, today.plusMonths(2));
        years.check(council.code(), body);
        years.check(council.code(), body);
        assertThat(years.open(body))
                .extracting(Finding::kind, Finding::about)
                .contains(tuple(Kind.LEAD_CHANGES, change), tuple(Kind.MEMBERSHIPS_END, today.plusMonths(2)));
        leads.set(council.code(), body, today.plusMonths(7).minusYears(3), List.of(one), 1, keeper);
        years.seen(council.code(), body, null);
        assertThat(years.check(council.code(), body)).isFalse();
    }

    @Test
    void endsWithTheBody() {
        jdbc.sql("update hyte.body set ends_on = :last where id = :id")
                .param("last", today.minusDays(1))
                .param("id", body.value())
                .update();
        fire();
        assertThat(worklist.of(keeper)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("body-year/" + body)
                        .count())
                .isZero();
    }

    @Test
    void looksOnTheFirstWorkingDayOfTheNextMonth() {
        LocalDate next = years.nextCheck();
        assertThat(next)
                .isBetween(
                        today.plusMonths(1).withDayOfMonth(1),
                        today.plusMonths(1).withDayOfMonth(8));
    }

    private void ends(long member, LocalDate last) {
        jdbc.sql("update hyte.membership set ends_on = :last where id = :id")
                .param("last", last)
                .param("id", member)
                .update();
    }

    private void fire() {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey("body-year/" + body)
                .singleResult()
                .getId();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("Event_MonthTurns")
                .singleResult()
                .getId());
    }
}
