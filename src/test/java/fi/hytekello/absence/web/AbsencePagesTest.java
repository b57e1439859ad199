package fi.hytekello.absence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.absence.Absence;
import fi.hytekello.absence.AbsenceDraft;
import fi.hytekello.absence.Absences;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@WholeTest
class AbsencePagesTest {

    private static final Locale FINNISH = Locale.forLanguageTag("fi");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Absences absences;

    @Autowired
    Clock clock;

    private MockMvc browser;
    private Town town;
    private LocalDate today;

    @BeforeEach
    void openBrowser() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        town = towns.make();
        today = LocalDate.now(clock);
    }

    @Test
    void aPersonSetsTheOwnAbsenceAndSeesWhoSetIt() throws Exception {
        submit(Role.FINANCE, own(today, today.plusDays(4), Role.SECRETARY)).andExpect(status().is3xxRedirection());
        Document page = page("/absences", Role.FINANCE, FINNISH);
        assertThat(page.select("article").text())
                .contains("Nyt", "Sijainen secretary", "finance asetti:", "Päätä poissaolo nyt");
        assertThat(page("/absences", Role.SECRETARY, FINNISH).text()).contains("Sijaisuutesi finance");
        assertThat(page("/", Role.SECRETARY, FINNISH).text()).contains("Olet sijaisena: finance");
        assertThat(page("/", Role.FINANCE, FINNISH).text()).doesNotContain("Olet sijaisena");
    }

    @Test
    void aRefusalNamesTheFieldAndKeepsWhatWasTyped() throws Exception {
        String answer = submit(Role.FINANCE, own(today.plusDays(9), today.plusDays(2), Role.SECRETARY))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Document page = Jsoup.parse(answer);
        assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#lastDay");
        assertThat(page.select("[role=alert]").text()).contains("”Viimeinen poissaolopäivä” on ennen");
        assertThat(page.getElementById("lastDay").val())
                .isEqualTo(today.plusDays(2).toString());
        assertThat(page.getElementById("substitute-" + town.code())
                        .select("[selected]")
                        .val())
                .isEqualTo(town.person(Role.SECRETARY).username().value());
        assertThat(absences.of(town.code())).isEmpty();
    }

    @Test
    void aMissingOrForgedDateIsRefused() throws Exception {
        for (String wrong : List.of("", "31.12.2027", "<b>")) {
            String answer = browser.perform(post("/absences")
                            .with(as(Role.FINANCE))
                            .with(csrf())
                            .locale(FINNISH)
                            .param("firstDay", wrong)
                            .param("lastDay", today.toString()))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(Jsoup.parse(answer).select("[role=alert] a").attr("href"))
                    .isEqualTo("#firstDay");
        }
        assertThat(absences.of(town.code())).isEmpty();
    }

    @Test
    void theCoordinatorKeepsTheAbsencesOfTheMunicipality() throws Exception {
        submit(
                        Role.COORDINATOR,
                        post("/absences")
                                .param("kept", town.code().value())
                                .param(
                                        "absentee",
                                        town.person(Role.MANAGER).username().value())
                                .param("firstDay", today.toString())
                                .param("lastDay", today.plusDays(2).toString())
                                .param("substitute-" + town.code(), ""))
                .andExpect(status().is3xxRedirection());
        Document page = page("/absences/of/" + town.code(), Role.COORDINATOR, FINNISH);
        assertThat(page.select("article").text()).contains("manager", "Sijaista ei ole", "coordinator asetti:");
        Absence set = absences.of(town.code()).get(0);
        submit(
                        Role.COORDINATOR,
                        post("/absences/" + set.id() + "/end")
                                .param("kept", town.code().value())
                                .param("version", "0"))
                .andExpect(status().is3xxRedirection());
        assertThat(absences.of(town.code()).get(0).endedAt()).isNotNull();
    }

    @Test
    void otherPeopleDoNotSeeTheMunicipalitysAbsences() throws Exception {
        browser.perform(get("/absences/of/" + town.code()).with(as(Role.MANAGER)))
                .andExpect(status().isNotFound());
        Town foreign = towns.make();
        browser.perform(get("/absences/of/" + foreign.code()).with(as(Role.COORDINATOR)))
                .andExpect(status().isNotFound());
        assertThat(page("/absences", Role.MANAGER, FINNISH).text()).doesNotContain("Kunnan poissaolot");
    }

    @Test
    void anOldPageIsToldWhatHasChangedMeanwhile() throws Exception {
        set(Role.MANAGER, Role.SECRETARY);
        Absence seen = absences.of(town.code()).get(0);
        submit(Role.MANAGER, changed(seen, 5)).andExpect(status().is3xxRedirection());
        String answer =
                submit(Role.MANAGER, changed(seen, 7)).andReturn().getResponse().getContentAsString();
        assertThat(Jsoup.parse(answer).select("[role=alert]").text()).contains("Toinen henkilö on juuri muuttanut");
        assertThat(absences.of(town.code()).get(0).endsOn()).isEqualTo(today.plusDays(5));
    }

    @Test
    void theSwedishPageWarnsOfFourEyes() throws Exception {
        set(Role.MANAGER, Role.COORDINATOR);
        Document page = page("/absences", Role.MANAGER, Locale.forLanguageTag("sv"));
        assertThat(page.text()).contains("Frånvaro och ställföreträdare", "Observera: samma person");
        assertThat(page.text()).doesNotContainPattern("\\b[a-z]+\\.[A-Z_]{3,}\\b|\\?\\?");
    }

    @Test
    void theTaskListSaysForWhom() throws Exception {
        planning.start(town.code(), today.getYear() + 1, town.person(Role.COORDINATOR));
        set(Role.COORDINATOR, Role.FINANCE);
        Document page = page("/tasks", Role.FINANCE, FINNISH);
        assertThat(page.select("tbody").text()).contains("sijaisena: coordinator");
        String task = page.select("tbody a").attr("href");
        String address = browser.perform(get(task).with(as(Role.FINANCE)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(address).isEqualTo(task + "/calendar");
        assertThat(page(address, Role.FINANCE, FINNISH).text()).contains("Teet tätä tehtävää sijaisena: coordinator.");
        assertThat(page(address, Role.COORDINATOR, FINNISH).text()).doesNotContain("sijaisena");
    }

    private void set(Role absent, Role deputy) {
        absences.set(
                List.of(new AbsenceDraft(
                        town.person(absent).username(),
                        town.code(),
                        today,
                        today.plusDays(3),
                        town.person(deputy).username())),
                town.person(absent));
    }

    private MockHttpServletRequestBuilder own(LocalDate from, LocalDate until, Role deputy) {
        return post("/absences")
                .param("firstDay", from.toString())
                .param("lastDay", until.toString())
                .param(
                        "substitute-" + town.code(),
                        town.person(deputy).username().value());
    }

    private MockHttpServletRequestBuilder changed(Absence seen, int days) {
        return post("/absences/" + seen.id())
                .param("version", Integer.toString(seen.version()))
                .param("firstDay", seen.startsOn().toString())
                .param("lastDay", today.plusDays(days).toString())
                .param("substitute-" + town.code(), "");
    }

    private ResultActions submit(Role by, MockHttpServletRequestBuilder form) throws Exception {
        return browser.perform(form.with(as(by)).with(csrf()).locale(FINNISH).accept(MediaType.TEXT_HTML));
    }

    private Document page(String path, Role reader, Locale language) throws Exception {
        return Jsoup.parse(
                browser.perform(get(path).with(as(reader)).locale(language).accept(MediaType.TEXT_HTML))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private RequestPostProcessor as(Role role) {
        Person person = town.person(role);
        return user(person.username().value());
    }
}
