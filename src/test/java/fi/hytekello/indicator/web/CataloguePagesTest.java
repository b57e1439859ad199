package fi.hytekello.indicator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.WholeTest;
import fi.hytekello.indicator.ShippedIndicators;
import fi.hytekello.indicator.source.ImportHistory;
import fi.hytekello.indicator.source.IndicatorImports;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The catalogue and its imports as a coordinator sees them; nothing here calls the network. */
@WholeTest
class CataloguePagesTest {

    private static final int ODD = 900_011;

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    ShippedIndicators shipped;

    @Autowired
    IndicatorImports imports;

    @Autowired
    ImportHistory history;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private TestPages pages;
    private Towns.Town town;
    private Person coordinator;
    private String page;

    @BeforeEach
    void open() {
        shipped.load();
        pages = TestPages.in(context);
        town = towns.make();
        coordinator = town.person(Role.COORDINATOR);
        page = "/municipalities/" + town.code() + "/indicator-catalogue";
    }

    @AfterEach
    void endImports() {
        imports.running().ifPresent(running -> imports.cancel(town.code(), coordinator));
        jdbc.sql("delete from hyte.indicator where id = :id").param("id", ODD).update();
    }

    @Test
    void showsWhatIsHeldOfEachIndicatorFromWhereAndOnWhatTerms() throws Exception {
        Document shown = pages.shown(page, coordinator, "fi");
        assertThat(shown.text())
                .contains("Väestö 31.12.")
                .contains("1990–2012")
                .contains("Sotkanet.fi, THL, mittari 127. Tuottaja: Tilastokeskus. Vuodet 1990–2012, ")
                .contains("Käyttöehdot tuottajalta.")
                .contains("Lisenssi CC BY 4.0.")
                .contains("ei arvoja");
        assertThat(pages.shown(page, coordinator, "sv").text())
                .contains("Befolkning 31.12")
                .contains("inga värden");
    }

