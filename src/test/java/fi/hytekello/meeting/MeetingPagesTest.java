package fi.hytekello.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.hytekello.TestPages;
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
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.TestLetters;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The pages of a meeting as its keeper, others of the council and holders of links see them. */
@WholeTest
class MeetingPagesTest {

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
    BodyMeetings meetings;

    @Autowired
    DateLetters dateLetters;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private TestPages pages;
    private Town council;
    private Person keeper;
    private BodyId body;
    private String list;
    private LocalDate day;

    @BeforeEach
    void callsABodyTogether() throws Exception {
        pages = TestPages.in(context);
        council = towns.makeRegionalCouncil();
        keeper = council.person(Role.REGIONAL_COORDINATOR);
        day = meetings.today().plusDays(30);
        body = bodies.add(council.code(), TestBodies.body("Työryhmä"), keeper);
        OrganisationId forssa = organisations.add(council.code(), TestBodies.organisation("Forssa", "fi"), keeper);
        memberships.add(
                council.code(),
                body,
                TestBodies.member(
                        MemberRole.MEMBER,
                        "Sivistysjohtaja",
                        forssa,
                        "a@forssa.example",
                        meetings.today().minusDays(60)),
                keeper);
        list = "/bodies/" + council.code() + "/" + body + "/meetings";
        assertThat(pages.shown(list, keeper, "fi").text()).contains("Kokouksia ei ole vielä");
        send(post(list));
    }

    @Test
    void theListLeadsToThePreparationUnderWayInsteadOfOfferingAnother() throws Exception {
        Document shown = pages.shown(list, keeper, "fi");
        assertThat(shown.text()).contains("Kokousta valmistellaan");
        assertThat(shown.select("main form")).isEmpty();
        pages.shown(list, keeper, "sv");
    }

    @Test
    void thePreparationKeepsWhatWasTypedWhenARowIsAdded() throws Exception {
        String task = task("meeting");
        assertThat(pages.shown(task, keeper, "fi").text())
                .contains("Työryhmä", "Nyt vuorossa: Forssa", "a@forssa.example");
        pages.shown(task, keeper, "sv");
        send(prepared(task)
                .param("guestName", "Kirkkoherra")
                .param("guestEmail", "ei osoite")
                .param("addGuest", ""));
        assertThat(meeting().place()).isEqualTo("Kaupungintalo");
        send(prepared(task)
                .param("guestName", "Kirkkoherra")
                .param("guestEmail", "c@seurakunta.example")
                .param("addGuest", ""));
        Document shown = pages.shown(task, keeper, "fi");
        assertThat(shown.select("#place").val()).isEqualTo("Kaupungintalo");
        assertThat(shown.text()).contains("Kirkkoherra, c@seurakunta.example (vieras)");
        assertThat(shown.select("#meetingFrom").val()).isEqualTo("09:00");
    }

