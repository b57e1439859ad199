package fi.hytekello.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.TestPages;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.ProposalDrafts;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The proposals page as browsers use it, with and without JavaScript. */
@WholeTest
class ProposalPageTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Measures measures;

    @Autowired
    Goals goals;

    @Autowired
    ProposalDrafts drafts;

    @Autowired
    Worklist worklist;

    private MockMvc browser;
    private Town town;
    private Cycle cycle;
    private Person person;
    private MeasureId id;
    private String page;

    @BeforeEach
    void openPage() {
        browser = TestPages.in(context).browser();
        ProposingTown proposing = ProposingTown.in(context);
        town = proposing.town();
        cycle = proposing.cycle();
        person = proposing.person();
        id = drafts.add(cycle.id(), Town.EDUCATION, person.username());
        page = proposing.page();
    }

    @Test
    void labelsEveryFieldInBothLanguages() throws Exception {
        for (String language : java.util.List.of("fi", "sv")) {
            Document shown = show(language);
            assertThat(shown.text()).doesNotContain("??");
            for (Element field : shown.select("input:not([type=hidden]), select, textarea")) {
                assertThat(shown.select("label[for='" + field.id() + "']"))
                        .as(field.id())
                        .hasSize(1);
            }
            for (Element area : shown.select("form[hx-post]")) {
                assertThat(shown.getElementById(area.attr("hx-target").substring(1)))
                        .isNotNull();
            }
        }
        assertThat(show("sv").text()).contains("Unga är mindre ensamma", "Saknas eller ska rättas");
    }

    @Test
    void savesARowBehindThePageAndTellsWhatIsMissing() throws Exception {
        String answer = save(row(0).param("title", "Kerhot").param("euro", "1 500,50"), true);
        Document state = Jsoup.parseBodyFragment(answer);
        assertThat(state.text()).contains("Tallennettu", "Vastuuhenkilö").doesNotContain("Toimenpide,");
        assertThat(state.select("input[name=version]").eachAttr("value")).containsOnly("1");
        assertThat(measures.get(id).content().euro()).isEqualByComparingTo("1500.50");
    }

    @Test
    void countsARowAsUnfinishedUntilItsAssessmentIsAsItMustBe() throws Exception {
        save(
                row(0).param("title", "Kerhot")
                        .param("goal", goals.list(cycle.id()).get(0).id().toString())
                        .param("owner", person.username().value())
                        .param("deputy", town.person(Role.MANAGER).username().value())
                        .param("startsOn", (cycle.year() + 1) + "-01-01")
                        .param("endsOn", (cycle.year() + 1) + "-12-31")
                        .param("euro", "100")
                        .param("populationGroup", "ALL")
                        .param("scopes", "WELLBEING_PLAN"),
                true);
        assertThat(show("fi").select("#overview-sum").text()).contains("Keskeneräisiä rivejä 1.");
        assertThat(show("fi").select("#screenings[open]")).hasSize(1);
        browser.perform(post(page + "/screenings")
                .param("measure", id.toString())
                .with(user(person.username().value()))
                .with(csrf()));
        Document whole = show("fi");
        assertThat(whole.select("#overview-sum").text()).contains("Keskeneräisiä rivejä 0.");
        assertThat(whole.select("#screenings, #overview [data-next-incomplete]"))
                .isEmpty();
    }

    @Test
    void asksWhyNothingIsProposedOnlyWhereNothingIs() throws Exception {
        assertThat(show("fi").select("#noProposalsReason")).isEmpty();
        drafts.delete(cycle.id(), Town.EDUCATION, id, 0);
        assertThat(show("fi").select("#noProposalsReason")).hasSize(1);
    }

    @Test
    void savesWithoutJavaScriptAndComesBackToTheRow() throws Exception {
        browser.perform(row(0).param("title", "Kerhot").param("embedded", ""))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl(page + "?embedded#measure-" + id));
        assertThat(measures.get(id).title()).isEqualTo("Kerhot");
    }

    @Test
    void aWrongSumIsToldAndNothingTypedIsLost() throws Exception {
        String answer = save(row(0).param("title", "Kerhot").param("euro", "paljon"), false);
        Document shown = Jsoup.parse(answer);
        assertThat(shown.select("[data-unsaved]").text()).contains("Euroa talousarviovuonna");
        assertThat(shown.select("[name=euro]").val()).isEqualTo("paljon");
        assertThat(shown.select("[name=title]").val()).isEqualTo("Kerhot");
        assertThat(measures.get(id).title()).isEmpty();
    }

    @Test
    void theSecondOfTwoEditorsSeesTheNewerValueAndChooses() throws Exception {
        save(row(0).param("title", "Ensimmäisen kerho"), true);
        String told = save(row(0).param("title", "Toisen kerho"), true);
        Document state = Jsoup.parseBodyFragment(told);
        assertThat(state.select("[data-unsaved]").text()).contains("Toinen henkilö", "Ensimmäisen kerho");
        assertThat(state.select("input[name=version]").eachAttr("value")).containsOnly("0");
        assertThat(measures.get(id).title()).isEqualTo("Ensimmäisen kerho");

        String again = save(row(0).param("title", "Toisen kerho ja leiri"), true);
        assertThat(again).contains("data-unsaved");

        save(
                row(0).param("title", "Toisen kerho")
                        .param(
                                "overwrite",
                                state.select("button[name=overwrite]").val()),
                true);
        assertThat(measures.get(id).title()).isEqualTo("Toisen kerho");
    }

    @Test
    void withoutJavaScriptTheSecondEditorsTextStaysInTheForm() throws Exception {
        save(row(0).param("title", "Ensimmäisen kerho"), true);
        Document shown = Jsoup.parse(save(row(0).param("title", "Toisen kerho"), false));
        assertThat(shown.select("[name=title]").val()).isEqualTo("Toisen kerho");
        assertThat(shown.select("[data-unsaved]").text()).contains("Ensimmäisen kerho");
        assertThat(shown.select("[data-unsaved] a").attr("href")).isEqualTo(page);
    }

    @Test
    void aRowSavedInAnEndedSessionIsAnswered401AndNotTheLoginPage() throws Exception {
        browser.perform(post(page + "/rows/" + id)
                        .param("version", "0")
                        .param("title", "Kerhot")
                        .header("HX-Request", "true"))
                .andExpect(status().isUnauthorized());
        browser.perform(get("/session")).andExpect(status().isUnauthorized());
        assertThat(measures.get(id).title()).isEmpty();
        browser.perform(post(page + "/rows/" + id)
                        .param("version", "0")
                        .header("HX-Request", "true")
                        .with(signedIn()))
                .andExpect(status().isForbidden());
        String session = browser.perform(get("/session").with(signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(session).contains(person.username().value(), "token");
    }

    @Test
    void theAnswerToASavedRowBringsTheOverviewUpToDate() throws Exception {
        Document state =
                Jsoup.parseBodyFragment(save(row(0).param("title", "Kerhot").param("euro", "1500"), true));
        assertThat(state.select("[hx-swap-oob*=data-title]").text()).isEqualTo("Kerhot");
        assertThat(state.select("[hx-swap-oob*=data-cost]").text()).contains("500,00");
        assertThat(state.select("[hx-swap-oob*=data-gaps] [data-incomplete]")).hasSize(1);
        assertThat(state.select("[hx-swap-oob*=overview-sum]").text()).contains("500,00");
    }

    @Test
    void fortyRowsAreFoldedBelowTheirOverviewAndTheFirstIncompleteIsOpen() throws Exception {
        for (int i = 0; i < 39; i++) {
            drafts.add(cycle.id(), Town.EDUCATION, person.username());
        }
        Document shown = show("fi");
        assertThat(shown.select("details.proposal")).hasSize(40);
        assertThat(shown.select("details.proposal[open]")).hasSize(1);
        assertThat(shown.select("#overview tbody tr")).hasSize(40);
    }

    @Test
    void addsAndDeletesRows() throws Exception {
        browser.perform(post(page + "/rows").with(csrf()).with(signedIn())).andExpect(status().is3xxRedirection());
        assertThat(measures.of(cycle.id(), Town.EDUCATION)).hasSize(2);
        browser.perform(post(page + "/rows/" + id + "/delete")
                        .param("version", "0")
                        .with(csrf())
                        .with(signedIn()))
                .andExpect(redirectedUrl(page + "#rows"));
        assertThat(measures.of(cycle.id(), Town.EDUCATION)).hasSize(1);
    }

    @Test
    void anotherDepartmentSeesNothing() throws Exception {
        Person other = town.person(Role.DEPARTMENT, Town.TECHNICAL);
        browser.perform(get(page).with(user(other.username().value()))).andExpect(status().isNotFound());
        OpenTask theirs = worklist.of(other).get(0);
        browser.perform(post("/tasks/" + theirs.id() + "/proposals/rows/" + id)
                        .param("title", "vieras")
                        .param("version", "0")
                        .with(csrf())
                        .with(user(other.username().value())))
                .andExpect(status().isNotFound());
        assertThat(measures.get(id).title()).isEmpty();
    }

    private MockHttpServletRequestBuilder row(int version) {
        return post(page + "/rows/" + id)
                .param("version", Integer.toString(version))
                .with(csrf())
                .with(signedIn());
    }

    private String save(MockHttpServletRequestBuilder row, boolean htmx) throws Exception {
        return browser.perform(htmx ? row.header("HX-Request", "true") : row)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Document show(String language) throws Exception {
        return Jsoup.parse(browser.perform(get(page).with(signedIn()).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor signedIn() {
        return user(person.username().value());
    }
}
