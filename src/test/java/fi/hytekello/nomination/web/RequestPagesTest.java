package fi.hytekello.nomination.web;

import static fi.hytekello.nomination.NominationBench.answer;
import static fi.hytekello.nomination.NominationBench.at;
import static fi.hytekello.nomination.NominationBench.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.nomination.NominationBench;
import fi.hytekello.nomination.Nominee;
import fi.hytekello.nomination.Nominees;
import fi.hytekello.nomination.RequestAnswers;
import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.RequestLinks;
import fi.hytekello.nomination.RequestState;
import fi.hytekello.nomination.RequestVia;
import fi.hytekello.nomination.Requests;
import fi.hytekello.platform.security.LinkToken;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The page behind the link and the council's own pages of a request. */
@WholeTest
class RequestPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Towns towns;

    @Autowired
    Requests requests;

    @Autowired
    RequestAnswers answers;

    @Autowired
    RequestLinks links;

    @Autowired
    Nominees nominees;

    @Autowired
    Worklist worklist;

    @Autowired
    JdbcClient jdbc;

    private TestPages pages;
    private NominationBench bench;
    private Town council;
    private Person coordinator;
    private RequestId asked;
    private String link;

    @BeforeEach
    void asks() {
        at(NominationBench.ASKED);
        pages = TestPages.in(context);
        council = towns.makeRegionalCouncil();
        coordinator = council.person(Role.REGIONAL_COORDINATOR);
        bench = beans.createBean(NominationBench.class).in(council);
        asked = bench.ask("Forssa");
        link = "/nominate/" + links.mint(asked);
    }

    @AfterEach
    void end() {
        ClockUtil.reset();
    }

    @Test
    void theLinkOpensTheRequestInThreeLanguagesAndShowsNothingOfOthers() throws Exception {
        answers.record(bench.ask("Janakkala"), RequestVia.LINK, answer(0, person(1, "Toisen Nimi")));
        MockHttpServletResponse opened = opened(link);
        assertThat(opened.getStatus()).isEqualTo(200);
        assertThat(opened.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(opened.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(requests.get(asked).state()).isEqualTo(RequestState.OPENED);
        Document page = page(link);
        assertThat(page.text())
                .contains(
                        "Hyvinvointityöryhmä",
                        "Forssa",
                        "pe 15.1.2027 klo 16.00",
                        "yksi edustaja ja hänelle varaedustaja")
                .doesNotContain("Janakkala", "Toisen");
        assertThat(page.select("html").attr("lang")).isEqualTo("fi");
        assertThat(page(link + "?lang=sv").text())
                .contains("Arbetsgruppen för välfärd", "en representant och en ersättare");
        Document english = page(link + "?lang=en");
        assertThat(english.text()).contains("Name your representative", "Fri 15.1.2027 at 16:00", "not stated");
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.select("script")).as("works without scripts").isEmpty();
        for (Element field : english.select("input:not([type=hidden]), select, textarea")) {
            assertThat(english.select("label[for='" + field.id() + "']"))
                    .as(field.id())
                    .hasSize(1);
        }
    }

    @Test
    void speaksTheOrganisationsLanguageUnlessAnotherIsChosen() throws Exception {
        RequestId swedish = bench.ask("Lappträsk", Languages.SWEDISH, 1);
        assertThat(page("/nominate/" + links.mint(swedish)).select("html").attr("lang"))
                .isEqualTo("sv");
    }

    @Test
    void namesCorrectsAndSubmitsTwice() throws Exception {
        MockHttpServletResponse refused = sent(form("0", "", ""));
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("#nomineeName-1");
        assertThat(sent(form("0", "Forssan Nimi", "sivistys@forssa.example")).getRedirectedUrl())
                .isEqualTo(link + "?lang=fi");
        assertThat(sent(form("0", "Forssan Nimi", "sivistys@forssa.example")).getStatus())
                .isEqualTo(302);
        assertThat(requests.get(asked).version()).isEqualTo(1);
        Document shown = page(link);
        assertThat(shown.select("#nomineeName-1").val()).isEqualTo("Forssan Nimi");
        assertThat(shown.select("#nominatingBody").val()).isEqualTo("Kunnanhallitus");
        MockHttpServletResponse stale = sent(form("0", "Toinen Nimi", "toinen@forssa.example"));
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString()).contains("Toinen Nimi", "muutettu toisaalla");
        assertThat(sent(form("1", "Toinen Nimi", "toinen@forssa.example")).getStatus())
                .isEqualTo(302);
        assertThat(nominees.of(bench.round())).extracting(Nominee::name).containsExactly("Toinen Nimi");
    }

    @Test
    void givesBothCandidatesOfASeatOrTheReasonForOneWhereTheLetterAsksForThem() throws Exception {
        Document empty = page(link);
        assertThat(empty.select("details:not([open]) #secondName-1")).hasSize(1);
        assertThat(empty.select("details:not([open]) #secondDeputyName-1")).hasSize(1);
        MockHttpServletResponse alone = sent(form("0", "", "").param("secondName-1", "Toinen Nimi"));
        assertThat(alone.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(alone.getContentAsString()).select("details[open] #secondName-1"))
                .hasSize(1);
        sent(form("0", "Forssan Nimi", "nimi@forssa.example")
                .param("secondName-1", "Toinen Nimi")
                .param("secondPhone-1", "03 1234567"));
        assertThat(page(link).select("details[open] #secondName-1").val()).isEqualTo("Toinen Nimi");
        String page = "/nomination-requests/" + asked;
        assertThat(pages.shown(page, coordinator, "fi").text()).contains("Toinen Nimi toinen ehdokas");
        MockHttpServletResponse tooLong =
                sent(form("1", "Forssan Nimi", "nimi@forssa.example").param("loneReason", "x".repeat(1001)));
        assertThat(tooLong.getContentAsString()).contains("#loneReason");
        sent(form("1", "Forssan Nimi", "nimi@forssa.example").param("loneReason", "Muita ei ole."));
        assertThat(pages.shown(page, coordinator, "sv").text())
                .contains("Muita ei ole.")
                .doesNotContain("Toinen Nimi");
        jdbc.sql("update hyte.nomination_round set clause_genders = false where id = :id")
                .param("id", bench.round().value())
                .update();
        assertThat(page(link).select("#secondName-1, #secondDeputyName-1, #loneReason"))
                .isEmpty();
        assertThat(sent(form("2", "Forssan Nimi", "nimi@forssa.example").param("secondName-1", "Toinen Nimi"))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void saysInTheChosenLanguageWhatIsWrong() throws Exception {
        assertThat(sent(form("0", "Some Name", "no address").param("lang", "en"))
                        .getContentAsString())
                .contains("The address in the field “E-mail” is not right.");
    }

    @Test
    void tellsWhenItDecidesOrThatItNamesNobody() throws Exception {
        MockHttpServletRequestBuilder later =
                post(link).param("action", "later").param("lang", "en");
        assertThat(sent(later.param("nominationExpectedOn", "2027-01-11")).getStatus())
                .isEqualTo(302);
        assertThat(page(link + "?lang=en").text()).contains("the matter is decided on Mon 11.1.2027");
        assertThat(sent(post(link).param("action", "decline")).getStatus()).isEqualTo(400);
        assertThat(sent(post(link).param("action", "decline").param("nominationDeclineReason", "Emme ehdi."))
                        .getStatus())
                .isEqualTo(302);
        assertThat(requests.get(asked).state()).isEqualTo(RequestState.DECLINED);
    }

    @Test
    void wrongOldForeignAndClosedLinksAreTheSameCalmPage() throws Exception {
        String wrong = body("/nominate/" + LinkToken.random().value());
        assertThat(wrong).contains("Linkki ei ole voimassa");
        assertThat(body("/nominate/x")).isEqualTo(wrong);
        long statement = asked.value();
        LinkToken foreign = LinkToken.random();
        jdbc.sql("insert into hyte.nomination_link (hash, request_id, created_at, expires_at)"
                        + " values (:hash, :request, now(), timestamptz '2026-12-17 07:59:59Z')")
                .param("hash", foreign.hash())
                .param("request", statement)
                .update();
        assertThat(body("/nominate/" + foreign.value())).as("expired").isEqualTo(wrong);
        jdbc.sql("update hyte.nomination_request set state = 'CLOSED_EMPTY' where id = :id")
                .param("id", asked.value())
                .update();
        assertThat(body(link)).as("closed").isEqualTo(wrong);
        assertThat(sent(form("0", "Forssan Nimi", "sivistys@forssa.example")).getStatus())
                .isEqualTo(404);
        jdbc.sql("update hyte.nomination_request set state = 'SENT' where id = :id")
                .param("id", asked.value())
                .update();
        assertThat(opened(link).getStatus()).isEqualTo(200);
        bench.composed();
        assertThat(body(link)).as("round closed").isEqualTo(wrong);
    }

    @Test
    void storesOnlyTheHashOfAToken() {
        String token = link.substring("/nominate/".length());
        assertThat(token).hasSize(43);
        List<String> stored = jdbc.sql("select encode(hash, 'hex') from hyte.nomination_link where request_id = :id")
                .param("id", asked.value())
                .query(String.class)
                .list();
        assertThat(stored).containsExactly(HexFormat.of().formatHex(new LinkToken(token).hash()));
    }

    @Test
    void slowsDownWhoeverTriesLinks() throws Exception {
        for (int i = 0; i < 80; i++) {
            opened("/nominate/guess" + i, "203.0.113.7");
        }
        MockHttpServletResponse slowed = opened("/nominate/one-more", "203.0.113.7");
        assertThat(slowed.getStatus()).isEqualTo(429);
        assertThat(slowed.getContentAsString()).contains("Liian monta yritystä");
    }

    @Test
    void aLateAnswerIsAnnouncedAsOneAndAReplacementAsOne() throws Exception {
        at(NominationBench.DUE.plus(Duration.ofMinutes(1)));
        assertThat(page(link).text()).contains("Määräaika on ohi. Vastaus otetaan vielä vastaan");
        sent(form("0", "Myöhäinen Nimi", "nimi@forssa.example"));
        assertThat(page(link).text()).contains("nimeäminen on vahvistettu");
        sent(form("1", "Uudempi Nimi", "uusi@forssa.example"));
        assertThat(page(link).text()).contains("odottaa koordinaattorin vahvistusta");
    }

    @Test
    void theRegistryRecordsALetterAndTheCoordinatorReopensASeat() throws Exception {
        String page = "/nomination-requests/" + asked;
        Person registry = council.person(Role.REGISTRY);
        assertThat(pages.shown(page, registry, "fi").text())
                .contains("Kirjaa vastaus", requests.get(asked).reference());
        assertThat(pages.shown(page, registry, "sv").text()).contains("Anteckna svaret");
        assertThat(pages.shown(page, council.person(Role.REGIONAL_DIRECTOR), "fi")
                        .text())
                .doesNotContain("Kirjaa nimeäminen");
        MockHttpServletRequestBuilder letter = post(page)
                .param("action", "nominate")
                .param("version", "0")
                .param("nominationReceivedOn", "2026-12-17")
                .param("nomineeName-1", "Kirjeen Nimi")
                .param("nomineePhone-1", "03 1234567");
        MockHttpServletResponse wrong = sent(post(page)
                .param("action", "nominate")
                .param("version", "0")
                .param("nomineeName-1", "Kirjeen Nimi")
                .param("nominationReceivedOn", "2026-12-17")
                .with(csrf())
                .with(as(registry)));
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(wrong.getContentAsString())
                        .select("[name=nomineeName-1]")
                        .val())
                .isEqualTo("Kirjeen Nimi");
        assertThat(sent(letter.with(csrf()).with(as(registry))).getRedirectedUrl())
                .isEqualTo(page);
        assertThat(requests.get(asked).state()).isEqualTo(RequestState.NOMINATED);
        assertThat(bench.mails(asked, "NOMINATION_RECEIVED")).hasSize(2);
        assertThat(pages.shown(page, coordinator, "fi").text()).contains("Kirjeen Nimi", "Avaa paikka uudelleen");
        long named = nominees.of(asked).get(0).id();
        assertThat(sent(post(page)
                                .param("action", "reopen")
                                .param("nominee", Long.toString(named))
                                .param("newDueOn", "2027-01-29")
                                .with(csrf())
                                .with(as(coordinator)))
                        .getRedirectedUrl())
                .isEqualTo(page);
        assertThat(pages.shown(page, coordinator, "sv").text()).contains("tackade nej", "Skicka begäran på nytt");
        assertThat(sent(post(page).param("action", "again").with(csrf()).with(as(coordinator)))
                        .getRedirectedUrl())
                .isEqualTo(page);
        assertThat(bench.mails(asked, "NOMINATION_REQUEST")).hasSize(2);
    }

    @Test
    void keepsRequestsFromPeopleOfOtherTenantsAndOtherRoles() throws Exception {
        Person other = towns.makeRegionalCouncil().person(Role.REGIONAL_COORDINATOR);
        String page = "/nomination-requests/" + asked;
        assertThat(sent(get(page).with(as(other))).getStatus()).isEqualTo(404);
        assertThat(sent(post(page).with(csrf()).with(as(other))).getStatus()).isEqualTo(404);
        assertThat(sent(post(page).with(csrf()).with(as(council.person(Role.REGIONAL_DIRECTOR))))
                        .getStatus())
                .isEqualTo(403);
        assertThat(sent(get(page).accept("text/html")).getStatus()).isEqualTo(302);
    }

    @Test
    void theCoordinatorsTasksHaveTheirPages() throws Exception {
        answers.record(asked, RequestVia.LINK, answer(0, person(1, "Ensimmäinen Nimi")));
        answers.record(asked, RequestVia.MAIL, answer(null, person(1, "Toinen Nimi")));
        RequestId silent = bench.ask("Loppi");
        bench.deadlineOf(silent);
        Map<String, List<String>> expected = Map.of(
                "Activity_ConfirmReplacement", List.of("Ensimmäinen Nimi", "Toinen Nimi", "Vaihdan"),
                "Activity_ResolveMissing", List.of("Loppi", "johto@", "Suljen pyynnön ilman edustajaa"));
        assertThat(worklist.of(coordinator)).hasSize(2);
        for (OpenTask task : worklist.of(coordinator)) {
            String page = "/tasks/" + task.id() + "/"
                    + (task.task().equals("Activity_ResolveMissing") ? "request-missing" : "answer-replacement");
            assertThat(pages.shown(page, coordinator, "fi").text()).contains(expected.get(task.task()));
            pages.shown(page, coordinator, "sv");
            assertThat(sent(get(page).flashAttr("given", Map.of()).with(as(coordinator)))
                            .getStatus())
                    .as("shown again when nothing was chosen")
                    .isEqualTo(200);
        }
    }

    private MockHttpServletRequestBuilder form(String version, String name, String email) {
        return post(link)
                .param("action", "nominate")
                .param("version", version)
                .param("nomineeName-1", name)
                .param("nomineeEmail-1", email)
                .param("nomineeGender-1", "NOT_STATED")
                .param("nominatingBody", "Kunnanhallitus")
                .param("nominatedOn", "2026-12-16")
                .param("nominatingSection", "§ 301");
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor as(Person person) {
        return user(person.username().value());
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return pages.browser().perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse opened(String page) throws Exception {
        return sent(get(page));
    }

    private MockHttpServletResponse opened(String page, String from) throws Exception {
        return sent(get(page).with(request -> {
            request.setRemoteAddr(from);
            return request;
        }));
    }

    private Document page(String page) throws Exception {
        Document shown = Jsoup.parse(opened(page).getContentAsString());
        assertThat(shown.text()).doesNotContain("??");
        return shown;
    }

    private String body(String page) throws Exception {
        MockHttpServletResponse response = opened(page);
        assertThat(response.getStatus()).isEqualTo(404);
        return response.getContentAsString();
    }
}
