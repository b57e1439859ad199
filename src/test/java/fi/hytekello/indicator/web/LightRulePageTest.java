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
import fi.hytekello.indicator.LightRules;
import fi.hytekello.indicator.ShippedIndicators;
import fi.hytekello.municipality.Role;
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

@WholeTest
class LightRulePageTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    ShippedIndicators shipped;

    @Autowired
    LightRules rules;

    private MockMvc browser;
    private Town town;
    private String page;

    @BeforeEach
    void makeTown() {
        shipped.load();
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        town = towns.make();
        page = "/municipalities/" + town.code() + "/indicator-rules";
    }

    @Test
    void saysEachRuleInWordsInBothLanguages() throws Exception {
        assertThat(show(Role.REGISTRY, page, "fi").text())
                .contains(
                        "Vertailu: alueen kuntien mediaani, sallittu ero 10 % Oletus",
                        "TEAviisari: vihreä vähintään 75, keltainen vähintään 25", "Taustatieto ilman liikennevaloa")
                .doesNotContain("Muuta sääntöä", "Lisää kunta");
        assertThat(show(Role.COORDINATOR, page, "sv").text())
                .contains("Jämförelse: medianen för områdets kommuner, tillåten skillnad 10 %", "Ändra regeln")
                .doesNotContain("??", "Vertailu");
    }

    @Test
    void savesATargetWithACommaAndShowsItInTheList() throws Exception {
        browser.perform(save(Role.COORDINATOR, 181)
                        .param("rule", "TARGET")
                        .param("target", "6,5")
                        .param("targetYear", "2028")
                        .param("tolerance", "0,5")
                        .param("version", "0"))
                .andExpect(redirectedUrl(page));
        assertThat(show(Role.MANAGER, page, "fi").text())
                .contains("Oma tavoite 6,5 % (vuoteen 2028), sallittu ero 0,5 prosenttiyksikköä Kunnan oma");
        assertThat(show(Role.COORDINATOR, page + "/181", "fi").select("#target").val())
                .isEqualTo("6,5");
    }

    @Test
    void namesTheFieldThatIsWrongAndLosesNothingThatWasTyped() throws Exception {
        Document refused = Jsoup.parse(browser.perform(save(Role.COORDINATOR, 181)
                        .param("rule", "TARGET")
                        .param("target", "kuusi")
                        .param("tolerance", "0,5")
                        .param("version", "0"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select(".error-summary a[href=#target]").text()).contains("Tavoitearvo", "6,5");
        assertThat(refused.select("#target").val()).isEqualTo("kuusi");
        assertThat(refused.select("#tolerance").val()).isEqualTo("0,5");
        assertThat(rules.of(town.code(), 181).version()).isZero();
    }

    @Test
    void showsTheNewerRuleToTheSecondOfTwoEditors() throws Exception {
        browser.perform(save(Role.ADMIN, 181)
                .param("rule", "TARGET")
                .param("target", "8")
                .param("version", "0"));
        Document refused = Jsoup.parse(browser.perform(save(Role.COORDINATOR, 181)
                        .param("rule", "TARGET")
                        .param("target", "6")
                        .param("version", "0"))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.text()).contains("Oma tavoite 8 %", "Tallenna oma sen päälle");
        assertThat(refused.select("input[name=version]").val()).isEqualTo("1");
        assertThat(refused.select("#target").val()).isEqualTo("6");
    }

    @Test
    void choosesMunicipalitiesToCompareWith() throws Exception {
        browser.perform(as(post(page + "/compared"), Role.COORDINATOR).param("comparedMunicipality", "Juva"))
                .andExpect(status().is3xxRedirection());
        Document shown = show(Role.COORDINATOR, page, "fi");
        assertThat(shown.select("#compared li").eachText()).containsExactly("Juva Poista: Juva");
        assertThat(shown.select("#compared").text()).contains("vähintään kolme");
        browser.perform(as(post(page + "/compared"), Role.COORDINATOR).param("comparedMunicipality", "Atlantis"))
                .andExpect(status().isBadRequest());
        String remove = shown.select("#compared li form").attr("action");
        browser.perform(as(post(remove), Role.COORDINATOR)).andExpect(status().is3xxRedirection());
        browser.perform(as(post(remove), Role.COORDINATOR)).andExpect(status().is3xxRedirection());
        assertThat(show(Role.COORDINATOR, page, "fi").select("#compared li")).isEmpty();
    }

    @Test
    void opensForNobodyOfAnotherMunicipalityAndChangesNothingForReaders() throws Exception {
        Town other = towns.make();
        String stranger = other.person(Role.COORDINATOR).username().value();
        for (String address : new String[] {page, page + "/181"}) {
            browser.perform(get(address).with(user(stranger))).andExpect(status().isNotFound());
        }
        browser.perform(post(page + "/181").with(csrf()).with(user(stranger)).param("rule", "COMPARISON"))
                .andExpect(status().isNotFound());
        browser.perform(post(page + "/compared")
                        .with(csrf())
                        .with(user(stranger))
                        .param("comparedMunicipality", "Juva"))
                .andExpect(status().isNotFound());
        browser.perform(save(Role.REGISTRY, 181)
                        .param("rule", "TARGET")
                        .param("target", "6")
                        .param("version", "0"))
                .andExpect(status().isForbidden());
        browser.perform(as(get(page + "/99999999"), Role.COORDINATOR)).andExpect(status().isNotFound());
        assertThat(rules.of(town.code(), 181).version()).isZero();
    }

    private MockHttpServletRequestBuilder save(Role role, int indicator) {
        return as(post(page + "/" + indicator), role);
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