    @Test
    void isOpenToCoordinatorAndAdministratorOnly() throws Exception {
        pages.shown(page, town.person(Role.ADMIN), "fi");
        for (String part : List.of("", "/titles", "/revisions", "/own", "/own/table.xlsx", "/scores")) {
            pages.browser()
                    .perform(get(page + part).with(as(town.person(Role.MANAGER))))
                    .andExpect(status().isForbidden());
            pages.browser()
                    .perform(get(page + part).with(as(towns.make().person(Role.COORDINATOR))))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void beginsOneImportAtATimeThatBelongsToNoMunicipality() throws Exception {
        assertThat(sent(post(page + "/import"))).containsKey("done");
        assertThat(jobs())
                .hasSize(1)
                .allSatisfy(job -> assertThat(job.getTenantId()).isNull());
        assertThat(pages.shown(page, coordinator, "fi").text()).contains("Arvoja haetaan Sotkanetista");
        assertThat(sent(post(page + "/import"))).containsKey("problem");
        imports.beginOnSchedule();
        assertThat(jobs()).hasSize(1);
        assertThat(audited()).containsExactly("indicators.importBegun");
    }

    @Test
    void tellsWhenAnImportHasStoppedAndLetsItBeTriedAgainOrEnded() throws Exception {
        sent(post(page + "/import"));
        management.setJobRetries(jobs().get(0).getId(), 0);
        assertThat(pages.shown(page, coordinator, "fi").text())
                .contains("Arvojen haku Sotkanetista on pysähtynyt")
                .contains("Yritä uudelleen");
        assertThat(pages.shown("/", coordinator, "sv").text()).contains("Hämtningen från Sotkanet har stannat");
        assertThat(pages.shown("/", town.person(Role.MANAGER), "fi").text()).doesNotContain("pysähtynyt");
        sent(post(page + "/import/retry"));
        assertThat(jobs().get(0).getRetries()).isEqualTo(1);
        assertThat(sent(post(page + "/import/retry"))).containsKey("problem");
        management.setJobDuedate(
                jobs().get(0).getId(), Date.from(clock.instant().plus(Duration.ofMinutes(30))));
        assertThat(pages.shown(page, coordinator, "fi").text()).contains("Yritetään uudelleen");
        assertThat(sent(post(page + "/import/retry"))).containsKey("done");
        sent(post(page + "/import/stop"));
        assertThat(jobs()).isEmpty();
        assertThat(history.newest(town.code(), 1).get(0).state()).isEqualTo(ImportHistory.State.STOPPED);
        assertThat(audited())
                .containsExactly(
                        "indicators.importBegun",
                        "indicators.importRetried",
                        "indicators.importRetried",
                        "indicators.importStopped");
    }

    @Test
    void takesTheSourcesTitleOnlyAsThePersonSawIt() throws Exception {
        waiting("Aivan muu nimi");
        assertThat(pages.shown(page, coordinator, "fi").text()).contains("Sotkanetissa toinen kuin luettelossa");
        assertThat(pages.shown(page + "/titles", coordinator, "fi").text())
                .contains("Luettelon nimi")
                .contains("Aivan muu nimi");
        assertThat(sent(post(page + "/titles/900011/confirm").param("seen", "Vielä eri nimi")))
                .containsKey("problem");
        sent(post(page + "/titles/900011/confirm").param("seen", "Aivan muu nimi"));
        assertThat(jdbc.sql("select title_fi || ' ' || title_sv from hyte.indicator where id = 900011")
                        .query(String.class)
                        .single())
                .isEqualTo("Aivan muu nimi Annat namn");
        assertThat(state()).isEqualTo("TAKEN");
        assertThat(sent(post(page + "/titles/900011/confirm").param("seen", "Aivan muu nimi")))
                .containsKey("problem");
        assertThat(audited()).containsExactly("indicator.titleConfirmed");
    }

    @Test
    void leavesAnIndicatorOutUntilItIsTakenBack() throws Exception {
        waiting("Aivan muu nimi");
        sent(post(page + "/titles/900011/leave-out"));
        assertThat(state()).isEqualTo("LEFT_OUT");
        sent(post(page + "/titles/900011/take-back"));
        assertThat(state()).isEqualTo("WAITING");
        assertThat(audited()).containsExactly("indicator.leftOut", "indicator.takenBack");
    }

    @Test
    void showsTheMistakesOfATableAndItsPreviewBeforeItIsStored() throws Exception {
        String wrong = "Mittari;Vuosi;Arvo\nUusi;2024;x\n";
        Map<String, Object> refused = perform(multipart(page + "/own").file(file(wrong)));
        assertThat(refused).containsEntry("mistakeCount", 6);
        String right = """
                Mittari;Yksikkö;Suunta;Teema;Toimiala;Tuottaja;Vuosi;Arvo
                Kirjaston kävijät;käyntiä;Suurempi on parempi;Koulutus ja oppiminen;education;Kirjasto;2024;7,5
                """;
        perform(multipart(page + "/own").file(file(right)));
        assertThat(pages.shown(page + "/own/preview", coordinator, "fi").text())
                .contains("Kirjaston kävijät")
                .contains("2024: 7,5 käyntiä");
        sent(post(page + "/own/confirm"));
        assertThat(pages.shown(page + "/own", coordinator, "sv").text()).contains("Kirjaston kävijät");
        sent(post(page + "/own/confirm"));
        sent(post(page + "/scores")
                .param("scoreIndicator", "4072")
                .param("year", "2024")
                .param("value", "67"));
        assertThat(pages.shown(page + "/scores", coordinator, "fi").text()).contains("Kirjattu käsin");
        assertThat(pages.shown(page, coordinator, "fi").text())
                .contains("Kunnan oma")
                .contains("kirjattu käsin");
        long id = history.newest(town.code(), 1).get(0).id().value();
        assertThat(pages.shown(page + "/imports/" + id, coordinator, "fi").text())
                .contains("Kirjattu käsin");
        assertThat(pages.shown(page + "/revisions", coordinator, "fi").text()).contains("Mikään kunnan arvo");
    }

    @Test
    void takesOneOwnIndicatorFromAFormCheckedAsATableIs() throws Exception {
        String refused = pages.browser()
                .perform(own("Ulkoilee viikoittain", "", "2999", "61,2"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(refused).select(".error-summary li").eachText())
                .hasSize(2)
                .anyMatch(one -> one.startsWith("Kenttä ”Yksikkö” on pakollinen."))
                .anyMatch(one -> one.startsWith("Arvot, rivi 2: ”Vuosi” on vuosiluku"));
        assertThat(Jsoup.parse(refused).select("[aria-invalid=true]").eachAttr("name"))
                .containsExactly("unit", "year");
        assertThat(Jsoup.parse(refused).select("[name=value]").get(1).val()).isEqualTo("61,2");
        assertThat(pages.shown(page + "/own", coordinator, "fi").text()).contains("Kunnalla ei ole omia mittareita.");

        pages.browser()
                .perform(own("Ulkoilee viikoittain", "%", "2024", "61,2"))
                .andExpect(redirectedUrl(page + "/own/preview"));
        assertThat(pages.shown(page + "/own/preview", coordinator, "fi").text())
                .contains("Ulkoilee viikoittain Uusi mittari 2024: 61,2 % ± 3,1, 402 vastaajaa");
        sent(post(page + "/own/confirm"));
        assertThat(pages.shown(page + "/own", coordinator, "sv")
                        .select("tbody tr")
                        .text())
                .contains("Ulkoilee viikoittain % Högre är bättre Motion education Kysely");
        pages.browser()
                .perform(get(page + "/own/new").with(as(town.person(Role.MANAGER))))
                .andExpect(status().isForbidden());
    }

    /** The first of the form's rows is left empty. */
    private MockHttpServletRequestBuilder own(String title, String unit, String year, String value) {
        return post(page + "/own/new")
                .with(csrf())
                .with(as(coordinator))
                .locale(java.util.Locale.forLanguageTag("fi"))
                .param("ownIndicator", title)
                .param("unit", unit)
                .param("ownDirection", "HIGHER_BETTER")
                .param("theme", "EXERCISE")
                .param("department", "education")
                .param("producer", "Kysely")
                .param("year", "", year)
                .param("value", "", value)
                .param("margin", "", "3,1")
                .param("respondents", "", "402");
    }

    private void waiting(String sourceTitle) {
        jdbc.sql("""
                        insert into hyte.indicator (id, title_fi, title_sv, unit_fi, unit_sv, direction, theme,
                            department_code, producer_fi, producer_sv)
                        values (900011, 'Luettelon nimi', 'Namn', '%', '%', 'CONTEXT', 'HEALTH', 'wellbeing', 'THL', 'THL')""").update();
        jdbc.sql("""
                        insert into hyte.indicator_source (indicator_id, state, title_fi, title_sv)
                        values (900011, 'WAITING', :title, 'Annat namn')""").param("title", sourceTitle).update();
    }

    private String state() {
        return jdbc.sql("select state from hyte.indicator_source where indicator_id = 900011")
                .query(String.class)
                .single();
    }

    private List<String> audited() {
        return jdbc.sql("select action from hyte.audit_event where municipality_code = :code order by id")
                .param("code", town.code().value())
                .query(String.class)
                .list();
    }

    private List<Job> jobs() {
        return management
                .createJobQuery()
                .processDefinitionKey("IndicatorImport")
                .list();
    }

    private Map<String, Object> sent(MockHttpServletRequestBuilder request) throws Exception {
        return perform(request.accept(MediaType.TEXT_HTML));
    }

    /** What the person is told on the next page. */
    private Map<String, Object> perform(MockHttpServletRequestBuilder request) throws Exception {
        return pages.browser()
                .perform(request.with(csrf()).with(as(coordinator)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getFlashMap();
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", "omat.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                    .UserRequestPostProcessor
            as(Person person) {
        return user(person.username().value());
    }
}
