package fi.hytekello.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.WelfareReports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WholeTest
class DocumentPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    Towns towns;

    @Autowired
    WelfareReports reports;

    @Autowired
    org.springframework.beans.factory.config.AutowireCapableBeanFactory beans;

    private Town town;
    private Cycle cycle;
    private String documents;
    private String year;

    @BeforeEach
    void makeYear() {
        town = towns.make();
        cycle = beans.createBean(PublishedYear.class).make(town);
        documents = "/cycles/" + cycle.id() + "/documents";
        year = "/published/" + town.code() + "/" + cycle.year();
    }

    @Test
    void onlyWhatIsPublishedIsPublic() throws Exception {
        web.perform(get("/published/" + town.code()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Mitään ei ole vielä julkaistu")));
        web.perform(get(year)).andExpect(status().isNotFound());
        web.perform(get(year + "/welfare-report-1-fi.html")).andExpect(status().isNotFound());
        web.perform(get("/published/999")).andExpect(status().isNotFound());

        reports.published(cycle.id(), null, town.person(Role.COORDINATOR).username());

        web.perform(get(year))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<h1>Koekunta: hyvinvointityön asiakirjat, vuosi ")))
                .andExpect(content().string(containsString("welfare-report-1-sv.docx")))
                .andExpect(content().string(not(containsString("welfare-plan"))));
        web.perform(get(year + "/welfare-plan-1-fi.pdf")).andExpect(status().isNotFound());
        web.perform(get(year + "/..%2f..%2fapplication.yml")).andExpect(status().is4xxClientError());
    }

    @Test
    void aPublishedFileMayBeKeptForEver() throws Exception {
        reports.published(cycle.id(), null, town.person(Role.COORDINATOR).username());
        String tag = web.perform(get(year + "/welfare-report-1-fi.html"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("immutable")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Content-Type", "text/html;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        assertThat(tag).matches("\"[0-9a-f]{64}\"");
        web.perform(get(year + "/welfare-report-1-fi.html").header("If-None-Match", tag))
                .andExpect(status().isNotModified());
    }

    @Test
    void draftsAreForTheOwnMunicipalityAndSaySo() throws Exception {
        Person manager = town.person(Role.MANAGER);
        Person stranger = towns.make().person(Role.MANAGER);
        web.perform(as(get(documents), manager))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<h1>Koekunta " + cycle.year() + ": asiakirjat</h1>")))
                .andExpect(content().string(containsString(documents + "/welfare-plan.sv.docx")));
        web.perform(as(get(documents + "/welfare-plan.sv.html"), manager))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString("UTKAST")));
        web.perform(as(get(documents + "/no-such.fi.html"), manager)).andExpect(status().isNotFound());
        web.perform(as(get(documents), stranger)).andExpect(status().isNotFound());
        web.perform(as(get(documents + "/welfare-plan.fi.pdf"), stranger)).andExpect(status().isNotFound());
        web.perform(as(get("/cycles/" + cycle.id()), manager))
                .andExpect(content().string(containsString(documents)));
    }

    @Test
    void theStatementsAreReadAsADraftAndPublishedWithTheReport() throws Exception {
        Person manager = town.person(Role.MANAGER);
        String draft = documents + "/statement-appendix.fi.html";
        web.perform(as(get(draft), manager)).andExpect(status().isNotFound());
        beans.createBean(PublishedYear.class).statements(cycle);
        web.perform(as(get(documents), manager))
                .andExpect(content().string(containsString("<h3>Lausunnot ja vastineet</h3>")));
        web.perform(as(get(draft), manager))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("LUONNOS")));

        reports.published(cycle.id(), null, town.person(Role.COORDINATOR).username());

        web.perform(get(year)).andExpect(content().string(containsString("statement-appendix-1-sv.pdf")));
    }

    @Test
    void onlyTheCoordinatorCorrectsTheCountysAddress() throws Exception {
        String address = "/cycles/" + cycle.id() + "/county-address";
        web.perform(as(post(address).param("countyEmail", "a@b.example").with(csrf()), town.person(Role.MANAGER)))
                .andExpect(status().isForbidden());
        web.perform(as(post(address).param("countyEmail", "a@b.example").with(csrf()), town.person(Role.COORDINATOR)))
                .andExpect(status().is3xxRedirection());
    }

    private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, Person person) {
        return request.with(user(person.username().value()));
    }
}
