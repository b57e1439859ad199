package fi.hytekello.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import biweekly.component.VEvent;
import fi.hytekello.ReadCalendar;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.audit.AuditTrail;
import fi.hytekello.audit.RetentionRound;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.TestBodies;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.AddressKeeper;
import fi.hytekello.notification.CalendarPart;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.TestLetters;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A meeting of a regional body, from calling it together to the next one, on the real engine. */
@WholeTest
class MeetingTest {

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
    MeetingRecords records;

    @Autowired
    MeetingMails mails;

    @Autowired
    MeetingLetters letters;

    @Autowired
    AttendeeAddresses addresses;

    @Autowired
    Hosts hosts;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RetentionRound retention;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Town council;
    private Person keeper;
    private BodyId body;
    private OrganisationId forssa;
    private OrganisationId hattula;
    private LocalDate day;

    @BeforeEach
    void callsABodyTogether() {
        council = towns.makeRegionalCouncil();
        keeper = council.person(Role.REGIONAL_COORDINATOR);
        day = meetings.today().plusDays(30);
        forssa = organisations.add(council.code(), TestBodies.organisation("Forssa", "sv"), keeper);
        hattula = organisations.add(council.code(), TestBodies.organisation("Hattula", "fi"), keeper);
        body = bodies.add(council.code(), TestBodies.body("Työryhmä"), keeper);
        add(MemberRole.CHAIR, "Sivistysjohtaja", forssa, "a@forssa.example");
        add(MemberRole.MEMBER, "Rehtori", hattula, "b@hattula.example");
        add(MemberRole.SECRETARY, "Sihteeri", null, null);
        meetings.callTogether(council.code(), body, keeper);
    }

