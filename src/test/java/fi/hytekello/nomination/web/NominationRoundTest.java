package fi.hytekello.nomination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.BodyDraft;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.BodyKind;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.OrganisationDraft;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.QuotaPolicy;
import fi.hytekello.body.SeatRule;
import fi.hytekello.calendar.Finland;
import fi.hytekello.document.PdfCheck;
import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.meeting.MeetingDates;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundDraft;
import fi.hytekello.nomination.RoundId;
import fi.hytekello.nomination.RoundLetters;
import fi.hytekello.nomination.RoundMeetings;
import fi.hytekello.nomination.RoundState;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.platform.Dates;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** A round from its beginning to the letters, on the day of a real one: 17.12.2020. */
@WholeTest
class NominationRoundTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    Bodies bodies;

    @Autowired
    Organisations organisations;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundLetters letters;

    @Autowired
    Memberships memberships;

    @Autowired
    BodyMeetings meetings;

    @Autowired
    MeetingDates dates;

    @Autowired
    RoundMeetings firstMeetings;

    @Autowired
    Dates texts;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ProblemTexts problems;

    @Autowired
    JdbcClient jdbc;

    private TestPages pages;
    private Town council;
    private Person coordinator;
    private Person director;
    private OrganisationId forssa;
    private BodyId body;
    private String list;

    @BeforeEach
    void setUpABody() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2020-12-17T08:00:00Z")));
        pages = TestPages.in(context);
        council = towns.makeRegionalCouncil();
        coordinator = council.person(Role.REGIONAL_COORDINATOR);
        director = council.person(Role.REGIONAL_DIRECTOR);
        list = "/nominations/" + council.code();
        forssa = organisation(OrganisationKind.MUNICIPALITY, "Forssa", "kirjaamo@forssa.example", null);
        organisation(OrganisationKind.JOINT_AUTHORITY, "Kuntayhtymä", "kirjaamo@kuntayhtyma.example", null);
        organisation(
                OrganisationKind.JOINT_AUTHORITY, "Purettu", "kirjaamo@purettu.example", LocalDate.of(2020, 12, 16));
        organisation(OrganisationKind.NGO, "Yhdistys", "posti@yhdistys.example", null);
        OrganisationId centre =
                organisation(OrganisationKind.EXPERTISE_CENTRE, "Osaamiskeskus", "posti@keskus.example", null);
        body = bodies.add(council.code(), draft(centre), coordinator);
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void beginsFromTheBodysPageWithAllWhoHaveASeatThatDay() throws Exception {
        assertThat(pages.shown(list, coordinator, "fi").text()).contains("ei ole vielä aloitettu");
        assertThat(pages.shown("/bodies/" + council.code() + "/" + body, coordinator, "sv")
                        .select("form[action=" + list + "] [name=body]")
                        .val())
                .isEqualTo(body.toString());
        RoundId id = start();
        Document shown = pages.shown(list + "/" + id, coordinator, "fi");
        assertThat(shown.select("tbody th").eachText()).containsExactly("Forssa", "Kuntayhtymä", "Osaamiskeskus");
        assertThat(shown.select(".notice").text())
                .isEqualTo("Sinua odottaa: Valmistele nimeämispyyntö Koeliitto · Työryhmä");
        assertThat(pages.shown("/tasks", coordinator, "fi").text()).contains("Koeliitto · Työryhmä");
        assertThat(pages.shown(list, coordinator, "sv").text()).contains("Begäran bereds");
    }

    @Test
    void refusesASecondRoundOfTheBodyKindly() throws Exception {
        RoundId id = start();
        MvcResult second = send(post(list).param("body", body.toString()), coordinator);
        assertThat(second.getResponse().getRedirectedUrl()).isEqualTo(list + "/" + id);
        assertThat(second.getFlashMap().get("problem").toString()).contains("jo kierros käynnissä");
        assertThat(rounds.of(council.code())).extracting(Round::id).containsExactly(id);
    }

    @Test
    void startsWithTheTemplateAllClausesAndTheTimesOfTheDay() throws Exception {
        start();
        Document shown = pages.shown(page(), coordinator, "fi");
        assertThat(shown.select("#requestFi").val()).contains("Koeliitto kokoaa", "Työryhmä", "Rakenneuudistus");
        assertThat(shown.select("#requestSv").val()).contains("Provförbund sammanställer");
        assertThat(shown.select("input[name=clause][checked]")).hasSize(5);
        assertThat(shown.select("#dueOn").val()).isEqualTo("2021-01-14");
        assertThat(shown.select("#firstMeeting").val()).isEqualTo("28.1.2021–11.2.2021");
        assertThat(shown.select("#signatoryOne").val()).isEqualTo("regional_director");
        assertThat(shown.text()).contains("joulun ja loppiaisen", "aikaa on 28 päivää, joista arkipäiviä 16");
        assertThat(pages.shown(page(), coordinator, "sv").text()).contains("trettondagshelgen");
    }

    @Test
    void keepsTheDraftAndAsksToAcceptTheWarningsOfExactlyThatDeadline() throws Exception {
        RoundId id = start();
        MvcResult saved = send(form(id).param("save", ""), coordinator);
        assertThat(saved.getResponse().getRedirectedUrl()).isEqualTo(page());
        assertThat(rounds.get(id).draft().dueOn()).isEqualTo("2021-01-15");
        refusedAt("warningsAccepted");
        send(form(id).param("warnedOf", "2021-01-14").param("warningsAccepted", "on"), coordinator);
        refusedAt("warningsAccepted");
        send(form(id).param("warnedOf", "2021-01-15").param("warningsAccepted", "on"), coordinator);
        complete("Activity_PrepareNomination", coordinator, Map.of());
        assertThat(rounds.get(id).state()).isEqualTo(RoundState.IN_APPROVAL);
    }

    @Test
    void namesWhatIsMissingAndLosesNothing() throws Exception {
        RoundId id = start();
        MvcResult wrong = send(
                post(page())
                        .param("version", "" + rounds.get(id).version())
                        .param("requestFi", "Oma teksti")
                        .param("dueOn", "pian"),
                coordinator);
        assertThat(wrong.getResponse().getStatus()).isEqualTo(400);
        Document shown = Jsoup.parse(wrong.getResponse().getContentAsString());
        assertThat(shown.select(".error-summary a").attr("href")).isEqualTo("#dueOn");
        assertThat(shown.select("#requestFi").val()).isEqualTo("Oma teksti");
        send(
                post(page()).param("version", "" + rounds.get(id).version()).param("requestFi", "Oma teksti"),
                coordinator);
        refusedAt("requestSv");
        OrganisationDraft silent = new OrganisationDraft(
                OrganisationKind.MUNICIPALITY,
                "Forssa",
                "Forssa",
                Languages.FINNISH,
                null,
                null,
                "",
                "",
                null,
                null,
                LocalDate.of(2020, 1, 1),
                null);
        organisations.change(council.code(), forssa, silent, 0, coordinator);
        MvcResult addressless = send(
                form(id).param("organisation", forssa.toString())
                        .param("warnedOf", "2021-01-15")
                        .param("warningsAccepted", "on"),
                coordinator);
        assertThat(addressless.getResponse().getForwardedUrl()).endsWith("/complete");
        assertThatThrownBy(() -> complete("Activity_PrepareNomination", coordinator, Map.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(
                                        problems.of(refused, Languages.FINNISH).orElseThrow())
                                .extracting(ProblemTexts.Text::field, ProblemTexts.Text::message)
                                .containsExactly(
                                        "organisations",
                                        "Organisaatiolla Forssa ei ole kirjaamon osoitetta. Lisää se organisaatioiden"
                                                + " rekisteriin tai jätä organisaatio pois."));
    }

    @Test
    void someoneElsesChangeIsNotOverwritten() throws Exception {
        RoundId id = start();
        MockHttpServletRequestBuilder older = form(id);
        send(form(id).param("save", ""), coordinator);
        assertThat(send(older, coordinator).getResponse().getStatus()).isEqualTo(409);
    }

    @Test
    void theDirectorReturnsWithACommentAndThenApproves() throws Exception {
        RoundId id = start();
        submit(id);
        assertThat(pages.shown(approval(), director, "fi").text())
                .contains(
                        "Lue kirje", "3 organisaatiota", "Kuntayhtymä: 1 paikka", "HL/7/2020", "joulun ja loppiaisen");
        assertThatThrownBy(() -> complete("Activity_ApproveNomination", director, Map.of("requestApproved", false)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("returnComment"));
        complete(
                "Activity_ApproveNomination",
                director,
                Map.of("requestApproved", false, "returnComment", "Lisää tehtävä."));
        assertThat(pages.shown(page(), coordinator, "sv").select(".warning").text())
                .contains("Lisää tehtävä.");
        submit(id);
        pages.shown(approval(), director, "sv");
        shownAgainWithNothingChosen(approval(), director);
        assertThatThrownBy(() -> complete("Activity_ApproveNomination", coordinator, Map.of("requestApproved", true)))
                .isInstanceOf(Refused.class);
        complete("Activity_ApproveNomination", director, Map.of("requestApproved", true));
        asked(id);
    }

    private void asked(RoundId id) throws Exception {
        Round round = rounds.get(id);
        assertThat(round.state()).isEqualTo(RoundState.OPEN);
        assertThat(round.dueAt()).isEqualTo("2021-01-15T14:00:00Z");
        assertThat(jdbc.sql("""
                        select o.name_fi || ' ' || q.min_seats || q.max_seats || q.deputies || ' ' || q.due_on
                        from hyte.nomination_request q join hyte.organisation o on o.id = q.organisation_id
                        where q.round_id = :round order by 1""").param("round", id.value()).query(String.class).list())
                .containsExactly(
                        "Forssa 11true 2021-01-15",
                        "Kuntayhtymä 11false 2021-01-15",
                        "Osaamiskeskus 02false 2021-01-15");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("NominationRequest")
                        .tenantIdIn(council.code().value())
                        .count())
                .isEqualTo(3);
        assertThat(jdbc.sql("""
                        select count(*) from hyte.notification
                        where municipality_code = :council and kind = 'NOMINATION_REQUEST'""")
                        .param("council", council.code().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(pages.shown(list + "/" + id, council.person(Role.REGISTRY), "fi")
                        .text())
                .contains("Vastauksia odotetaan", "Pyyntö lähetetty", "pe 15.1.2021 klo 16.00", "0–2")
                .contains("3 organisaatiota: 0 nimennyt, 3 vielä vastaamatta, 0 ei nimeä");
    }

    @Test
    void aDeadlineThatPassedMeanwhileIsNotApproved() throws Exception {
        RoundId id = start();
        submit(id);
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2021-01-15T06:00:00Z")));
        assertThatThrownBy(() -> complete("Activity_ApproveNomination", director, Map.of("requestApproved", true)))
                .isInstanceOf(InvalidInput.class);
        assertThat(rounds.get(id).state()).isEqualTo(RoundState.IN_APPROVAL);
    }

    @Test
    void namesWhoSignsInTheLettersLanguage() throws Exception {
        jdbc.sql(
                        "update hyte.person set title_fi = 'Maakuntajohtaja', title_sv = 'Landskapsdirektör' where username = :of")
                .param("of", director.username().value())
                .update();
        RoundId id = start();
        assertThat(rounds.get(id).draft().signatoryOne()).isEqualTo("Maakuntajohtaja");
        assertThat(PdfCheck.text(letters.pdf(id, Languages.FINNISH))).contains("Maakuntajohtaja");
        assertThat(PdfCheck.text(letters.pdf(id, Languages.SWEDISH)))
                .contains("Landskapsdirektör")
                .doesNotContain("Maakuntajohtaja");
    }

    @Test
    void writesALetterThatEverybodyCanReadAndThatStaysAsItWent() throws Exception {
        RoundId id = start();
        submit(id);
        assertThat(PdfCheck.text(letters.pdf(id, Languages.FINNISH)))
                .contains("LUONNOS")
                .doesNotContain("hyväksytty sähköisesti");
        complete("Activity_ApproveNomination", director, Map.of("requestApproved", true));
        byte[] finnish = letters.pdf(id, Languages.FINNISH);
        byte[] swedish = letters.pdf(id, Languages.SWEDISH);
        assertThat(PdfCheck.faults(finnish)).isEmpty();
        assertThat(PdfCheck.faults(swedish)).isEmpty();
        assertThat(PdfCheck.text(finnish))
                .doesNotContain("LUONNOS")
                .contains("17.12.2020", "HL/7/2020", "pe 15.1.2021 klo 16.00", "Osaamiskeskus", "4 a §", "Liite 1")
                .contains("kehittämisjohtaja", "erityisasiantuntija", "hyväksytty sähköisesti")
                .contains(council.person(Role.REGISTRY).email(), coordinator.email());
        assertThat(PdfCheck.text(swedish)).contains("Begäran om att utse", "fre 15.1.2021 kl. 16.00", "Bilaga 1");
        jdbc.sql("update hyte.body set task_fi = 'Toinen tehtävä' where id = :id")
                .param("id", body.value())
                .update();
        assertThat(letters.pdf(id, Languages.FINNISH)).isEqualTo(finnish);
        MvcResult shown = send(get(list + "/" + id + "/letter-sv.pdf"), council.person(Role.REGISTRY));
        assertThat(shown.getResponse().getContentAsByteArray()).isEqualTo(swedish);
    }

    @Test
    void othersOfTheCouncilBeginNothingAndStrangersSeeNothing() throws Exception {
        RoundId id = start();
        Person registry = council.person(Role.REGISTRY);
        assertThat(pages.shown(list, registry, "fi").select("form[method=post] [name=body]"))
                .isEmpty();
        assertThat(send(post(list).param("body", body.toString()), registry)
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        Person stranger = towns.makeRegionalCouncil().person(Role.REGIONAL_COORDINATOR);
        for (String page : List.of(list, list + "/" + id, list + "/" + id + "/letter-fi.pdf", page())) {
            assertThat(send(get(page), stranger).getResponse().getStatus())
                    .as(page)
                    .isEqualTo(404);
        }
    }

    @Test
    void composesTheBodyOfThoseNamedAndAsksWhyTheQuotaIsMissed() throws Exception {
        RoundId id = answered();
        jdbc.sql("update hyte.body set quota_policy = 'ENFORCE' where id = :id")
                .param("id", body.value())
                .update();
        assertThat(pages.shown(composing(), coordinator, "fi").text())
                .contains(
                        "Sivistysjohtaja, Forssa",
                        "varajäsen",
                        "naisia 0, miehiä 2",
                        "Nimetty myös: Kuntayhtymä",
                        "Ei sähköpostia");
        assertThat(pages.shown(composing(), coordinator, "sv").text()).contains("Sammanställ gruppen", "ersättare");
        shownAgainWithNothingChosen(composing(), coordinator);
        refusedComposing("appointedBy", Map.of());
        refusedComposing("appointedOn", Map.of("appointedBy", "Maakuntahallitus", "appointedOn", "2021-03-01"));
        refusedComposing("quotaReason", decision(""));
        complete("Activity_ComposeGroup", coordinator, decision("Uusi pyyntö ei tuonut ehdokkaita."));
        assertThat(meetings.of(council.code(), body))
                .as("the round begins the first meeting")
                .singleElement()
                .satisfies(first -> assertThat(first.state()).isEqualTo(Meeting.State.PREPARING));
        assertThat(rounds.get(id).state()).isEqualTo(RoundState.COMPOSED);
        assertThat(memberships.on(body, LocalDate.of(2021, 2, 1)))
                .extracting(one -> one.content().role().name())
                .containsExactly("MEMBER", "MEMBER", "DEPUTY");
        assertThat(pages.shown("/bodies/" + council.code() + "/" + body, coordinator, "fi")
                        .select("a[href$=2021-02-01]")
                        .text())
                .contains("Kokoonpano muuttuu 1.2.2021");
        assertThat(memberships.on(body, LocalDate.of(2025, 6, 1))).isEmpty();
        start();
    }

    @Test
    void theWordsOnTheFirstMeetingFollowTheDeadlineUntilSomebodyWritesOthers() throws Exception {
        RoundId id = start();
        rounds.draft(id, due(rounds.get(id).draft(), LocalDate.of(2021, 2, 15)), 0);
        RoundDraft followed = rounds.get(id).draft();
        assertThat(followed.firstMeeting()).isEqualTo("1.3.2021–15.3.2021");
        jdbc.sql("update hyte.nomination_round set first_meeting = 'maaliskuussa' where id = :id")
                .param("id", id.value())
                .update();
        rounds.draft(id, due(rounds.get(id).draft(), LocalDate.of(2021, 2, 16)), 1);
        assertThat(rounds.get(id).draft().firstMeeting()).isEqualTo("maaliskuussa");
    }

    private static RoundDraft due(RoundDraft is, LocalDate day) {
        return new RoundDraft(
                is.textFi(),
                is.textSv(),
                is.clauses(),
                is.firstMeeting(),
                is.signatoryOne(),
                is.signatoryTwo(),
                is.diaryNumber(),
                day,
                true,
                is.chosen());
    }

    @Test
    void asksTheMembersForTheFirstMeetingWithinTheDaysThatTheCoordinatorGives() throws Exception {
        RoundId id = answered();
        LocalDate today = rounds.today();
        Document shown = pages.shown(composing(), coordinator, "sv");
        LocalDate from = LocalDate.parse(shown.select("#firstMeetingFrom").val());
        assertThat(from).isAfterOrEqualTo(LocalDate.of(2021, 1, 29)).isAfterOrEqualTo(today.plusDays(14));
        assertThat(LocalDate.parse(shown.select("#firstMeetingUntil").val())).isAfterOrEqualTo(from.plusWeeks(2));
        refusedMeeting("firstMeetingFrom", today, from);
        refusedMeeting("firstMeetingUntil", from, from.minusDays(1));
        LocalDate until = from.plusWeeks(4);
        complete("Activity_ComposeGroup", coordinator, meeting(from.plusWeeks(2), until));
        Meeting first = meetings.of(council.code(), body).get(0);
        assertThat(dates.of(first.id()))
                .hasSizeGreaterThan(1)
                .extracting(date -> LocalDate.ofInstant(date.startsAt(), Finland.ZONE))
                .allSatisfy(day -> assertThat(day).isBetween(from.plusWeeks(2), until));
        assertThat(firstMeetings.isFirst(rounds.get(id)))
                .as("another round of this body begins none")
                .isFalse();
        firstMeetings.begin(id);
        assertThat(meetings.of(council.code(), body)).hasSize(1);
        assertThat(pages.shown(list + "/" + id, coordinator, "fi").select("dd").eachText())
                .contains(texts.date(from.plusWeeks(2)) + "–" + texts.date(until));
    }

    private void refusedMeeting(String field, LocalDate from, LocalDate until) {
        assertThatThrownBy(() -> complete("Activity_ComposeGroup", coordinator, meeting(from, until)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static Map<String, Object> meeting(LocalDate from, LocalDate until) {
        Map<String, Object> answers = new HashMap<>(decision(""));
        answers.put("firstMeetingFrom", from.toString());
        answers.put("firstMeetingUntil", until.toString());
        return answers;
    }

    @Test
    void endsARoundWithoutACompositionSoThatANewOneCanBegin() throws Exception {
        RoundId id = answered();
        complete("Activity_ComposeGroup", coordinator, Map.of("groupComposed", false));
        assertThat(rounds.get(id).state()).isEqualTo(RoundState.CANCELLED);
        assertThat(memberships.of(body)).isEmpty();
        assertThat(meetings.of(council.code(), body)).isEmpty();
        start();
    }

    @Test
    void leavesOutWhomTwoNamedAndAsksTheOneWithAFreeSeatAgain() throws Exception {
        RoundId id = answered();
        jdbc.sql("""
                        insert into hyte.nominee (request_id, seat, deputy, state, name, title, via, given_at)
                        select request_id, seat, deputy, 'ALTERNATIVE', 'Toinen Nimi', 'johtaja', via, given_at
                        from hyte.nominee where name = 'Rehtori, Forssa' order by id desc limit 1""").update();
        jdbc.sql("update hyte.nomination_request set lone_reason = 'Muita ei ole.' where round_id = :round")
                .param("round", id.value())
                .update();
        Document shown = pages.shown(composing(), coordinator, "fi");
        assertThat(shown.text()).contains("Toinen Nimi", "toinen ehdokas", "Muita ei ole.");
        send(
                post(composing())
                        .param("choose", shown.select("button[name=choose]").val()),
                coordinator);
        shown = pages.shown(composing(), coordinator, "fi");
        assertThat(shown.select("tr:has(button[name=choose]) th").text()).contains("Rehtori, Forssa");
        assertThat(shown.select("details tbody th a").eachText())
                .contains("Osaamiskeskus")
                .doesNotContain("Forssa");
        String out = shown.select("button[name=leaveOut]").last().val();
        assertThat(send(post(composing()).param("leaveOut", out), coordinator)
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(composing());
        shown = pages.shown(composing(), coordinator, "sv");
        assertThat(shown.select("button[name=take]").eachAttr("value")).containsExactly(out);
        String request = shown.select("input[name=again]").val();
        MvcResult undated = send(post(composing()).param("again", request), coordinator);
        assertThat(undated.getResponse().getStatus()).isEqualTo(400);
        send(post(composing()).param("again", request).param("newDueOn", "2021-02-12"), coordinator);
        assertThat(pages.shown("/nomination-requests/" + request, coordinator, "fi")
                        .text())
                .contains("Pyyntö lähetetty", "pe 12.2.2021");
        assertThatThrownBy(() -> complete("Activity_ComposeGroup", coordinator, decision("")))
                .isInstanceOf(Conflict.class);
        MockHttpServletRequestBuilder decided =
                post("/tasks/" + task("Activity_ComposeGroup").id() + "/complete");
        decision("").forEach((field, value) -> decided.param(field, value.toString()));
        MvcResult early = send(decided, coordinator);
        assertThat(early.getResponse().getRedirectedUrl()).isEqualTo(composing());
        assertThat(early.getFlashMap().get("given").toString()).contains("Maakuntahallitus", "2021-01-25");
        complete("Activity_ComposeGroup", coordinator, Map.of("groupComposed", false));
        assertThat(rounds.get(id).state()).isEqualTo(RoundState.CANCELLED);
    }

    @Test
    void theCoordinatorTakesTheStatementAndOnesDataFromTheRoundAndNobodyElseDoes() throws Exception {
        RoundId id = answered();
        complete("Activity_ComposeGroup", coordinator, decision(""));
        Document shown = pages.shown(list + "/" + id, coordinator, "fi");
        assertThat(shown.text()).contains("Maakuntahallitus 25.1.2021 § 12", "nimitetty", "Rehtori, Forssa");
        String data = shown.select("form[action$=/data]").attr("action");
        MvcResult file = send(post(data), coordinator);
        assertThat(file.getResponse().getContentType()).isEqualTo("application/json");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        String statement = list + "/" + id + "/quota-sv.pdf";
        assertThat(send(get(statement), coordinator).getResponse().getStatus()).isEqualTo(200);
        Person registry = council.person(Role.REGISTRY);
        assertThat(pages.shown(list + "/" + id, registry, "sv").text()).doesNotContain("Rehtori, Forssa");
        assertThat(send(post(data), registry).getResponse().getStatus()).isEqualTo(403);
        assertThat(send(get(statement), registry).getResponse().getStatus()).isEqualTo(403);
        Person stranger = towns.makeRegionalCouncil().person(Role.REGIONAL_COORDINATOR);
        assertThat(send(post(data), stranger).getResponse().getStatus()).isEqualTo(404);
        assertThat(send(get(statement), stranger).getResponse().getStatus()).isEqualTo(404);
    }

    /** All requests have ended; two organisations name the same man, one of them his deputy too. */
    private RoundId answered() throws Exception {
        RoundId id = start();
        submit(id);
        complete("Activity_ApproveNomination", director, Map.of("requestApproved", true));
        name(id, "Forssa", false, "Sivistysjohtaja, Forssa", "MAN");
        name(id, "Forssa", true, "Rehtori, Forssa", "WOMAN");
        name(id, "Kuntayhtymä", false, "Sivistysjohtaja, Forssa", "MAN");
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("NominationRequest")
                .tenantIdIn(council.code().value())
                .list()
                .forEach(request -> {
                    var end = runtime.createProcessInstanceModification(request.getId());
                    runtime.getActiveActivityIds(request.getId()).forEach(end::cancelAllForActivity);
                    end.startBeforeActivity("Event_RequestAnswered");
                    end.execute();
                });
        jdbc.sql("update hyte.nomination_request set state = case when exists (select 1 from hyte.nominee n"
                        + " where n.request_id = nomination_request.id) then 'CONFIRMED' else 'CLOSED_EMPTY' end"
                        + " where round_id = :round")
                .param("round", id.value())
                .update();
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2021-01-29T08:00:00Z")));
        return id;
    }

    private void name(RoundId id, String organisation, boolean deputy, String name, String gender) {
        jdbc.sql("""
                        insert into hyte.nominee (request_id, seat, deputy, state, name, title, expertise, gender, via, given_at)
                        select q.id, 1, :deputy, 'CURRENT', :name, 'johtaja', 'EDUCATION', :gender, 'HAND', now()
                        from hyte.nomination_request q join hyte.organisation o on o.id = q.organisation_id
                        where q.round_id = :round and o.name_fi = :organisation""")
                .param("deputy", deputy)
                .param("name", name)
                .param("gender", gender)
                .param("round", id.value())
                .param("organisation", organisation)
                .update();
    }

    private void shownAgainWithNothingChosen(String page, Person person) throws Exception {
        assertThat(send(get(page).flashAttr("given", Map.of()), person)
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    private void refusedComposing(String field, Map<String, Object> answers) {
        Map<String, Object> all = new HashMap<>(answers);
        all.put("groupComposed", true);
        assertThatThrownBy(() -> complete("Activity_ComposeGroup", coordinator, all))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static Map<String, Object> decision(String reason) {
        return Map.of(
                "groupComposed", true,
                "appointedBy", "Maakuntahallitus",
                "appointedOn", "2021-01-25",
                "appointedSection", "12",
                "membersFrom", "2021-02-01",
                "membersUntil", "2025-05-31",
                "quotaReason", reason);
    }

    private String composing() {
        return "/tasks/" + task("Activity_ComposeGroup").id() + "/nomination-compose";
    }

    private RoundId start() throws Exception {
        String opened = send(post(list).param("body", body.toString()), coordinator)
                .getResponse()
                .getRedirectedUrl();
        assertThat(opened).startsWith(list + "/");
        return new RoundId(Long.parseLong(String.valueOf(opened).substring(list.length() + 1)));
    }

    private void submit(RoundId id) throws Exception {
        send(form(id).param("warnedOf", "2021-01-15").param("warningsAccepted", "on"), coordinator);
        complete("Activity_PrepareNomination", coordinator, Map.of());
    }

    private void refusedAt(String field) {
        assertThatThrownBy(() -> complete("Activity_PrepareNomination", coordinator, Map.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private void complete(String task, Person person, Map<String, Object> answers) {
        OpenTask open = task(task);
        desk.complete(open.id(), person, answers);
    }

    private OpenTask task(String task) {
        Round round = rounds.of(council.code()).get(0);
        return worklist.ofMatter(round.matter()).stream()
                .filter(open -> open.task().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private String page() {
        return "/tasks/" + task("Activity_PrepareNomination").id() + "/nomination-prepare";
    }

    private String approval() {
        return "/tasks/" + task("Activity_ApproveNomination").id() + "/nomination-approve";
    }

    private MockHttpServletRequestBuilder form(RoundId id) {
        Round round = rounds.get(id);
        MockHttpServletRequestBuilder form = post(page())
                .param("version", "" + round.version())
                .param("requestFi", "Pyydämme nimeämään edustajan.")
                .param("requestSv", "Vi ber er utse en representant.")
                .param("clause", "GENDERS", "PRIVACY")
                .param("firstMeeting", "tammi–helmikuun vaihde")
                .param("signatoryOne", "kehittämisjohtaja")
                .param("signatoryTwo", "erityisasiantuntija")
                .param("diaryNumber", "HL/7/2020")
                .param("dueOn", "2021-01-15");
        round.draft().chosen().forEach(chosen -> form.param("organisation", chosen.toString()));
        return form;
    }

    private MvcResult send(MockHttpServletRequestBuilder request, Person person) throws Exception {
        return pages.browser()
                .perform(request.with(csrf())
                        .with(user(person.username().value()))
                        .header("Accept-Language", "fi"))
                .andReturn();
    }

    private OrganisationId organisation(
            OrganisationKind kind, String name, String email, @Nullable LocalDate validUntil) {
        return organisations.add(
                council.code(),
                new OrganisationDraft(
                        kind,
                        name,
                        name,
                        Languages.FINNISH,
                        email,
                        null,
                        "",
                        "",
                        null,
                        null,
                        LocalDate.of(2020, 1, 1),
                        validUntil),
                coordinator);
    }

    private static BodyDraft draft(OrganisationId centre) {
        return new BodyDraft(
                BodyKind.GROUP,
                "Työryhmä",
                "Arbetsgruppen",
                "",
                "",
                "Kuntien hyvinvointityön yhteistyöverkosto.",
                "Ett nätverk för kommunernas välfärdsarbete.",
                new BodyDraft.Setting("Maakuntahallitus", LocalDate.of(2020, 12, 1), "78"),
                "Rakenneuudistus",
                null,
                null,
                new BodyDraft.Cadence(null, null),
                QuotaPolicy.ADVISE,
                null,
                List.of(),
                List.of(
                        new SeatRule(OrganisationKind.MUNICIPALITY, null, 1, 1, true),
                        new SeatRule(OrganisationKind.JOINT_AUTHORITY, null, 1, 1, false),
                        new SeatRule(null, centre, 0, 2, false)));
    }
}
