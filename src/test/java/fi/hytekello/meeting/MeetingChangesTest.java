package fi.hytekello.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.ReadCalendar;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.audit.PersonalData;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.TestBodies;
import fi.hytekello.calendar.Finland;
import fi.hytekello.document.PdfCheck;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.TestLetters;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens around a meeting once the invitations have left, up to the memo. */
@WholeTest
class MeetingChangesTest {

    private static final String MEMBER = "jasen@forssa.example";
    private static final String DEPUTY = "vara@forssa.example";

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
    MeetingRecords records;

    @Autowired
    Hindrances hindrances;

    @Autowired
    MeetingMails mails;

    @Autowired
    MeetingLetters letters;

    @Autowired
    MemoLetters memos;

    @Autowired
    PersonalData personalData;

    @Autowired
    Municipalities municipalities;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Town council;
    private Person keeper;
    private BodyId body;
    private OrganisationId forssa;
    private LocalDate today;
    private LocalDate day;

    @BeforeEach
    void callsABodyTogether() {
        council = towns.makeRegionalCouncil();
        keeper = council.person(Role.REGIONAL_COORDINATOR);
        today = meetings.today();
        day = today.plusDays(30);
        forssa = organisations.add(council.code(), TestBodies.organisation("Forssa", "sv"), keeper);
        body = bodies.add(council.code(), TestBodies.body("Työryhmä"), keeper);
        add(MemberRole.MEMBER, "Sivistysjohtaja", MEMBER);
        add(MemberRole.DEPUTY, "Rehtori", DEPUTY);
        meetings.callTogether(council.code(), body, keeper);
    }

    @Test
    void whoComesIntoTheBodyAfterTheInvitationsGetsOneAndWhoLeavesIsTold() {
        arrange();
        add(MemberRole.MEMBER, "Seuraaja", "uusi@forssa.example");
        assertThat(messages("uusi@forssa.example")).containsExactly("REQUEST 0");
        end("Seuraaja", day.minusDays(1));
        assertThat(messages("uusi@forssa.example")).containsExactly("REQUEST 0", "CANCEL 1");
        end("Seuraaja", day);
        assertThat(messages("uusi@forssa.example")).containsExactly("REQUEST 0", "CANCEL 1", "REQUEST 2");
        assertThat(messages(MEMBER)).as("nothing has changed for others").containsExactly("REQUEST 0");
        assertThat(told(NotificationKind.MEETING_INVITATION)).hasSize(3);
        assertThat(told(NotificationKind.MEETING_CANCELLATION)).containsExactly("uusi@forssa.example");
    }

    @Test
    void aDeputyIsAskedOnlyWhileTheMemberCannotCome() {
        arrange();
        assertThat(told(NotificationKind.MEETING_INVITATION)).containsExactly(MEMBER);
        hindrances.tell(meeting(), attendee(MEMBER), true);
        hindrances.tell(meeting(), attendee(MEMBER), true);
        assertThat(messages(DEPUTY)).containsExactly("REQUEST 0");
        assertThat(held("Sivistysjohtaja", MEMBER)).contains("\"estynyt\" : \"kyllä\"");
        assertThat(held("Rehtori", DEPUTY)).contains("\"varajäsenenä\" : \"kyllä\"");
        assertThat(messages(MEMBER)).as("may come all the same").containsExactly("REQUEST 0");
        assertThat(meetings.attendees(meeting().id()))
                .filteredOn(Attendee::deputy)
                .extracting(Attendee::email)
                .containsExactly(DEPUTY);
        assertThat(letter(NotificationKind.MEETING_INVITATION, DEPUTY, Languages.FINNISH)
                        .lead())
                .contains("varajäsenenä");
        hindrances.tell(meeting(), attendee(MEMBER), false);
        assertThat(messages(DEPUTY)).containsExactly("REQUEST 0", "CANCEL 1");
    }

    @Test
    void theNextDeputyIsAskedWhenTheFirstCannotComeEither() {
        add(MemberRole.DEPUTY, "Apulaisrehtori", "toinen@forssa.example");
        arrange();
        hindrances.tell(meeting(), attendee(MEMBER), true);
        hindrances.tell(meeting(), attendee(DEPUTY), true);
        assertThat(messages("toinen@forssa.example")).containsExactly("REQUEST 0");
    }

    @Test
    void whomTheChosenDateDoesNotSuitHasTheDeputyInvitedAtOnce() {
        for (int week = 1; week <= 2; week++) {
            dates.propose(meeting().id(), at(day.plusWeeks(week), 9, 0), at(day.plusWeeks(week), 11, 0));
        }
        List<ProposedDate> asked = dates.of(meeting().id());
        long member = attendee(MEMBER);
        dates.answer(
                meeting().id(),
                List.of(
                        new MeetingDates.Answer(member, asked.get(0).id(), ProposedDate.Suits.YES),
                        new MeetingDates.Answer(member, asked.get(1).id(), ProposedDate.Suits.NO)));
        day = day.plusWeeks(2);
        arrange();
        assertThat(told(NotificationKind.MEETING_INVITATION)).containsExactlyInAnyOrder(MEMBER, DEPUTY);
        complete("meetingOutcome", "MOVED", "reason", "Moni estyi.");
        day = day.minusWeeks(1);
        arrange();
        assertThat(messages(MEMBER)).containsExactly("REQUEST 0", "REQUEST 1");
        assertThat(messages(DEPUTY)).as("the new date suits the member").containsExactly("REQUEST 0", "CANCEL 1");
    }

