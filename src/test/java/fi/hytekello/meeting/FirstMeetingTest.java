package fi.hytekello.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.TestBodies;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first meeting of a body that a nomination round has put together. */
@WholeTest
class FirstMeetingTest {

    @Autowired
    Towns towns;

    @Autowired
    Organisations organisations;

    @Autowired
    Bodies bodies;

    @Autowired
    Memberships memberships;

    @Autowired
    BodyMeetings meetings;

    @Autowired
    MeetingDates dates;

    @Autowired
    BusinessDays businessDays;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    JdbcClient jdbc;

    private Town council;
    private Person keeper;
    private BodyId body;
    private OrganisationId forssa;
    private LocalDate today;

    @BeforeEach
    void putsABodyTogether() {
        council = towns.makeRegionalCouncil();
        keeper = council.person(Role.REGIONAL_COORDINATOR);
        today = meetings.today();
        forssa = organisations.add(council.code(), TestBodies.organisation("Forssa", "fi"), keeper);
        body = bodies.add(council.code(), TestBodies.body("Työryhmä"), keeper);
        memberships.add(
                council.code(),
                body,
                TestBodies.member(MemberRole.MEMBER, "Sivistysjohtaja", forssa, "a@forssa.example", today.plusDays(10)),
                keeper);
    }

    @Test
    void asksTheMembersAtOnceWhichDateSuits() {
        LocalDate earliest = today.plusWeeks(4);
        Meeting meeting = meetings.beginFirst(council.code(), body, earliest, earliest.plusWeeks(2));
        List<LocalDate> proposed = days(meeting);
        assertThat(proposed).hasSizeBetween(2, 4).doesNotHaveDuplicates();
        assertThat(proposed).allMatch(businessDays::isBusinessDay);
        assertThat(proposed.get(0)).isAfterOrEqualTo(earliest);
        assertThat(meeting.host()).isEqualTo(forssa);
        assertThat(meeting.agenda()).contains("Ryhmän tarkoitus ja tehtävä", "Puheenjohtajan ja varapuheenjohtajan");
        assertThat(asked()).containsExactly("a@forssa.example");
    }

    @Test
    void theCoordinatorChoosesOnTheDayAfterTheAnswers() {
        Meeting meeting = meetings.beginFirst(council.code(), body, today.plusWeeks(4), today.plusWeeks(6));
        OpenTask task = worklist.of(keeper).get(0);
        assertThat(task.task()).isEqualTo("Activity_PrepareMeeting");
        assertThat(LocalDate.ofInstant(Objects.requireNonNull(task.dueAt()), Finland.ZONE))
                .isAfterOrEqualTo(meeting.datesDueOn());
    }

    @Test
    void beginsOnceWhoeverCalls() {
        LocalDate latest = today.plusWeeks(6);
        Meeting first = meetings.beginFirst(council.code(), body, today.plusWeeks(4), latest);
        assertThat(meetings.beginFirst(council.code(), body, today.plusWeeks(5), latest))
                .isEqualTo(first);
        assertThat(asked()).hasSize(1);
        desk.complete(
                worklist.of(keeper).get(0).id(),
                keeper,
                Map.of("meetingPreparation", "NOT_HELD", "reason", "Ryhmää ei asetettu."));
        Meeting another = meetings.beginFirst(council.code(), body, today.plusWeeks(4), latest);
        assertThat(another.id()).isNotEqualTo(first.id());
    }

    @Test
    void oneThatTheCoordinatorHasBegunIsTheFirst() {
        meetings.callTogether(council.code(), body, keeper);
        Meeting meeting = meetings.beginFirst(council.code(), body, today.plusWeeks(4), today.plusWeeks(6));
        assertThat(meeting.agenda()).isNull();
        assertThat(meetings.of(council.code(), body)).hasSize(1);
        assertThat(asked()).isEmpty();
    }

    @Test
    void proposesLaterDaysWhereTheTimeHasPassed() {
        Meeting meeting = meetings.beginFirst(council.code(), body, today.minusWeeks(4), today.minusWeeks(2));
        assertThat(days(meeting)).hasSizeBetween(2, 4).allMatch(day -> day.isAfter(businessDays.plus(today, 9)));
    }

    @Test
    void neitherTheHolidayMonthNorChristmasIsProposed() {
        LocalDate july = LocalDate.of(today.getYear() + 1, 7, 1);
        Meeting meeting = meetings.beginFirst(council.code(), body, july, july.plusDays(20));
        assertThat(days(meeting)).hasSizeGreaterThan(1).allMatch(day -> day.getMonthValue() == 8);
    }

    @Test
    void writesTheAgendaInTheLanguageOfTheCouncil() {
        jdbc.sql("update hyte.municipality set language_status = 'SV_FI' where code = :code")
                .param("code", council.code().value())
                .update();
        Meeting meeting = meetings.beginFirst(council.code(), body, today.plusWeeks(4), today.plusWeeks(6));
        assertThat(meeting.agenda()).contains("Val av ordförande och vice ordförande");
    }

    @Test
    void isNobodyElsesToBegin() {
        Town other = towns.makeRegionalCouncil();
        assertThatThrownBy(() -> meetings.beginFirst(other.code(), body, today, today.plusWeeks(6)))
                .isInstanceOf(NotFound.class);
    }

    private List<LocalDate> days(Meeting meeting) {
        return dates.of(meeting.id()).stream()
                .map(date -> LocalDate.ofInstant(date.startsAt(), Finland.ZONE))
                .toList();
    }

    private List<String> asked() {
        return jdbc.sql("""
                        select address from hyte.notification
                        where municipality_code = :keeper and kind = 'MEETING_DATES'""")
                .param("keeper", council.code().value())
                .query(String.class)
                .list();
    }
}
