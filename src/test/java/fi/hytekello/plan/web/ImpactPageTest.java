package fi.hytekello.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.ImpactAssessment;
import fi.hytekello.plan.ImpactAssessments;
import fi.hytekello.plan.ImpactNeed;
import fi.hytekello.plan.ImpactViewpoint;
import fi.hytekello.plan.MeasureHistory;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.ProposalDrafts;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The page of one measure's assessment as browsers use it, with and without JavaScript, and where others read it. */
@WholeTest
class ImpactPageTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Measures measures;

    @Autowired
    ProposalDrafts drafts;

    @Autowired
    ImpactAssessments assessments;

    @Autowired
    MeasureHistory history;

    @Autowired
    Worklist worklist;

    private MockMvc browser;
    private Town town;
    private Cycle cycle;
    private Person person;
    private MeasureId id;
    private String proposals;
    private String page;

    @BeforeEach
    void openPage() {
        browser = TestPages.in(context).browser();
        ProposingTown proposing = ProposingTown.in(context);
        town = proposing.town();
        cycle = proposing.cycle();
        person = proposing.person();
        proposals = proposing.page();
        id = drafts.add(cycle.id(), Town.EDUCATION, person.username());
        page = proposals + "/rows/" + id + "/impact";
    }

    @Test
    void labelsEveryFieldInBothLanguages() throws Exception {
        browser.perform(sent("/alternatives").param("alternativeName", "Ostopalvelu"))
                .andExpect(redirectedUrl(page + "#alternatives"));
        for (String language : List.of("fi", "sv")) {
            Document shown = show(page, person, language);
            assertThat(shown.select("form[id^=effect-]")).hasSize(15);
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
        assertThat(show(page, person, "sv").text()).contains("Nollalternativet", "behovet inte utrett");
    }

    @Test
    void tellsTheNeedAsSoonAsItIsAnswered() throws Exception {
        Document told = Jsoup.parseBodyFragment(save(sent("/screening")
                .param("version", "0")
                .param("affectsResidents", "true")
                .header("HX-Request", "true")));
        assertThat(told.select("[hx-swap-oob] [data-need=SHORT]").text())
                .contains("lyhyt arvio: kesken", "Yksi tai kaksi kriteeriä täyttyy.");
        assertThat(told.select("input[name=version]").eachAttr("value")).containsOnly("1");
        assertThat(show(proposals, person, "fi").select(".impact-line").text())
                .contains("lyhyt arvio: kesken", "Tee ennakkoarviointi");
        assertThat(browser.perform(get(page + "/line").with(as(person)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("lyhyt arvio: kesken")
                .doesNotContain("<html");
    }

    @Test
    void answersForSeveralProposalsAtOnceThatNothingIsAffected() throws Exception {
        MeasureId answered = drafts.add(cycle.id(), Town.EDUCATION, person.username());
        MeasureId left = drafts.add(cycle.id(), Town.EDUCATION, person.username());
        MeasureId foreign = drafts.add(
                cycle.id(),
                Town.TECHNICAL,
                town.person(Role.DEPARTMENT, Town.TECHNICAL).username());
        save(asked(proposals + "/rows/" + answered + "/impact/screening")
                .param("version", "0")
                .param("affectsStaff", "true")
                .header("HX-Request", "true"));
        Document before = show(proposals, person, "fi");
        assertThat(before.select("#screenings [type=checkbox]").eachAttr("value"))
                .containsExactly(id.toString(), left.toString());
        browser.perform(asked(proposals + "/screenings"))
                .andExpect(redirectedUrl(proposals))
                .andExpect(flash().attributeExists("problem"));
        browser.perform(asked(proposals + "/screenings")
                        .param("measure", id.toString(), answered.toString(), foreign.toString())
                        .param("embedded", ""))
                .andExpect(redirectedUrl(proposals + "?embedded"))
                .andExpect(flash().attribute("screened", 1));
        assertThat(now().need()).isEqualTo(ImpactNeed.NOT_NEEDED);
        assertThat(assessments.of(measures.get(answered)).need()).isEqualTo(ImpactNeed.SHORT);
        assertThat(assessments.of(measures.get(foreign)).need()).isNull();
        assertThat(assessments.of(measures.get(left)).need()).isNull();
        assertThat(history.of(measures.get(id)))
                .extracting(MeasureHistory.Entry::action)
                .contains("impact.screened");
    }

    @Test
    void savesWithoutJavaScriptAndComesBackToThePart() throws Exception {
        browser.perform(sent("/effects/1/FINANCES")
                        .param("version", "0")
                        .param("direction", "NEGATIVE")
                        .param("shortTerm", "Menot kasvavat.")
                        .param("embedded", ""))
                .andExpect(redirectedUrl(page + "?embedded#effect-1-FINANCES"));
        browser.perform(sent("/summary").param("version", "0").param("conclusion", "Ei toteuteta."))
                .andExpect(redirectedUrl(page + "#summary"));
        assertThat(now().alternatives().get(1).effect(ImpactViewpoint.FINANCES).shortTerm())
                .isEqualTo("Menot kasvavat.");
        assertThat(now().summary().conclusion()).isEqualTo("Ei toteuteta.");
    }

    @Test
    void aContradictionIsToldAndNothingTypedIsLost() throws Exception {
        Document shown = Jsoup.parse(save(sent("/screening")
                .param("version", "0")
                .param("affectsStaff", "true")
                .param("affectsNothing", "true")
                .param("choiceReason", "kesken oleva perustelu")));
        assertThat(shown.select("#screening [data-unsaved]").text()).contains("Ei mihinkään näistä");
        assertThat(shown.select("#affectsStaff[checked], #affectsNothing[checked]"))
                .hasSize(2);
        assertThat(shown.select("#choiceReason").val()).isEqualTo("kesken oleva perustelu");
        assertThat(now().screening().isAnswered()).isFalse();
    }

    @Test
    void theSecondOfTwoEditorsSeesTheNewerWordsAndChooses() throws Exception {
        save(effect(0).param("direction", "POSITIVE").param("shortTerm", "ensimmäisen"));
        Document state = Jsoup.parseBodyFragment(
                save(effect(0).param("direction", "NEGATIVE").param("shortTerm", "toisen")));
        assertThat(state.select("[data-unsaved]").text())
                .contains("Toinen henkilö", "Vaikutuksen suunta myönteinen", "ensimmäisen");
        save(effect(0)
                .param("direction", "NEGATIVE")
                .param("shortTerm", "toisen")
                .param("overwrite", state.select("button[name=overwrite]").val()));
        assertThat(now().alternatives().get(0).effect(ImpactViewpoint.RESIDENTS).shortTerm())
                .isEqualTo("toisen");
    }

    @Test
    void alternativesAreAddedAndTakenAway() throws Exception {
        assertThat(save(sent("/alternatives").param("alternativeName", " ")))
                .contains("Vaihtoehdon nimi")
                .contains("data-error-summary");
        browser.perform(sent("/alternatives").param("alternativeName", "Ostopalvelu"));
        save(sent("/alternatives/2")
                .param("version", "1")
                .param("alternativeName", "Ostetaan")
                .header("HX-Request", "true"));
        assertThat(now().alternatives().get(2).name()).isEqualTo("Ostetaan");
        assertThat(save(sent("/alternatives/2/delete").param("version", "1"))).contains("Toinen henkilö");
        browser.perform(sent("/alternatives/2/delete").param("version", "2"))
                .andExpect(redirectedUrl(page + "#alternatives"));
        browser.perform(sent("/effects/2/RESIDENTS").param("version", "0")).andExpect(status().isNotFound());
    }

    @Test
    void neitherAnotherDepartmentNorAnotherTaskOpensIt() throws Exception {
        Person other = town.person(Role.DEPARTMENT, Town.TECHNICAL);
        browser.perform(get(page).with(as(other))).andExpect(status().isNotFound());
        String theirs = "/tasks/" + task(other).id() + "/proposals/rows/" + id + "/impact";
        browser.perform(get(theirs).with(as(other))).andExpect(status().isNotFound());
        browser.perform(post(theirs + "/screening")
                        .param("version", "0")
                        .param("affectsNothing", "true")
                        .with(csrf())
                        .with(as(other)))
                .andExpect(status().isNotFound());
        Person coordinator = town.person(Role.COORDINATOR);
        String calendar = worklist.of(coordinator).get(0).id();
        browser.perform(get("/tasks/" + calendar + "/proposals/rows/" + id + "/impact")
                        .with(as(coordinator)))
                .andExpect(status().isNotFound());
        assertThat(now().screening().isAnswered()).isFalse();
    }

    @Test
    void everybodyOfTheMunicipalityReadsItAndNobodyElse() throws Exception {
        save(sent("/screening")
                .param("version", "0")
                .param("affectsServices", "true")
                .header("HX-Request", "true"));
        save(effect(0).param("direction", "POSITIVE").param("shortTerm", "Jonot lyhenevät."));
        String read = "/cycles/" + cycle.id() + "/measures/" + id + "/impact";
        String list = "/cycles/" + cycle.id() + "/impact-assessments";
        Person manager = town.person(Role.MANAGER);
        assertThat(show(read, manager, "fi").text())
                .contains("laaja arvio: kesken", "Palvelujen linjauksiin", "Jonot lyhenevät.", "myönteinen");
        assertThat(show(read, manager, "fi").select("form[method=post]")).isEmpty();
        assertThat(show(list, manager, "sv").text()).contains("omfattande bedömning: inte färdig");
        Town elsewhere = towns.make();
        Person stranger = elsewhere.person(Role.MANAGER);
        browser.perform(get(read).with(as(stranger))).andExpect(status().isNotFound());
        browser.perform(get(list).with(as(stranger))).andExpect(status().isNotFound());
        Cycle foreign = planning.start(elsewhere.code(), cycle.year(), elsewhere.person(Role.COORDINATOR));
        browser.perform(get("/cycles/" + foreign.id() + "/measures/" + id + "/impact")
                        .with(as(stranger)))
                .andExpect(status().isNotFound());
        assertThat(now().need()).isEqualTo(ImpactNeed.FULL);
    }

    private MockHttpServletRequestBuilder effect(int version) {
        return sent("/effects/0/RESIDENTS")
                .param("version", Integer.toString(version))
                .header("HX-Request", "true");
    }

    private MockHttpServletRequestBuilder sent(String part) {
        return post(page + part).with(csrf()).with(as(person));
    }

    private MockHttpServletRequestBuilder asked(String path) {
        return post(path).with(csrf()).with(as(person));
    }

    private String save(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Document show(String path, Person reader, String language) throws Exception {
        Document shown = Jsoup.parse(browser.perform(get(path).with(as(reader)).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(shown.text()).doesNotContain("??");
        return shown;
    }

    private OpenTask task(Person of) {
        return worklist.of(of).stream()
                .filter(open -> open.task().equals("Activity_ProposeMeasures"))
                .findFirst()
                .orElseThrow();
    }

    private ImpactAssessment now() {
        return assessments.of(measures.get(id));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor as(Person person) {
        return user(person.username().value());
    }
}