    @Test
    void aWholeMeetingIsWrittenOnTheTwoPages() throws Exception {
        finish(prepared(task("meeting")), Map.of("meetingPreparation", "INVITE"));
        jdbc.sql("update hyte.meeting set starts_at = :from, ends_at = :to where id = :id")
                .param("from", OffsetDateTime.now(clock).minusDays(1))
                .param("to", OffsetDateTime.now(clock).minusDays(1).plusHours(1))
                .param("id", meeting().id().value())
                .update();
        String task = task("meeting-record");
        Document shown = pages.shown(task, keeper, "fi");
        pages.shown(task, keeper, "sv");
        String present = shown.select("input[name=attended]").val();
        assertThat(shown.select("#chair option")).hasSize(2);
        String elected = shown.select("#chair option").last().val();
        Object kept = pages.browser()
                .perform(recorded(task)
                        .param("chair", elected)
                        .param("actionTitle", "Palvelupolku")
                        .param("actionOwner", "Forssa, sivistysjohtaja")
                        .param("actionDue", day.toString())
                        .param("addAction", "")
                        .with(csrf())
                        .with(user(keeper.username().value())))
                .andReturn()
                .getFlashMap()
                .get("given");
        String again = pages.browser()
                .perform(get(task)
                        .flashAttr("given", kept)
                        .with(user(keeper.username().value())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(again).select("#chair option[selected]").val())
                .as("who was elected stays chosen")
                .isEqualTo(elected);
        assertThat(pages.shown(list + "/" + meeting().id(), council.person(Role.REGISTRY), "fi")
                        .text())
                .contains("Sivistysjohtaja")
                .doesNotContain("Muistion teksti", "Palvelupolku", "poissa");
        finish(
                recorded(task).param("attended", present),
                Map.of("chair", shown.select("#chair option").last().val(), "meetingOutcome", "HELD"));
        String page = list + "/" + meeting(Meeting.State.HELD).id();
        assertThat(pages.shown(page, keeper, "fi").text())
                .contains("pidetty", "Muistion teksti", "Palvelupolku", "Sivistysjohtaja, läsnä");
        pages.shown(page, keeper, "sv");
        assertThat(memberships.on(body, meetings.today()).get(0).content().role())
                .isEqualTo(MemberRole.CHAIR);
        String settle =
                pages.shown(page, keeper, "fi").select("form[action*=actions]").attr("action");
        send(post(settle).param("version", "0").param("done", "true"));
        assertThat(pages.shown(page, keeper, "fi").text()).contains("tehty");
    }

    @Test
    void theKeeperSeesBeforehandWhatTheMailsLookLike() throws Exception {
        String mails = "/municipalities/" + council.code() + "/mails";
        assertThat(pages.shown(mails, keeper, "fi").text()).contains("Toimielimen kokouksen muistio");
        for (String kind : List.of("MEETING_DATES", "MEETING_INVITATION", "MEETING_CANCELLATION", "MEETING_MEMO")) {
            pages.shown(mails + "/" + kind + "/fi", keeper, "fi");
            pages.shown(mails + "/" + kind + "/sv", keeper, "sv");
        }
        assertThat(status(get(mails), council.person(Role.REGISTRY))).isEqualTo(403);
    }

    @Test
    void othersOfTheCouncilReadAndStrangersSeeNothing() throws Exception {
        String page = list + "/" + meeting().id();
        Person registry = council.person(Role.REGISTRY);
        assertThat(pages.shown(list, registry, "sv").select("main form")).isEmpty();
        pages.shown(page, registry, "fi");
        assertThat(status(post(list).with(csrf()), registry)).isEqualTo(403);
        assertThat(status(get(task("meeting")), registry)).isEqualTo(404);
        Person stranger = towns.makeRegionalCouncil().person(Role.REGIONAL_COORDINATOR);
        assertThat(status(get(list), stranger)).isEqualTo(404);
        assertThat(status(get(page), stranger)).isEqualTo(404);
        String theirs = "/bodies/" + stranger.municipalities().get(0) + "/" + body + "/meetings/"
                + meeting().id();
        assertThat(status(get(theirs), stranger)).isEqualTo(404);
    }

    @Test
    void aMemberSaysByAPersonalLinkWhichDatesSuitAndMayCorrectItUntilOneIsChosen() throws Exception {
        String link = asked();
        Document shown = open(link, 200);
        assertThat(shown.select("fieldset")).hasSize(2);
        assertThat(shown.text()).doesNotContain("Sivistysjohtaja", "a@forssa.example");
        List<ProposedDate> dates =
                context.getBean(MeetingDates.class).of(meeting().id());
        assertThat(answer(link, Map.of("suits-" + dates.get(0).id(), "YES")).getStatus())
                .isEqualTo(400);
        Map<String, String> both = Map.of(
                "suits-" + dates.get(0).id(), "YES", "suits-" + dates.get(1).id(), "NO");
        assertThat(answer(link, both).getStatus()).isEqualTo(302);
        assertThat(answer(link, both).getStatus()).isEqualTo(302);
        assertThat(open(link, 200).select("input[checked]")).hasSize(2);
        assertThat(pages.shown(task("meeting"), keeper, "fi").text())
                .contains(
                        "sopii 1, tarvittaessa 0, ei sovi 0",
                        "sopii 0, tarvittaessa 0, ei sovi 1",
                        "Vastanneita on 1/1");
        send(prepared(task("meeting")).param("chooseDate", "" + dates.get(1).id()));
        assertThat(pages.shown(task("meeting"), keeper, "sv")
                        .select("#meetingDay")
                        .val())
                .isEqualTo(day.plusWeeks(2).toString());
        finish(prepared(task("meeting")), Map.of("meetingPreparation", "INVITE"));
        assertThat(open(link, 200).text()).contains("Kokouksen aika on valittu", "Tuletko kokoukseen?");
        assertThat(answer(link, both).getStatus()).isEqualTo(409);
    }

    @Test
    void theSameLinkThenAsksWhetherItsHolderComesAlsoInEnglish() throws Exception {
        String link = asked();
        assertThat(open(link + "?lang=en", 200).text()).contains("whether it suits you", "does not suit me");
        assertThat(answer(link, Map.of("lang", "en")).getContentAsString())
                .contains("Tell us for each time whether it suits you.");
        assertThat(open(link + "?lang=sv", 200).text()).contains("passar dig");
        finish(prepared(task("meeting")), Map.of("meetingPreparation", "INVITE"));
        assertThat(open(link + "?lang=en", 200).text())
                .contains("Are you coming to the meeting?", "Kaupungintalo", "9:00–11:00");
        assertThat(answer(link, Map.of("toTell", "")).getStatus()).isEqualTo(400);
        assertThat(answer(link, Map.of("toTell", "", "presence", "HINDERED")).getStatus())
                .isEqualTo(302);
        assertThat(open(link, 200).select("input[checked]").val()).isEqualTo("HINDERED");
        Document record = pages.shown(task("meeting-record"), keeper, "fi");
        assertThat(record.text()).contains("Sivistysjohtaja, estynyt");
        send(recorded(task("meeting-record"))
                .param("unhinder", record.select("button[name=unhinder]").val()));
        assertThat(pages.shown(task("meeting-record"), keeper, "sv").text())
                .doesNotContain("Sivistysjohtaja, förhindrad");
        assertThat(open(link, 200).select("input[checked]")).isEmpty();
        jdbc.sql("update hyte.meeting set starts_at = now() - interval '1 hour', ends_at = now() where id = :id")
                .param("id", meeting().id().value())
                .update();
        assertThat(answer(link, Map.of("toTell", "", "presence", "HINDERED")).getStatus())
                .isEqualTo(409);
        assertThat(open(link, 200).text()).contains("Kokous on alkanut");
    }

    @Test
    void whatAMemberToldTheSecretaryIsRecordedByHand() throws Exception {
        asked();
        String task = task("meeting");
        String field = pages.shown(task, keeper, "sv")
                .select("select[name^=answer-]")
                .get(0)
                .attr("name");
        send(prepared(task).param(field, "IF_NEEDED").param("save", ""));
        assertThat(pages.shown(task, keeper, "fi").text()).contains("sopii 0, tarvittaessa 1, ei sovi 0");
        send(prepared(task).param(field, "perhaps").param("save", ""));
        assertThat(pages.shown(task, keeper, "fi").text()).contains("sopii 0, tarvittaessa 1, ei sovi 0");
    }

    @Test
    void wrongExpiredAndForeignLinksGetTheSameCalmPage() throws Exception {
        String link = asked();
        assertThat(open("/date-polls/wrong", 404).text()).contains("Linkki ei toimi");
        jdbc.sql("update hyte.meeting_attendee set removed = true where meeting_id = :id")
                .param("id", meeting().id().value())
                .update();
        assertThat(open(link, 404).text()).contains("Linkki ei toimi");
        jdbc.sql("update hyte.meeting_attendee set removed = false where meeting_id = :id")
                .param("id", meeting().id().value())
                .update();
        jdbc.sql("update hyte.meeting_link set expires_at = created_at where attendee_id in"
                        + " (select id from hyte.meeting_attendee where meeting_id = :id)")
                .param("id", meeting().id().value())
                .update();
        assertThat(open(link, 404).text()).contains("Linkki ei toimi");
    }

    /** The link in the mail that asks which of two dates suit. */
    private String asked() throws Exception {
        String task = task("meeting");
        for (int week = 1; week <= 2; week++) {
            send(prepared(task)
                    .param("newDay", day.plusWeeks(week).toString())
                    .param("newFrom", "9.00")
                    .param("newTo", "11.00")
                    .param("addDate", ""));
        }
        finish(
                prepared(task).param("datesDueOn", meetings.today().plusDays(5).toString()),
                Map.of("meetingPreparation", "ASK_DATES"));
        Long attendee = jdbc.sql("""
                        select (payload ->> 'attendee')::bigint from hyte.notification
                        where municipality_code = :keeper and kind = 'MEETING_DATES'""")
                .param("keeper", council.code().value())
                .query(Long.class)
                .single();
        MailContent mail = dateLetters
                .write(TestLetters.ofNoYear(
                        NotificationKind.MEETING_DATES,
                        council.code(),
                        Map.of("attendee", attendee.toString()),
                        Languages.FINNISH))
                .get(0);
        return Objects.requireNonNull(mail.link()).value().replaceFirst(".*(?=/date-polls/)", "");
    }

    private MockHttpServletRequestBuilder prepared(String task) {
        return post(task)
                .param("version", "" + meeting().version())
                .param("meetingDay", day.toString())
                .param("meetingFrom", "9.00")
                .param("meetingTo", "11.00")
                .param("place", "Kaupungintalo")
                .param("agenda", "1. Avaus");
    }

    private MockHttpServletRequestBuilder recorded(String task) {
        return post(task)
                .param("version", "" + meeting().version())
                .param("memo", "Muistion teksti")
                .param("nextOn", day.plusDays(60).toString());
    }

    private String task(String page) {
        return "/tasks/" + worklist.of(keeper).get(0).id() + "/" + page;
    }

    private Meeting meeting() {
        return meetings.of(council.code(), body).get(0);
    }

    private Meeting meeting(Meeting.State state) {
        return meetings.of(council.code(), body).stream()
                .filter(one -> one.state() == state)
                .findFirst()
                .orElseThrow();
    }

    private void send(MockHttpServletRequestBuilder form) throws Exception {
        int status = status(form.with(csrf()), keeper);
        assertThat(status).isIn(200, 302);
    }

    /** The page saves and hands the answers to the completion, to which the browser of tests does not go on. */
    private void finish(MockHttpServletRequestBuilder form, Map<String, String> answers) throws Exception {
        String id = worklist.of(keeper).get(0).id();
        answers.forEach(form::param);
        MockHttpServletResponse response = pages.browser()
                .perform(form.with(csrf()).with(user(keeper.username().value())))
                .andReturn()
                .getResponse();
        assertThat(response.getForwardedUrl()).isEqualTo("/tasks/" + id + "/complete");
        desk.complete(id, keeper, answers);
    }

    private int status(MockHttpServletRequestBuilder request, Person person) throws Exception {
        return pages.browser()
                .perform(request.with(user(person.username().value())))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Document open(String link, int status) throws Exception {
        MockHttpServletResponse response =
                pages.browser().perform(get(link)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse answer(String link, Map<String, String> answers) throws Exception {
        MockHttpServletRequestBuilder form = post(link).with(csrf());
        answers.forEach(form::param);
        return pages.browser().perform(form).andReturn().getResponse();
    }
}
