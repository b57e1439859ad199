package fi.hytekello.consultation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.WholeTest;
import fi.hytekello.consultation.Consultation;
import fi.hytekello.consultation.ConsultationBench;
import fi.hytekello.consultation.ConsultationId;
import fi.hytekello.consultation.ConsultationState;
import fi.hytekello.consultation.Consultations;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.TaskDesk;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The pages of a consultation from its beginning to the summary on the body's page. */
@WholeTest
class ConsultationPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Towns towns;

    @Autowired
    Consultations consultations;

    @Autowired
    TaskDesk desk;

    private TestPages pages;
    private ConsultationBench bench;
    private Person coordinator;
    private String list;
    private String bodyPage;

    @BeforeEach
    void setUp() {
        pages = TestPages.in(context);
        bench = beans.createBean(ConsultationBench.class).in(towns.makeRegionalCouncil());
        coordinator = bench.coordinator();
        list = "/consultations/" + bench.council().code();
        bodyPage = "/bodies/" + bench.council().code() + "/" + bench.body();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void beginsFromTheBodysPageWithTheUsualQuestionsForAllMunicipalities() throws Exception {
        assertThat(pages.shown(list, coordinator, "fi").text()).contains("Kuulemisia ei ole vielä aloitettu.");
        assertThat(pages.shown(list, coordinator, "sv").text()).contains("Inget hörande har inletts ännu.");
        Document body = pages.shown(bodyPage, coordinator, "fi");
        assertThat(body.text()).contains("Kuntien johtoa ei ole vielä kuultu toimielimen työstä.");
        Document form = pages.shown(body.select("a[href^=" + list + "/new]").attr("href"), coordinator, "fi");
        assertThat(form.select("#body [selected]").text()).isEqualTo("Hyvinvointityöryhmä");
        assertThat(form.select("#consultationTitle").val()).isEqualTo("Kuntien johdon kuuleminen: Hyvinvointityöryhmä");
        assertThat(form.select("#questions").val().lines()).hasSize(5);
        assertThat(form.select("#hearingUntil").val()).isEqualTo("2021-02-15");
        assertThat(form.select("#municipalities input[checked]")).hasSize(3);
        assertThat(form.select("#municipalities label").eachText()).containsExactly("Forssa", "Hattula", "Loppi");
        pages.shown(list + "/new", coordinator, "sv");

        MvcResult begun = send(begin(form), coordinator);
        String page = String.valueOf(begun.getResponse().getRedirectedUrl());
        assertThat(page).startsWith(list + "/");
        Document shown = pages.shown(page, coordinator, "fi");
        assertThat(shown.select("tbody th").eachText()).containsExactly("Forssa", "Hattula", "Loppi");
        assertThat(shown.select("tbody a").eachText()).containsOnly("Kirjaa").hasSize(3);
        assertThat(pages.shown(bodyPage, bench.director(), "sv").text()).contains("Ledningen hörs");
        assertThat(pages.shown(list, bench.director(), "sv").text()).contains("0/3");
    }

    @Test
    void aSecondClickAndAMistakeLoseNothingOfWhatWasTyped() throws Exception {
        Document form = pages.shown(list + "/new?body=" + bench.body(), coordinator, "fi");
        send(begin(form), coordinator);
        refused(409, "", "jo kuuleminen käynnissä", send(begin(form), coordinator));
        assertThat(consultations.of(bench.council().code())).hasSize(1);
        for (String field : List.of("consultationTitle", "questions", "hearingFrom", "hearingUntil")) {
            Document again = refused(400, field, "pakollinen", send(begin(form, "body", "", field, ""), coordinator));
            assertThat(again.select("#municipalities input[checked]")).hasSize(3);
        }
        refused(400, "hearingUntil", "päivä", send(begin(form, "hearingUntil", "joskus"), coordinator));
        MvcResult nobody = send(
                post(list)
                        .param("consultationTitle", "Oma otsikko")
                        .param("questions", "Yksi?\nToinen?")
                        .param("hearingFrom", "2021-01-04")
                        .param("hearingUntil", "2021-02-26")
                        .param("handler", "REGIONAL_DIRECTOR"),
                coordinator);
        Document again = refused(400, "municipalities", "ainakin yksi kunta", nobody);
        assertThat(again.select("#consultationTitle").val()).isEqualTo("Oma otsikko");
        assertThat(again.select("#handler input[checked]").val()).isEqualTo("REGIONAL_DIRECTOR");
    }

    @Test
    void theTasksPageKeepsADraftNamesWhatIsWrongAndGoesOnToTheEnd() throws Exception {
        ConsultationId id = bench.begin(bench.body());
        String page = "/tasks/" + bench.task(id, "Forssa").id() + "/management-contact";
        Document shown = pages.shown(page, coordinator, "fi");
        assertThat(shown.text()).contains("Forssa", "johto@forssa.example", "pe 26.2.2021 klo 16.00");
        assertThat(shown.select("#post").val()).isEqualTo("Kunnanjohtaja");
        assertThat(pages.shown(page, coordinator, "sv").text()).contains("Kommundirektören", "Dagen är avtalad");

        MockHttpServletRequestBuilder agreed = post(page)
                .param("version", "0")
                .param("contactState", "AGREED")
                .param("agreedOn", "2021-01-20")
                .param("otherViews", "Alustava huomio")
                .param("save", "");
        MvcResult saved = send(agreed, coordinator);
        assertThat(saved.getResponse().getRedirectedUrl()).isEqualTo(page);
        assertThat(pages.shown(page, coordinator, "fi").text()).contains("to 21.1.2021 klo 16.00");
        refused(409, "", "Joku muu", send(agreed, coordinator));
        Document wrong = refused(
                400,
                "agreedOn",
                "päivä",
                send(
                        post(page)
                                .param("version", "1")
                                .param("contactState", "AGREED")
                                .param("agreedOn", "huomenna")
                                .param("otherViews", "Pitkä muistiinpano"),
                        coordinator));
        assertThat(wrong.select("#otherViews").val()).isEqualTo("Pitkä muistiinpano");
        MvcResult done = send(
                post(page)
                        .param("version", "1")
                        .param("contactState", "NOT_REACHED")
                        .param("reason", "Ei vastattu."),
                coordinator);
        assertThat(done.getResponse().getForwardedUrl()).endsWith("/complete");
        assertThat(bench.contact(id, "Forssa").notes().reason()).isEqualTo("Ei vastattu.");
    }

    @Test
    void whatIsRecordedIsShownToTheCouncilAndChangedByWhoeverHears() throws Exception {
        ConsultationId id = bench.begin(null);
        bench.hear(id, "Forssa");
        Document shown = pages.shown(list + "/" + id, coordinator, "fi");
        assertThat(shown.text())
                .contains("1/3 kuntaa", "Kunnanjohtaja", "ma 11.1.2021", "Forssa: Mitkä ovat tavoitteenne?");
        String contact = shown.select("a[href*=/contacts/]").attr("href");
        Document form = pages.shown(contact, coordinator, "sv");
        assertThat(form.select("#otherViews").val()).isEqualTo("Muuta Forssa");
        MockHttpServletRequestBuilder change = post(contact)
                .param("version", form.select("[name=version]").val())
                .param("contactState", "HEARD")
                .param("means", "VISIT")
                .param("heardOn", "2021-01-08")
                .param("post", "Kaupunginjohtaja");
        refused(400, "otherViews", "ainakin yksi näkemys", send(change, coordinator));
        MvcResult changed = send(change.param("otherViews", "Uusi näkemys"), coordinator);
        assertThat(changed.getResponse().getRedirectedUrl()).isEqualTo(list + "/" + id);
        assertThat(pages.shown(list + "/" + id, council(Role.REGISTRY), "sv").text())
                .contains("Besök i kommunen", "Uusi näkemys");
        String open =
                contact.replaceAll("\\d+$", bench.contact(id, "Loppi").id().toString());
        assertThat(status(get(open), coordinator)).isEqualTo(409);
        assertThat(status(get(contact), council(Role.REGISTRY))).isEqualTo(403);
    }

    @Test
    void theHearingGetsMoreTimeOrEndsWithAReasonForEachThatIsMissing() throws Exception {
        ConsultationId id = bench.begin(null);
        String page = list + "/" + id + "/hearing";
        Document shown = pages.shown(page, coordinator, "fi");
        String version = shown.select("[name=version]").val();
        assertThat(pages.shown(page, coordinator, "sv").text()).contains("Forssa sv: egen orsak");
        refused(
                400,
                "hearingUntil",
                "mennyt",
                send(post(page).param("version", version).param("hearingUntil", "2021-01-01"), coordinator));
        assertThat(send(post(page).param("version", version).param("hearingUntil", "2021-03-12"), coordinator)
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(list + "/" + id);
        String forssa = "reason-" + bench.contact(id, "Forssa").id();
        Document why = refused(
                400,
                "reason-" + bench.contact(id, "Hattula").id(),
                "miksi tätä kuntaa",
                send(post(page).param("end", "end").param(forssa, "Vaalit"), coordinator));
        assertThat(why.select("#" + forssa).val()).isEqualTo("Vaalit");
        MockHttpServletRequestBuilder end = post(page).param("end", "end").param("reason", "Hanke päättyi.");
        assertThat(send(end, coordinator).getResponse().getStatus()).isEqualTo(302);
        refused(409, "", "jo päättynyt", send(end, coordinator));
        assertThat(pages.shown(list + "/" + id, coordinator, "fi")
                        .select(".notice a")
                        .text())
                .isEqualTo("Tee kuulemisten yhteenveto");
    }

    @Test
    void theSummaryIsWrittenBesideTheViewsAndStandsOnTheBodysPage() throws Exception {
        ConsultationId id = bench.begin(bench.body());
        bench.hearAll(id);
        String page = "/tasks/" + bench.summaryTask(id).id() + "/consultation-summary";
        Document shown = pages.shown(page, coordinator, "fi");
        assertThat(shown.select("h3").eachText())
                .containsExactly(
                        "Mitkä ovat tavoitteenne?",
                        "Mitä odotatte yhteistyöltä?",
                        "Muuta esiin tullutta",
                        "Mitä toivotaan jatkossa");
        assertThat(pages.shown(page, coordinator, "sv").text()).contains("Slutsatser", "Forssa sv");
        Consultation before = consultations.get(id);
        MockHttpServletRequestBuilder save =
                post(page).param("version", "" + before.version()).param("conclusions", "Yhteiset tavoitteet.");
        assertThat(send(save.param("save", ""), coordinator).getResponse().getRedirectedUrl())
                .isEqualTo(page);
        refused(409, "", "Joku muu", send(save, coordinator));
        desk.complete(bench.summaryTask(id).id(), coordinator, Map.of());
        assertThat(consultations.get(id).state()).isEqualTo(ConsultationState.DONE);
        Document body = pages.shown(bodyPage, bench.director(), "sv");
        assertThat(body.text()).contains("Johdon kuuleminen 2021", "Sammandraget är gjort");
        for (String file : body.select(".downloads a").eachAttr("href")) {
            assertThat(status(get(file), bench.director())).as(file).isEqualTo(200);
        }
        assertThat(body.select(".downloads a")).hasSize(4);
        assertThat(pages.shown(list + "/" + id, bench.director(), "fi").text())
                .contains("Yhteiset tavoitteet.")
                .doesNotContain("Muuta notes");
    }

    @Test
    void othersOfTheCouncilReadAndBeginNothingAndStrangersSeeNothing() throws Exception {
        ConsultationId id = bench.begin(bench.body());
        bench.hear(id, "Forssa");
        String page = list + "/" + id;
        Person registry = council(Role.REGISTRY);
        assertThat(pages.shown(page, registry, "fi").select("tbody a, a[href$=hearing]"))
                .isEmpty();
        assertThat(pages.shown(list, registry, "fi").select("a[href$=new]")).isEmpty();
        for (String closed : List.of(list + "/new", page + "/hearing")) {
            assertThat(status(get(closed), registry)).as(closed).isEqualTo(403);
        }
        assertThat(status(post(list), registry)).isEqualTo(403);
        assertThat(status(post(page + "/hearing").param("end", "end").param("reason", "x"), registry))
                .isEqualTo(403);
        Person stranger = towns.makeRegionalCouncil().person(Role.REGIONAL_COORDINATOR);
        String contact = page + "/contacts/" + bench.contact(id, "Forssa").id();
        String task = "/tasks/" + bench.task(id, "Loppi").id() + "/management-contact";
        for (String closed :
                List.of(list, list + "/new", page, page + "/hearing", page + "/summary-fi.pdf", contact, task)) {
            assertThat(status(get(closed), stranger)).as(closed).isEqualTo(404);
        }
        assertThat(status(post(list), stranger)).isEqualTo(404);
        assertThat(status(post(contact), stranger)).isEqualTo(404);
        String elsewhere = "/consultations/" + stranger.municipalities().get(0) + "/" + id;
        assertThat(status(get(elsewhere), stranger)).isEqualTo(404);
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2021-01-12T08:00:00Z")));
        Person town = towns.make().person(Role.COORDINATOR);
        assertThat(status(get("/consultations/" + town.municipalities().get(0) + "/new"), town))
                .isEqualTo(403);
    }

    private Person council(Role role) {
        return bench.council().person(role);
    }

    /** The form as it stands but for these names and values in turn. */
    private MockHttpServletRequestBuilder begin(Document form, String... changed) {
        Map<String, String> typed = new HashMap<>();
        typed.put("body", form.select("#body [selected]").val());
        for (String field : List.of("consultationTitle", "questions", "hearingFrom", "hearingUntil")) {
            typed.put(field, form.select("#" + field).val());
        }
        typed.put("handler", form.select("#handler input[checked]").val());
        for (int n = 0; n < changed.length; n += 2) {
            typed.put(changed[n], changed[n + 1]);
        }
        MockHttpServletRequestBuilder request = post(list);
        typed.forEach(request::param);
        form.select("#municipalities input[checked]").forEach(one -> request.param("municipality", one.val()));
        return request;
    }

    private Document refused(int status, String field, String message, MvcResult result) throws Exception {
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        Document shown = Jsoup.parse(result.getResponse().getContentAsString());
        assertThat(shown.select(".error-summary").text()).contains(message);
        assertThat(shown.select(".error-summary a").attr("href")).isEqualTo(field.isEmpty() ? "" : "#" + field);
        return shown;
    }

    private int status(MockHttpServletRequestBuilder request, Person person) throws Exception {
        return send(request, person).getResponse().getStatus();
    }

    private MvcResult send(MockHttpServletRequestBuilder request, Person person) throws Exception {
        return pages.browser()
                .perform(request.with(csrf())
                        .with(user(person.username().value()))
                        .header("Accept-Language", "fi"))
                .andReturn();
    }
}