    @Test
    void theOldTimeIsTakenBackWhileAnotherIsSought() {
        arrange();
        complete("meetingOutcome", "MOVED", "reason", "Moni estyi.");
        assertThat(messages(MEMBER)).as("a new time may be given at once").containsExactly("REQUEST 0");
        for (int week = 1; week <= 2; week++) {
            dates.propose(meeting().id(), at(day.plusWeeks(week), 9, 0), at(day.plusWeeks(week), 11, 0));
        }
        meetings.plan(
                meeting(),
                new MeetingPlan(null, null, null, "Kaupungintalo", null, forssa, null, "1. Avaus", today.plusDays(5)),
                meeting().version());
        complete("meetingPreparation", "ASK_DATES");
        assertThat(messages(MEMBER)).containsExactly("REQUEST 0", "CANCEL 1");
        MailContent mail = letter(NotificationKind.MEETING_CANCELLATION, MEMBER, Languages.FINNISH);
        assertThat(mail.subject()).contains("kokous siirtyy");
        assertThat(mail.facts()).extracting(MailContent.Fact::value).contains("Moni estyi.");
        day = day.plusWeeks(1);
        arrange();
        assertThat(messages(MEMBER)).containsExactly("REQUEST 0", "CANCEL 1", "REQUEST 2");
    }

    @Test
    void nobodyIsInvitedOnceTheMeetingHasBegun() {
        arrange();
        begins(OffsetDateTime.now(clock).minusMinutes(5));
        assertThatThrownBy(() -> hindrances.tell(meeting(), attendee(MEMBER), true))
                .isInstanceOf(Conflict.class);
        add(MemberRole.MEMBER, "Seuraaja", "uusi@forssa.example");
        assertThat(messages("uusi@forssa.example")).isEmpty();
    }

    @Test
    void whoIsWrittenToInSwedishGetsAllOfItInSwedish() {
        arrange();
        MailContent mail = letter(NotificationKind.MEETING_INVITATION, MEMBER, Languages.SWEDISH);
        assertThat(mail.subject()).contains("möteskallelse");
        assertThat(Objects.requireNonNull(mail.link()).label()).isEqualTo("Berätta om du inte kan komma");
        assertThat(jdbc.sql(
                                "select language from hyte.notification where municipality_code = :keeper and address = :to")
                        .param("keeper", council.code().value())
                        .param("to", MEMBER)
                        .query(String.class)
                        .list())
                .containsOnly("sv");
    }

    @Test
    void sendsTheMemoOnceWithWhatWasAgreedAndTheNextMeeting() throws IOException {
        arrange();
        begins(OffsetDateTime.now(clock).minusDays(1));
        long member = attendee(MEMBER);
        LocalDate next = today.plusDays(90);
        records.record(
                meeting(),
                new MeetingRecord("Sovittiin työtavoista.", List.of(member), next, null),
                meeting().version());
        records.addAction(meeting(), "Palvelupolku", "Forssa, sivistysjohtaja", day);
        String instance = worklist.of(keeper).get(0).processInstance();
        MeetingId held = meeting().id();
        complete(
                "meetingOutcome",
                "HELD",
                "chair",
                "" + membership("Sivistysjohtaja").id());
        mails.sendMemo(instance);
        assertThat(told(NotificationKind.MEETING_MEMO)).containsExactly(MEMBER);
        MailContent mail = memos.write(TestLetters.ofNoYear(
                        NotificationKind.MEETING_MEMO,
                        council.code(),
                        Map.of("meeting", held.toString()),
                        Languages.SWEDISH))
                .get(0);
        assertThat(mail.subject()).contains("mötesanteckningar");
        assertThat(mail.facts()).extracting(MailContent.Fact::label).contains("Ordförande", "Nästa möte");
        assertThat(Objects.requireNonNull(mail.comment()).value()).contains("Palvelupolku", "Forssa, sivistysjohtaja");
        byte[] pdf = mail.attachments().get(0).content().getInputStream().readAllBytes();
        assertThat(PdfCheck.faults(pdf)).isEmpty();
        assertThat(PdfCheck.text(pdf))
                .contains("Närvarande", "Sivistysjohtaja", "Sovittiin työtavoista.", "Palvelupolku");
    }

