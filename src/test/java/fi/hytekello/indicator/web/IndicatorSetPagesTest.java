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
import fi.hytekello.indicator.ShippedSets;
import fi.hytekello.indicator.Snapshots;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages on which a municipality chooses what it follows and enters its coefficient. */
@WholeTest
class IndicatorSetPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    ShippedSets shipped;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Worklist worklist;

    @Autowired
    Clock clock;

    private MockMvc browser;
    private Town town;
    private Cycle cycle;
    private String page;

    @BeforeEach
    void startYear() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        shipped.load();
        town = towns.make();
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        page = "/cycles/" + cycle.id() + "/indicator-set";
    }

    @Test
    void saysHonestlyWhatEachSetIsInBothLanguages() throws Exception {
        assertThat(show(Role.COORDINATOR, page, "fi").text())
                .contains(
                        "Aloitusmittaristo, versio 1, 33 mittaria",
                        "Vähimmäissisällön ehdokkaat, versio 1, 80 mittaria",
                        "Sen luetteloa ei ole tässä",
                        "HYTE-kerroin 2026, versio 1, 11 mittaria",
                        "Kunnassa ei ole toimialaa")
                .doesNotContain("??");
        assertThat(show(Role.REGISTRY, page, "sv").text())
                .contains("Startuppsättningen, version 1, 33 indikatorer", "Följs")
                .doesNotContain("??", "mittari", "Utelämna");
    }

    @Test
    void theCoordinatorSeesTheSetWhileConfirmingTheYearAndCanChooseAnother() throws Exception {
        String task = worklist.ofCycle(cycle.id()).get(0).id();
        Document calendar = show(Role.COORDINATOR, "/tasks/" + task + "/calendar", "fi");
        assertThat(calendar.text()).contains("Aloitusmittaristo, versio 1, 33 mittaria", "Vuosi seuraa 33 mittaria.");
        assertThat(calendar.select("a[href=" + page + "]")).hasSize(1);
        String coefficient = show(Role.COORDINATOR, page, "fi")
                .select("label:contains(HYTE-kerroin)")
                .attr("for")
                .replace("set-", "");
        browser.perform(as(post(page), Role.COORDINATOR).param("sets", coefficient))
                .andExpect(redirectedUrl(page + "#sets"));
        assertThat(show(Role.COORDINATOR, "/tasks/" + task + "/calendar", "fi").text())
                .contains("HYTE-kerroin 2026", "Vuosi seuraa 11 mittaria.");
        assertThat(show(Role.COORDINATOR, page, "fi").text()).contains("Ehdokas: tarkista THL:n sivulta.");
    }

    @Test
    void leavesOutWithAReasonAndKeepsWhatWasTypedWhenItIsMissing() throws Exception {
        String leave = page + "/left-out/183";
        Document refused =
                Jsoup.parse(browser.perform(as(post(leave), Role.COORDINATOR).param("reason", "  "))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(refused.select(".error-summary").text()).contains("miksi mittari jätetään pois");
        browser.perform(as(post(leave), Role.COORDINATOR).param("reason", "Asunnot ovat väljiä."))
                .andExpect(redirectedUrl(page + "#indicator-183"));
        assertThat(show(Role.MANAGER, page, "fi")
                        .getElementById("indicator-183")
                        .text())
                .contains("Jätetty pois: Asunnot ovat väljiä.");
        browser.perform(as(post(leave + "/remove"), Role.COORDINATOR))
                .andExpect(redirectedUrl(page + "#indicator-183"));
    }

    @Test
    void addsToTheOwnSetAndSaysAfterFreezingThatChangesAreForTheNextYear() throws Exception {
        browser.perform(as(post(page + "/own"), Role.COORDINATOR).param("addedIndicator", "Olematon"))
                .andExpect(status().isBadRequest());
        browser.perform(as(post(page + "/own"), Role.COORDINATOR).param("addedIndicator", "3906"))
                .andExpect(redirectedUrl(page + "#own"));
        Document shown = show(Role.COORDINATOR, page, "fi");
        assertThat(shown.text()).contains("Kunnan oma joukko, versio 1, 1 mittari");
        assertThat(shown.getElementById("indicator-3906").text())
                .contains("Poista omasta joukosta")
                .doesNotContain("Jätä pois");
        snapshots.freeze(cycle.id());
        assertThat(show(Role.COORDINATOR, page, "fi").text())
                .contains("Muutokset koskevat seuraavaa vuotta")
                .doesNotContain("Valitse joukot", "Jätä pois");
        browser.perform(as(post(page + "/own/3906/remove"), Role.COORDINATOR)).andExpect(status().isConflict());
    }

    @Test
    void entersTheCoefficientWithFinnishNumbersAndNamesWhatIsWrong() throws Exception {
        String coefficient = "/municipalities/" + town.code() + "/hyte-coefficient";
        browser.perform(as(post(coefficient), Role.COORDINATOR)
                        .param("year", "2026")
                        .param("points", "61,5")
                        .param("euroPerResident", "18,20")
                        .param("rank", "112"))
                .andExpect(redirectedUrl(coefficient));
        assertThat(show(Role.MANAGER, coefficient, "fi").select("tbody tr").eachText())
                .containsExactly("2026 61,5 18,20 € 112");
        Document refused = Jsoup.parse(browser.perform(as(post(coefficient), Role.COORDINATOR)
                        .param("year", "2026")
                        .param("points", "paljon"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select(".error-summary a[href=#points]")).hasSize(1);
        assertThat(refused.select("#points").val()).isEqualTo("paljon");
        assertThat(show(Role.MANAGER, coefficient, "sv").text())
                .contains("Euro per invånare")
                .doesNotContain("??");
        browser.perform(get(coefficient).with(user(stranger()))).andExpect(status().isNotFound());
    }

    @Test
    void opensForNobodyOfAnotherMunicipality() throws Exception {
        String stranger = stranger();
        browser.perform(get(page).with(user(stranger))).andExpect(status().isNotFound());
        browser.perform(post(page + "/own").with(csrf()).with(user(stranger)).param("addedIndicator", "3906"))
                .andExpect(status().isNotFound());
        browser.perform(as(post(page + "/own"), Role.REGISTRY).param("addedIndicator", "3906"))
                .andExpect(status().isForbidden());
    }

    private String stranger() {
        return towns.make().person(Role.COORDINATOR).username().value();
    }

    private Document show(Role role, String address, String language) throws Exception {
        return Jsoup.parse(browser.perform(as(get(address), role).locale(Locale.forLanguageTag(language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, Role role) {
        return request.with(csrf())
                .with(user(town.person(role).username().value()))
                .locale(Locale.forLanguageTag("fi"))
                .accept(MediaType.TEXT_HTML);
    }
}
