package fi.hytekello.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.ReadCalendar;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.audit.AuditTrail;
import fi.hytekello.audit.RetentionRound;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.CalendarPart;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.TestLetters;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** From the preparation of a negotiation to what arrives in a calendar. */
@WholeTest
class InvitationsTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Negotiations negotiations;

    @Autowired
    RetentionRound retention;

    @Autowired
    AuditTrail audit;

    @Autowired
    Invitations invitations;

    @Autowired
    InvitationMails mails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Town town;
    private Cycle cycle;
    private Username by;
    private LocalDate day;

    @BeforeEach
    void prepare() {
        town = towns.make();
        by = town.person(Role.COORDINATOR).username();
        cycle = planning.start(
                town.code(), LocalDate.now(clock.withZone(Finland.ZONE)).getYear() + 1, town.person(Role.COORDINATOR));
        negotiations.begin(cycle.id());
        day = LocalDate.now(clock.withZone(Finland.ZONE)).plusDays(30);
    }

    @Test
    void invitesEachParticipantAndTheManagerOnce() {
        arrange(Convener.MUNICIPALITY);
        invitations.send(cycle.id());
        invitations.send(cycle.id());
        assertThat(told(NotificationKind.INVITATION))
                .containsExactlyInAnyOrder(
                        "a@alue.example", town.person(Role.MANAGER).email());
    }

    @Test
    void forgetsTheAddressesAYearAfterTheNegotiationWasRecorded() {
        arrange(Convener.MUNICIPALITY);
        invitations.send(cycle.id());
        negotiations.conclude(cycle.id(), NegotiationOutcome.NOT_HELD, "este", by);
        recordedBefore("363 days");
        retention.run();
        assertThat(negotiations.get(cycle.id()).participants())
                .extracting(Participant::email)
                .containsExactly("a@alue.example");

        recordedBefore("370 days");
        retention.run();
        retention.run();
        assertThat(negotiations.get(cycle.id()).participants()).singleElement().satisfies(participant -> {
            assertThat(participant.email()).isNull();
            assertThat(participant.name()).isNotBlank();
        });
        assertThat(told(NotificationKind.INVITATION)).containsExactly("", "");
        assertThat(audit.about(town.code(), "cycle:" + cycle.businessKey()))
                .filteredOn(event -> event.action().equals("retention.negotiationAddress"))
                .singleElement()
                .satisfies(event -> assertThat(event.details().toString()).isEqualTo("{\"deleted\":1}"));
    }

    private void recordedBefore(String interval) {
        for (String moment : List.of("negotiation set changed_at", "notification set created_at")) {
            jdbc.sql("update hyte." + moment + " = now() - :interval::interval where cycle_id = :cycle")
                    .param("interval", interval)
                    .param("cycle", cycle.id().value())
                    .update();
        }
    }

    @Test
    void updatesTheSameEventWhenTheMeetingMoves() throws Exception {
        arrange(Convener.MUNICIPALITY);
        invitations.send(cycle.id());
        VEvent first = event(NotificationKind.INVITATION, "REQUEST");
        negotiations.conclude(cycle.id(), NegotiationOutcome.MOVED, "este", by);
        day = day.plusDays(7);
        plan(Convener.MUNICIPALITY, day);
        negotiations.arrange(cycle.id(), true, null, by);
        invitations.send(cycle.id());
        VEvent second = event(NotificationKind.INVITATION, "REQUEST");
        assertThat(second.getRequiredProperty("UID").getValue())
                .isEqualTo(first.getRequiredProperty("UID").getValue());
        assertThat(sequence(first)).isEqualTo("0");
        assertThat(sequence(second)).isEqualTo("1");
        assertThat(second.<ZonedDateTime>getDateTimeStart().getDate().toInstant())
                .isEqualTo(day.atTime(9, 0).atZone(Finland.ZONE).toInstant());
        assertThat(told(NotificationKind.INVITATION)).hasSize(4);
    }

    @Test
    void cancelsForWhoeverIsTakenOffTheListAndForAllWhenItIsNotHeld() throws Exception {
        arrange(Convener.MUNICIPALITY);
        negotiations.addParticipant(cycle.id(), "Järjestö", Party.NGO, "b@jarjesto.example", Languages.FINNISH);
        invitations.send(cycle.id());
        long removed = negotiations.get(cycle.id()).participants().get(1).id();
        negotiations.removeParticipant(cycle.id(), removed);
        invitations.send(cycle.id());
        assertThat(told(NotificationKind.CANCELLATION)).containsExactly("b@jarjesto.example");
        assertThat(sequence(event(NotificationKind.CANCELLATION, "CANCEL"))).isEqualTo("1");
        negotiations.conclude(cycle.id(), NegotiationOutcome.NOT_HELD, "este", by);
        invitations.cancel(cycle.id());
        assertThat(told(NotificationKind.CANCELLATION))
                .containsExactlyInAnyOrder(
                        "b@jarjesto.example",
                        "a@alue.example",
                        town.person(Role.MANAGER).email());
        VEvent cancelled = event(NotificationKind.CANCELLATION, "CANCEL");
        assertThat(cancelled.getRequiredProperty("STATUS").getValue()).isEqualTo("CANCELLED");
        assertThat(sequence(cancelled)).isEqualTo("1");
    }

    @Test
    void afterACancellationForOneOnlyThoseAreInvitedWhoAreNotYet() {
        arrange(Convener.MUNICIPALITY);
        negotiations.addParticipant(cycle.id(), "Järjestö", Party.NGO, "b@jarjesto.example", Languages.FINNISH);
        invitations.send(cycle.id());
        negotiations.removeParticipant(
                cycle.id(), negotiations.get(cycle.id()).participants().get(1).id());
        invitations.send(cycle.id());
        invitations.send(cycle.id());
        String manager = town.person(Role.MANAGER).email();
        assertThat(told(NotificationKind.INVITATION))
                .containsExactlyInAnyOrder("a@alue.example", "b@jarjesto.example", manager);

        negotiations.addParticipant(cycle.id(), "Järjestö", Party.NGO, "b@jarjesto.example", Languages.FINNISH);
        invitations.send(cycle.id());
        invitations.send(cycle.id());
        assertThat(told(NotificationKind.INVITATION))
                .containsExactlyInAnyOrder("a@alue.example", "b@jarjesto.example", "b@jarjesto.example", manager);
        assertThat(jdbc.sql("select method || sequence from hyte.negotiation_message where cycle_id = :c order by id")
                        .param("c", cycle.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("REQUEST0", "CANCEL1", "REQUEST2");
    }

    @Test
    void eachWhoLeavesTheListGetsACancellation() {
        arrange(Convener.MUNICIPALITY);
        negotiations.addParticipant(cycle.id(), "Järjestö", Party.NGO, "b@jarjesto.example", Languages.FINNISH);
        negotiations.addParticipant(cycle.id(), "Seura", Party.NGO, "c@seura.example", Languages.FINNISH);
        invitations.send(cycle.id());
        for (int left = 2; left > 0; left--) {
            negotiations.removeParticipant(
                    cycle.id(),
                    negotiations.get(cycle.id()).participants().get(1).id());
            invitations.send(cycle.id());
        }
        assertThat(told(NotificationKind.CANCELLATION)).containsExactly("b@jarjesto.example", "c@seura.example");
    }

    private static String sequence(VEvent event) {
        return event.getRequiredProperty("SEQUENCE").getValue();
    }

    @Test
    void tellsOnlyTheManagerWhenTheCountyCalls() {
        arrange(Convener.COUNTY);
        invitations.send(cycle.id());
        assertThat(told(NotificationKind.INVITATION))
                .containsExactly(town.person(Role.MANAGER).email());
        assertThat(mail(NotificationKind.INVITATION).calendar()).isNull();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> negotiations.arrange(cycle.id(), true, null, by))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> negotiations.arrange(cycle.id(), false, null, by))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> negotiations.addParticipant(
                        cycle.id(), "A", Party.NGO, "a@b\nBcc: c@d.example", Languages.FINNISH))
                .isInstanceOf(InvalidInput.class);
        arrange(Convener.MUNICIPALITY);
        assertThatThrownBy(() ->
                        negotiations.addParticipant(cycle.id(), "A", Party.NGO, "A@alue.example", Languages.FINNISH))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> negotiations.conclude(cycle.id(), NegotiationOutcome.HELD, null, by))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> negotiations.record(cycle.id(), "muistio", List.of(), 0, by))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void showsTheNegotiationAndTheFollowUpToTheOwnMunicipalityOnly() throws Exception {
        MockMvc browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        negotiations.addAction(cycle.id(), "Palvelupolku", "hyvinvointialue", day);
        long action = negotiations.get(cycle.id()).actions().get(0).id();
        Town other = towns.make();
        for (String page : List.of("negotiation", "follow-up")) {
            String address = "/cycles/" + cycle.id() + "/" + page;
            browser.perform(get(address).with(user(by.value()))).andExpect(status().isOk());
            browser.perform(get(address)
                            .with(user(other.person(Role.COORDINATOR).username().value())))
                    .andExpect(status().isNotFound());
        }
        String settle = "/cycles/" + cycle.id() + "/negotiation/actions/" + action;
        browser.perform(post(settle)
                        .param("version", "0")
                        .param("done", "")
                        .with(csrf())
                        .with(user(town.person(Role.MANAGER).username().value())))
                .andExpect(status().isForbidden());
        browser.perform(post(settle)
                        .param("version", "0")
                        .param("done", "")
                        .with(csrf())
                        .with(user(by.value())))
                .andExpect(status().is3xxRedirection());
        assertThat(negotiations.get(cycle.id()).actions().get(0).isOpen()).isFalse();
    }

    private void arrange(Convener convener) {
        plan(convener, day);
        if (convener == Convener.MUNICIPALITY) {
            negotiations.addParticipant(cycle.id(), "Alue", Party.COUNTY, "a@alue.example", Languages.FINNISH);
        }
        negotiations.arrange(cycle.id(), true, null, by);
    }

    private void plan(Convener convener, LocalDate on) {
        Map<Heading, String> topics = new EnumMap<>(Heading.class);
        for (Heading heading : Heading.values()) {
            topics.put(heading, "asia, toinen; kolmas");
        }
        negotiations.plan(
                cycle.id(),
                new NegotiationPlan(convener, on, LocalTime.of(9, 0), LocalTime.of(11, 0), "Kunnantalo", null, topics),
                negotiations.get(cycle.id()).version(),
                by);
    }

    private List<String> told(NotificationKind kind) {
        return jdbc.sql("select address from hyte.notification where cycle_id = :cycle and kind = :kind")
                .param("cycle", cycle.id().value())
                .param("kind", kind.name())
                .query(String.class)
                .list();
    }

    private VEvent event(NotificationKind kind, String method) throws Exception {
        CalendarPart part = mail(kind).calendar();
        assertThat(part).isNotNull();
        assertThat(part.method()).isEqualTo(method);
        Calendar calendar = new CalendarBuilder().build(new StringReader(part.text()));
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(ReadCalendar.of(part.text()).events().values())
                .singleElement()
                .satisfies(read -> assertThat(read.getAttendees())
                        .extracting(attendee -> attendee.getEmail())
                        .containsExactly("a@alue.example"));
        return (VEvent) calendar.getComponent("VEVENT").orElseThrow();
    }

    /** The newest mail of this kind, as its recipient gets it. */
    private MailContent mail(NotificationKind kind) {
        String message = jdbc.sql("""
                        select payload ->> 'message' from hyte.notification where cycle_id = :cycle and kind = :kind
                        order by created_at desc, (payload ->> 'message')::bigint desc limit 1""")
                .param("cycle", cycle.id().value())
                .param("kind", kind.name())
                .query(String.class)
                .single();
        return mails.write(TestLetters.about(
                        kind, cycle, Map.of("message", message, "participant", "true"), Languages.FINNISH))
                .get(0);
    }
}