    @Test
    void isPreparedByTheKeeperAndASecondClickBeginsNoOther() {
        assertThat(task().task()).isEqualTo("Activity_PrepareMeeting");
        assertThat(task().groups()).containsExactly("regional-coordinator");
        assertThat(task().matter()).isEqualTo("body:" + body);
        assertThatThrownBy(() -> meetings.callTogether(council.code(), body, keeper))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> meetings.callTogether(council.code(), body, council.person(Role.REGIONAL_DIRECTOR)))
                .isInstanceOf(Refused.class);
        Town other = towns.makeRegionalCouncil();
        assertThatThrownBy(() -> meetings.callTogether(other.code(), body, other.person(Role.REGIONAL_COORDINATOR)))
                .isInstanceOf(NotFound.class);
        assertThat(meetings.of(council.code(), body)).hasSize(1);
    }

    @Test
    void asksTheMembersOfTheDayAndGuestsOfItsOwn() {
        assertThat(meetings.attendees(meeting().id()))
                .extracting(
                        Attendee::name, Attendee::email, one -> one.language().getLanguage())
                .containsExactlyInAnyOrder(
                        tuple("Sivistysjohtaja", "a@forssa.example", "sv"),
                        tuple("Rehtori", "b@hattula.example", "fi"),
                        tuple("Sihteeri", null, "fi"));
        meetings.addGuest(meeting(), "Kirkkoherra", "c@seurakunta.example", Languages.FINNISH);
        assertThatThrownBy(() -> meetings.addGuest(meeting(), "A", "A@forssa.example", Languages.FINNISH))
                .isInstanceOfSatisfying(
                        InvalidInput.class, twice -> assertThat(twice.field()).isEqualTo("guestEmail"));
        long guest = meetings.attendees(meeting().id()).stream()
                .filter(Attendee::guest)
                .findFirst()
                .orElseThrow()
                .id();
        meetings.removeGuest(meeting(), guest);
        end("Rehtori", day.minusDays(1));
        add(MemberRole.MEMBER, "Seuraaja", hattula, "d@hattula.example");
        plan(day);
        assertThat(meetings.attendees(meeting().id()))
                .extracting(Attendee::name)
                .containsExactlyInAnyOrder("Sivistysjohtaja", "Seuraaja", "Sihteeri");
    }

    @Test
    void isNotArrangedWithoutTimePlaceAndAgenda() {
        assertRefused("meetingDay", "meetingPreparation", "INVITE");
        assertRefused("newDay", "meetingPreparation", "ASK_DATES");
        assertRefused("reason", "meetingPreparation", "NOT_HELD");
        assertThatThrownBy(() -> meetings.plan(
                        meeting(),
                        new MeetingPlan(
                                day, LocalTime.of(9, 0), LocalTime.of(8, 0), null, null, null, null, null, null),
                        meeting().version()))
                .isInstanceOfSatisfying(
                        InvalidInput.class, end -> assertThat(end.field()).isEqualTo("meetingTo"));
        plan(day);
        assertThatThrownBy(() -> meetings.plan(meeting(), plan(day, "Muualla"), 0))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void invitesEachAndTellsCalendarsOnlyWhatHasChanged() {
        arrange();
        assertThat(told(NotificationKind.MEETING_INVITATION))
                .containsExactlyInAnyOrder("a@forssa.example", "b@hattula.example");
        mails.invite(task().processInstance());
        assertThat(told(NotificationKind.MEETING_INVITATION)).hasSize(2);
        VEvent first = event("a@forssa.example", NotificationKind.MEETING_INVITATION, "REQUEST");
        assertThat(first.getSequence().getValue()).isZero();
        assertThat(first.getDateStart().getValue().toInstant())
                .isEqualTo(day.atTime(9, 0).atZone(Finland.ZONE).toInstant());

        complete("meetingOutcome", "MOVED", "reason", "Moni estyi.");
        day = day.plusDays(7);
        arrange();
        VEvent moved = event("a@forssa.example", NotificationKind.MEETING_INVITATION, "REQUEST");
        assertThat(moved.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(told(NotificationKind.MEETING_INVITATION)).hasSize(4);
    }

    @Test
    void takesTheInvitationBackFromWhoHasLeftTheBodyAndFromAllWhenItIsNotHeld() {
        arrange();
        complete("meetingOutcome", "MOVED", "reason", "Moni estyi.");
        end("Rehtori", day.minusDays(1));
        arrange();
        assertThat(told(NotificationKind.MEETING_CANCELLATION)).containsExactly("b@hattula.example");
        assertThat(told(NotificationKind.MEETING_INVITATION)).hasSize(2);
        complete("meetingOutcome", "NOT_HELD", "reason", "Ei asioita.");
        assertThat(told(NotificationKind.MEETING_CANCELLATION))
                .containsExactlyInAnyOrder("a@forssa.example", "b@hattula.example");
        VEvent cancelled = event("a@forssa.example", NotificationKind.MEETING_CANCELLATION, "CANCEL");
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
        assertThat(cancelled.getSequence().getValue()).isEqualTo(1);
        assertThat(worklist.of(keeper)).isEmpty();
    }

    @Test
    void anotherRoleInTheBodyIsNoOtherPersonToTheCalendar() {
        arrange();
        long rector = member("Rehtori");
        memberships.takeRole(council.code(), body, rector, MemberRole.VICE_CHAIR, meetings.today(), 0, keeper);
        mails.invite(task().processInstance());
        assertThat(told(NotificationKind.MEETING_INVITATION)).hasSize(2);
        assertThat(told(NotificationKind.MEETING_CANCELLATION)).isEmpty();
    }

    @Test
    void recordsTheElectionAlsoWhenChairAndViceChairChangePlaces() {
        held();
        complete(
                "meetingOutcome", "HELD", "chair", "" + member("Rehtori"), "viceChair", "" + member("Sivistysjohtaja"));
        LocalDate met = meetings.today().minusDays(1);
        assertThat(memberships.on(body, met))
                .extracting(one -> one.content().name(), one -> one.content().role())
                .containsExactlyInAnyOrder(
                        tuple("Rehtori", MemberRole.CHAIR),
                        tuple("Sivistysjohtaja", MemberRole.VICE_CHAIR),
                        tuple("Sihteeri", MemberRole.SECRETARY));
        assertThat(memberships.on(body, met.minusDays(1)))
                .extracting(one -> one.content().role())
                .containsExactly(MemberRole.CHAIR, MemberRole.MEMBER, MemberRole.SECRETARY);
    }

    @Test
    void refusesAnElectionOfOneToBothPostsOrOfSomebodyWithoutAVote() {
        held();
        String rector = "" + member("Rehtori");
        assertRefused("viceChair", "meetingOutcome", "HELD", "chair", rector, "viceChair", rector);
        assertRefused("chair", "meetingOutcome", "HELD", "chair", "" + member("Sihteeri"));
        assertRefused("chair", "meetingOutcome", "HELD", "chair", "x");
        assertThat(meeting().state()).isEqualTo(Meeting.State.ARRANGED);
    }

    @Test
    void saysWhenTheNextOneIsAndItsPreparationBeginsAtOnce() {
        held();
        record("Muistio", null, null);
        assertRefused("nextOn", "meetingOutcome", "HELD");
        LocalDate next = meetings.today().plusDays(90);
        record("Muistio", next, null);
        complete("meetingOutcome", "HELD");
        assertThat(task().task()).isEqualTo("Activity_PrepareMeeting");
        assertThat(meetings.meant(body)).contains(next);
        LocalDate due = LocalDate.ofInstant(Objects.requireNonNull(task().dueAt()), Finland.ZONE);
        assertThat(due).isBetween(next.minusDays(20), next.minusDays(10));
        assertThat(meetings.of(council.code(), body))
                .extracting(Meeting::state)
                .containsExactly(Meeting.State.PREPARING, Meeting.State.HELD);
    }

    @Test
    void needsNoNextOneWhereSomebodySaysWhy() {
        held();
        record(null, null, "Ryhmän tehtävä on valmis.");
        assertRefused("memo", "meetingOutcome", "HELD");
        record("Muistio", null, "Ryhmän tehtävä on valmis.");
        complete("meetingOutcome", "HELD");
        assertThat(worklist.of(keeper)).isEmpty();
    }

    @Test
    void isNotHeldBeforeItsTime() {
        arrange();
        record("Muistio", day.plusDays(30), null);
        assertRefused("meetingOutcome", "meetingOutcome", "HELD");
    }

    @Test
    void actionsHaveAnOwnerAndADayAndTheKeeperSettlesThemOnce() {
        held();
        assertThatThrownBy(() -> records.addAction(meeting(), "Toimi", null, day))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        missing -> assertThat(missing.field()).isEqualTo("actionOwner"));
        records.addAction(
                meeting(), "Toimi", "Forssa, sivistysjohtaja", meetings.today().minusDays(1));
        MeetingAction action = records.actions(meeting().id()).get(0);
        assertThat(action.isLateOn(meetings.today())).isTrue();
        assertThatThrownBy(() ->
                        records.settle(meeting(), action.id(), true, null, 0, council.person(Role.REGIONAL_DIRECTOR)))
                .isInstanceOf(Refused.class);
        records.settle(meeting(), action.id(), true, null, 0, keeper);
        assertThatThrownBy(() -> records.settle(meeting(), action.id(), false, "Ei tehty.", 0, keeper))
                .isInstanceOf(Conflict.class);
        assertThat(records.actions(meeting().id()))
                .extracting(MeetingAction::doneOn)
                .containsExactly(meetings.today());
    }

    @Test
    void hostsTakeTurns() {
        MeetingId none = new MeetingId(0);
        assertThat(hosts.turns(body, day, none)).containsExactly(forssa, hattula);
        plan(day);
        complete("meetingPreparation", "INVITE");
        assertThat(hosts.turns(body, day, none)).containsExactly(hattula, forssa);
        assertThat(hosts.turns(body, day, meeting().id())).containsExactly(forssa, hattula);
    }

    @Test
    void aCorrectedAddressIsTheMembersFromNowOn() {
        arrange();
        long rector = meetings.attendees(meeting().id()).stream()
                .filter(one -> one.name().equals("Rehtori"))
                .findFirst()
                .orElseThrow()
                .id();
        String recipient = MeetingMails.PREFIX + rector;
        assertThat(addresses.find(List.of(recipient, "party:1"), council.code(), Languages.FINNISH))
                .containsExactly(Map.entry(recipient, new AddressKeeper.Kept("Rehtori", "b@hattula.example")));
        assertThat(addresses.find(
                        List.of(recipient), towns.makeRegionalCouncil().code(), Languages.FINNISH))
                .isEmpty();
        addresses.correct(recipient, council.code(), "uusi@hattula.example");
        assertThat(memberships.get(body, member("Rehtori")).content().email()).isEqualTo("uusi@hattula.example");
        mails.invite(task().processInstance());
        assertThat(told(NotificationKind.MEETING_CANCELLATION)).isEmpty();
    }

    @Test
    void forgetsWhereTheInvitationsWentAYearAfterTheMeetingAndRecordsHowMany() {
        held();
        complete("meetingOutcome", "HELD");
        long id = meeting().id().value();
        retention.run();
        assertThat(meetings.attendees(meeting().id()))
                .extracting(Attendee::email)
                .contains("a@forssa.example");
        for (String moment : List.of(
                "update hyte.meeting set starts_at = starts_at - interval '1 year' where id = :id",
                "update hyte.notification set created_at = created_at - interval '1 year 1 day' where recipient in"
                        + " (select 'meeting-attendee-' || a.id from hyte.meeting_attendee a where a.meeting_id = :id)")) {
            jdbc.sql(moment).param("id", id).update();
        }
        retention.run();
        retention.run();
        assertThat(meetings.attendees(meeting().id()))
                .extracting(Attendee::email)
                .containsOnlyNulls();
        assertThat(told(NotificationKind.MEETING_INVITATION)).containsExactly("", "");
        assertThat(audit.about(council.code(), "municipality:" + council.code()))
                .filteredOn(event -> event.action().equals("retention.meetingAddress"))
                .singleElement()
                .satisfies(event -> assertThat(event.details().toString()).isEqualTo("{\"deleted\":2}"));
    }

    private void assertRefused(String field, String... answers) {
        assertThatThrownBy(() -> complete(answers))
                .isInstanceOfSatisfying(
                        InvalidInput.class, no -> assertThat(no.field()).isEqualTo(field));
    }

    /** The meeting was yesterday; the memo is written. */
    private void held() {
        arrange();
        jdbc.sql("update hyte.meeting set starts_at = :from, ends_at = :to where id = :id")
                .param("from", OffsetDateTime.now(clock).minusDays(1))
                .param("to", OffsetDateTime.now(clock).minusDays(1).plusHours(1))
                .param("id", meeting().id().value())
                .update();
        record("Muistio", null, "Sovitaan myöhemmin.");
    }

    private void record(@Nullable String memo, @Nullable LocalDate next, @Nullable String none) {
        records.record(
                meeting(),
                new MeetingRecord(memo, List.of(), next, none),
                meeting().version());
    }

    private void arrange() {
        plan(day);
        complete("meetingPreparation", "INVITE");
    }

    private void plan(LocalDate on) {
        meetings.plan(meeting(), plan(on, "Forssan kaupungintalo"), meeting().version());
    }

    private MeetingPlan plan(LocalDate on, String place) {
        return new MeetingPlan(
                on,
                LocalTime.of(9, 0),
                LocalTime.of(11, 0),
                place,
                null,
                forssa,
                "Teema",
                "1. Avaus; 2. Valinnat, ensin puheenjohtaja",
                null);
    }

    private void complete(String... answers) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            given.put(answers[i], answers[i + 1]);
        }
        desk.complete(task().id(), keeper, given);
    }

    private OpenTask task() {
        List<OpenTask> tasks = worklist.of(keeper);
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    private Meeting meeting() {
        return meetings.of(council.code(), body).get(0);
    }

    private long member(String name) {
        return memberships.of(body).stream()
                .filter(one -> one.content().name().equals(name)
                        && one.isValidOn(meetings.today().minusDays(1)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void add(MemberRole role, String name, @Nullable OrganisationId organisation, @Nullable String email) {
        memberships.add(
                council.code(),
                body,
                TestBodies.member(
                        role, name, organisation, email, meetings.today().minusDays(60)),
                keeper);
    }

    private void end(String name, LocalDate last) {
        jdbc.sql("update hyte.membership set ends_on = :last where body_id = :body and name = :name")
                .param("last", last)
                .param("body", body.value())
                .param("name", name)
                .update();
    }

    private List<String> told(NotificationKind kind) {
        return jdbc.sql("select address from hyte.notification where municipality_code = :keeper and kind = :kind")
                .param("keeper", council.code().value())
                .param("kind", kind.name())
                .query(String.class)
                .list();
    }

    /** The event in the newest mail to an address, as a program reads it that knows nothing of ours. */
    private VEvent event(String address, NotificationKind kind, String method) {
        String message = jdbc.sql("""
                        select payload ->> 'message' from hyte.notification
                        where municipality_code = :keeper and kind = :kind and address = :address
                        order by (payload ->> 'message')::bigint desc limit 1""")
                .param("keeper", council.code().value())
                .param("kind", kind.name())
                .param("address", address)
                .query(String.class)
                .single();
        CalendarPart part = letters.write(
                        TestLetters.ofNoYear(kind, council.code(), Map.of("message", message), Languages.FINNISH))
                .get(0)
                .calendar();
        assertThat(part).isNotNull();
        assertThat(part.method()).isEqualTo(method);
        return ReadCalendar.of(part.text()).events().values().iterator().next();
    }
}
