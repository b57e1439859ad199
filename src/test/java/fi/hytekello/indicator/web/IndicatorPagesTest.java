package fi.hytekello.indicator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.ShippedIndicators;
import fi.hytekello.indicator.Snapshots;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@WholeTest
class IndicatorPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    ShippedIndicators shipped;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Indicators indicators;

    @Autowired
    Worklist worklist;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private MockMvc browser;
    private Town town;
    private Cycle cycle;
    private String page;

    @BeforeEach
    void openReview() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        town = towns.make();
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        shipped.load();
        jdbc.sql("""
                        insert into hyte.department (municipality_code, code, name_fi, name_sv)
                        values (:town, 'vitality', 'Elinvoima', 'Livskraft')""").param("town", town.code().value()).update();
        snapshots.freeze(cycle.id());
        jdbc.sql("""
                        update hyte.snapshot_value set year = 2011, value = 7.6, comparison = 6.1, source_year = 2011,
                            status = 'OK', light = 'RED', reason = 'JUDGED'
                        where cycle_id = :cycle and indicator_id = 183""").param("cycle", cycle.id().value()).update();
        String id = "review-" + town.code();
        worklist.opened(task(id, "Activity_ExplainIndicators"));
        page = "/tasks/" + id + "/indicator-review";
    }

    @Test
    void showsValueYearUnitComparisonSourceAndLightInWords() throws Exception {
        String text = show(page, "fi").text();
        assertThat(text)
                .contains(
                        "7,6 % Tieto on vuodelta 2011.",
                        "6,1 % alueen kuntien mediaani ero 24,6 %",
                        "Heikko 7,6 % on 24,6 % suurempi kuin alueen kuntien mediaani 6,1 %. Sallittu ero on 10 %.",
                        "Lähde: Sotkanet.fi, mittari 183 ”Ahtaasti asuvat asuntokunnat, % kaikista asuntokunnista”."
                                + " Tuottaja: Tilastokeskus. Vuosi 2011. Hakupäivä ei tiedossa."
                                + " Käyttöehdot: tuottajan omat ehdot.",
                        "Ehdotan korjaavaa toimenpidettä");
        assertThat(show(page, "sv").text())
                .contains(
                        "7,6 % Uppgiften är från år 2011.",
                        "Svagt 7,6 % är 24,6 % större än medianen för områdets kommuner 6,1 %. Den tillåtna skillnaden är 10 %.",
                        "Trångbodda bostadshushåll",
                        "Källa: Sotkanet.fi, indikator 183 ”Trångbodda bostadshushåll, % av alla bostadshushåll”."
                                + " Producent: Statistikcentralen.")
                .doesNotContain("??", "vuodelta", "Lähde");
    }

    @Test
    void labelsEveryFieldAndShowsOnlyTheDepartmentsOwnIndicators() throws Exception {
        Document shown = show(page, "fi");
        assertThat(shown.select("textarea"))
                .hasSize(2)
                .allSatisfy(area -> assertThat(shown.select("label[for='" + area.id() + "']"))
                        .hasSize(1));
        assertThat(shown.select("input[type=checkbox]")).hasSize(1);
    }

    @Test
    void savesARowWithoutLeavingThePageAndWithoutJavaScript() throws Exception {
        String answer = browser.perform(as(post(page + "/183"))
                        .header("HX-Request", "true")
                        .param("explanation", "Asuntoja on vähän.")
                        .param("corrective", "true"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("Tallennettu").doesNotContain("<html");
        browser.perform(as(post(page + "/3113"))
                        .param("explanation", "Lukua ei ole tuotu.")
                        .param("embedded", ""))
                .andExpect(redirectedUrl(page + "?embedded"));
        assertThat(show(page, "fi").select("textarea").eachText())
                .containsExactly("Asuntoja on vähän.", "Lukua ei ole tuotu.");
        assertThat(show(page, "fi").select("input[checked]")).hasSize(1);
    }

    @Test
    void tellsInTheRowWhatIsWrong() throws Exception {
        String answer = browser.perform(
                        as(post(page + "/3113")).header("HX-Request", "true").param("corrective", "true"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(answer).text()).contains("Korjaava toimenpide", "vain punaisille");
    }

    @Test
    void escapesWhatPeopleWrite() throws Exception {
        browser.perform(as(post(page + "/183")).param("explanation", "</textarea><script>alert(1)</script>"));
        assertThat(show(page, "fi").select("textarea script, td > script, td script"))
                .isEmpty();
    }

    @Test
    void opensForNoOtherTaskAndForNobodyElse() throws Exception {
        worklist.opened(task("other-" + town.code(), "Activity_ReportMeasures"));
        browser.perform(as(get("/tasks/other-" + town.code() + "/indicator-review")))
                .andExpect(status().isNotFound());
        browser.perform(get(page)
                        .with(user(town.person(Role.DEPARTMENT, Town.EDUCATION)
                                .username()
                                .value())))
                .andExpect(status().isNotFound());
        browser.perform(post(page + "/183")
                        .with(csrf())
                        .with(user(town.person(Role.MANAGER).username().value()))
                        .param("explanation", "x"))
                .andExpect(status().isNotFound());
        assertThat(indicators.of(cycle.id(), Town.TECHNICAL))
                .allSatisfy(value -> assertThat(value.explanation()).isNull());
    }

    @Test
    void theGroupReadsLightsExplanationsAndWhoIsSilentByThemeAndSavesItsComment() throws Exception {
        String id = "discuss-" + town.code();
        worklist.opened(task(id, "Activity_DiscussIndicators", "wellbeing-group"));
        String discussion = "/tasks/" + id + "/indicator-discussion";
        jdbc.sql("""
                        insert into hyte.indicator_request (cycle_id, department_code, round, task_id, asked_at, due_at)
                        values (:cycle, 'technical', 1, :task, now() - interval '12 days', now() - interval '1 day')""")
                .param("cycle", cycle.id().value())
                .param("task", "asked-" + town.code())
                .update();
        Person member = town.person(Role.WELLBEING_GROUP);
        String text = show(discussion, member, "fi").text();
        assertThat(text)
                .contains(
                        "Heikko: 1",
                        "Myöhässä",
                        "12 päivää",
                        "ei kertaakaan",
                        "1 / 1",
                        "myöhässä 1 vuonna, kysytty 1 vuonna",
                        "Asuminen",
                        "Ei selitystä")
                .doesNotContain("??");
        assertThat(show(discussion, member, "sv").text())
                .contains("Boende", "Ingen förklaring", "försenad 1 år, tillfrågad 1 år")
                .doesNotContain("??", "Selitys");
        browser.perform(post(discussion + "/HOUSING")
                        .with(csrf())
                        .with(user(member.username().value()))
                        .header("HX-Request", "true")
                        .param("comment", "Asuntoja tarvitaan."))
                .andExpect(status().isOk());
        assertThat(show(discussion, member, "fi")
                        .getElementById("comment[HOUSING]")
                        .text())
                .isEqualTo("Asuntoja tarvitaan.");
        assertThat(show("/cycles/" + cycle.id() + "/indicators", town.person(Role.REGISTRY), "fi")
                        .text())
                .contains("Hyvinvointityöryhmän näkemys", "Asuntoja tarvitaan.", "Näin toimialat ovat vastanneet")
                .doesNotContain("Sulje mittarien tarkastelu");
        assertThat(show("/cycles/" + cycle.id() + "/indicators", town.person(Role.COORDINATOR), "fi")
                        .text())
                .contains("Sulje mittarien tarkastelu");
        browser.perform(as(get(discussion))).andExpect(status().isNotFound());
        browser.perform(post(discussion + "/NOTHING")
                        .with(csrf())
                        .with(user(member.username().value())))
                .andExpect(status().isNotFound());
    }

    @Test
    void showsTheDepartmentWhyTheGroupSentItsExplanationsBack() throws Exception {
        jdbc.sql("""
                        insert into hyte.indicator_discussion (cycle_id, returned_department, return_reason, returned_by,
                            returned_at)
                        values (:cycle, 'technical', 'Kertokaa myös mitä teette.', 'test', now())""").param("cycle", cycle.id().value()).update();
        assertThat(show(page, "fi").text())
                .contains("Hyvinvointityöryhmä palautti selitykset", "Kertokaa myös mitä teette.");
    }

    @Test
    void everybodyOfTheMunicipalityReadsAllIndicatorsAndNobodyOfAnother() throws Exception {
        String all = "/cycles/" + cycle.id() + "/indicators";
        String text = Jsoup.parse(browser.perform(get(all).with(user(
                                town.person(Role.REGISTRY).username().value())))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .text();
        assertThat(text).contains("Ahtaasti asuvat", "Työttömät", "Ei tietoa", "Heikko", "Elinvoima");
        browser.perform(get(all).with(user(
                        towns.make().person(Role.MANAGER).username().value())))
                .andExpect(status().isNotFound());
    }

    private Document show(String address, Person person, String language) throws Exception {
        return Jsoup.parse(browser.perform(
                        get(address).with(user(person.username().value())).locale(Locale.forLanguageTag(language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document show(String address, String language) throws Exception {
        return Jsoup.parse(browser.perform(as(get(address)).locale(Locale.forLanguageTag(language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
        Person person = town.person(Role.DEPARTMENT, Town.TECHNICAL);
        return request.with(csrf())
                .with(user(person.username().value()))
                .locale(Locale.forLanguageTag("fi"))
                .accept(MediaType.TEXT_HTML);
    }

    private OpenTask task(String id, String task) {
        return task(id, task, "department-technical", "department-director-technical");
    }

    private OpenTask task(String id, String task, String... groups) {
        Instant now = clock.instant();
        return new OpenTask(
                id,
                town.code(),
                cycle.id(),
                null,
                "none",
                "IndicatorReview",
                task,
                List.of(groups),
                groups.length > 1 ? Town.TECHNICAL : null,
                null,
                null,
                null,
                null,
                now,
                now);
    }
}