    @Test
    void calendarsFindTheHourOnTheDaysWhenTheClocksChange() {
        for (int month : List.of(3, 10)) {
            LocalDate sunday = LocalDate.of(today.getYear() + 1, month, 31)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            day = sunday;
            plan(LocalTime.of(2, 30), LocalTime.of(12, 0));
            complete("meetingPreparation", "INVITE");
            ReadCalendar read = ReadCalendar.of(
                    Objects.requireNonNull(letter(NotificationKind.MEETING_INVITATION, MEMBER, Languages.FINNISH)
                                    .calendar())
                            .text());
            String uid = read.events().keySet().iterator().next();
            assertThat(read.begins(uid)).isEqualTo(at(sunday, 2, 30));
            assertThat(read.ends(uid)).isEqualTo(at(sunday, 12, 0));
            complete("meetingOutcome", "MOVED", "reason", "Kelloja siirrettiin.");
        }
    }

    @Test
    void aHostThatHasEndedInTheRegisterIsNoHost() {
        plan(LocalTime.of(9, 0), LocalTime.of(11, 0));
        jdbc.sql("update hyte.organisation set valid_until = :last where id = :id")
                .param("last", day.minusDays(1))
                .param("id", forssa.value())
                .update();
        assertThatThrownBy(() -> complete("meetingPreparation", "INVITE"))
                .isInstanceOfSatisfying(
                        InvalidInput.class, no -> assertThat(no.field()).isEqualTo("host"));
        assertThat(meeting().state()).isEqualTo(Meeting.State.PREPARING);
    }

    @Test
    void aSecondClickInvitesNobodyAgain() {
        plan(LocalTime.of(9, 0), LocalTime.of(11, 0));
        String task = worklist.of(keeper).get(0).id();
        desk.complete(task, keeper, Map.of("meetingPreparation", "INVITE"));
        assertThatThrownBy(() -> desk.complete(task, keeper, Map.of("meetingPreparation", "INVITE")))
                .isInstanceOf(RuntimeException.class);
        assertThat(told(NotificationKind.MEETING_INVITATION)).hasSize(1);
    }

    /** What an export says is held of a person. */
    private String held(String name, String email) {
        return new String(
                personalData.export(municipalities.get(council.code()), "test", name, email, Languages.FINNISH),
                StandardCharsets.UTF_8);
    }

    private void arrange() {
        plan(LocalTime.of(9, 0), LocalTime.of(11, 0));
        complete("meetingPreparation", "INVITE");
    }

    private void plan(LocalTime from, LocalTime to) {
        meetings.plan(
                meeting(),
                new MeetingPlan(day, from, to, "Kaupungintalo", null, forssa, null, "1. Avaus", null),
                meeting().version());
    }

    private void complete(String... answers) {
        Map<String, String> given = answers.length == 2
                ? Map.of(answers[0], answers[1])
                : Map.of(answers[0], answers[1], answers[2], answers[3]);
        desk.complete(worklist.of(keeper).get(0).id(), keeper, given);
    }

    private void begins(OffsetDateTime from) {
        jdbc.sql("update hyte.meeting set starts_at = :from, ends_at = :to where id = :id")
                .param("from", from)
                .param("to", from.plusHours(1))
                .param("id", meeting().id().value())
                .update();
    }

    private Meeting meeting() {
        return meetings.of(council.code(), body).get(0);
    }

    private long attendee(String email) {
        return meetings.attendees(meeting().id()).stream()
                .filter(one -> email.equals(one.email()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void add(MemberRole role, String name, String email) {
        memberships.add(
                council.code(), body, TestBodies.member(role, name, forssa, email, today.minusDays(60)), keeper);
    }

    private Membership membership(String name) {
        return memberships.of(body).stream()
                .filter(one -> one.content().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void end(String name, LocalDate last) {
        Membership one = membership(name);
        memberships.change(
                council.code(), body, one.id(), TestBodies.ending(one.content(), last), one.version(), keeper);
    }

    private static Instant at(LocalDate on, int hour, int minute) {
        return on.atTime(hour, minute).atZone(Finland.ZONE).toInstant();
    }

    private List<String> told(NotificationKind kind) {
        return jdbc.sql("select address from hyte.notification where municipality_code = :keeper and kind = :kind")
                .param("keeper", council.code().value())
                .param("kind", kind.name())
                .query(String.class)
                .list();
    }

    private List<String> messages(String email) {
        return jdbc.sql("""
                        select m.method || ' ' || m.sequence from hyte.meeting_message m
                            join hyte.meeting_attendee a on a.id = m.attendee_id
                        where a.meeting_id = :meeting and a.email = :email order by m.sequence""")
                .param("meeting", meeting().id().value())
                .param("email", email)
                .query(String.class)
                .list();
    }

    /** The newest mail of a kind to an address. */
    private MailContent letter(NotificationKind kind, String address, Locale language) {
        String message = jdbc.sql("""
                        select payload ->> 'message' from hyte.notification
                        where municipality_code = :keeper and kind = :kind and address = :address
                        order by (payload ->> 'message')::bigint desc limit 1""")
                .param("keeper", council.code().value())
                .param("kind", kind.name())
                .param("address", address)
                .query(String.class)
                .single();
        return letters.write(TestLetters.ofNoYear(kind, council.code(), Map.of("message", message), language))
                .get(0);
    }
}
