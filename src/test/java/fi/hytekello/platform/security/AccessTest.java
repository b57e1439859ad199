package fi.hytekello.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.Towns;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

@WholeTest
class AccessTest {

    @Autowired
    MockMvc web;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Worklist worklist;

    @Autowired
    Clock clock;

    @Test
    void everyRouteHasItsLineInTheAccessTable() {
        Set<String> without = new TreeSet<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().forEach(pattern -> {
                    PathContainer path = PathContainer.parsePath(pattern.replaceAll("\\{[^}]*}", "x"));
                    if (AccessTable.pages().stream()
                            .noneMatch(line -> PathPatternParser.defaultInstance
                                    .parse(line.pattern())
                                    .matches(path))) {
                        without.add(pattern);
                    }
                }));
        assertThat(without).isEmpty();
    }

    @Test
    void withoutSigningInEveryPageLeadsToTheSignInPage() throws Exception {
        for (String page : Set.of("/", "/tasks", "/cycles/1", "/camunda/app/tasklist/default/", "/tasks/x/calendar")) {
            web.perform(get(page).accept(MediaType.TEXT_HTML))
                    .andExpect(status().is3xxRedirection())
                    .andExpect(redirectedUrlPattern("**/login"));
        }
    }

    @Test
    void theSignInPageAndTheHealthAreOpen() throws Exception {
        web.perform(get("/login")).andExpect(status().isOk());
        web.perform(get("/actuator/health")).andExpect(status().isOk());
    }

    @Test
    void otherInsightsOfTheServerAreClosedEvenToTheSignedIn() throws Exception {
        web.perform(get("/actuator/env").with(user("somebody"))).andExpect(status().isForbidden());
        web.perform(get("/unheard-of").with(user("somebody"))).andExpect(status().isForbidden());
    }

    @Test
    void aForgedPostIsRefused() throws Exception {
        web.perform(post("/cycles").with(user("somebody"))).andExpect(status().isForbidden());
    }

    @Test
    void pagesForbidForeignScriptsAndFrames() throws Exception {
        web.perform(get("/login"))
                .andExpect(header().string(
                                "Content-Security-Policy", org.hamcrest.Matchers.containsString("default-src 'self'")))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void browsersKeepFilesUntilTheyChangeButNoPage() throws Exception {
        for (String file : Set.of(
                "/css/hytekello.css",
                "/js/autosave.js",
                "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                "/camunda/lib/deps.js",
                "/camunda/app/tasklist/camunda-tasklist-bootstrap.css")) {
            String changed = web.perform(get(file).with(user("somebody")))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", "no-cache"))
                    .andReturn()
                    .getResponse()
                    .getHeader("Last-Modified");
            web.perform(get(file).with(user("somebody")).header("If-Modified-Since", changed))
                    .andExpect(status().isNotModified());
        }
        Person coordinator = towns.make().person(Role.COORDINATOR);
        for (String page : Set.of("/", "/tasks", "/js/none.js", "/camunda/app/tasklist/default/")) {
            web.perform(get(page).with(as(coordinator)))
                    .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")));
        }
    }

    @Test
    void aTaskOfAnotherGroupOrMunicipalityDoesNotExist() throws Exception {
        Towns.Town town = towns.make();
        Cycle cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        String page = "/tasks/" + worklist.ofCycle(cycle.id()).get(0).id() + "/calendar";
        web.perform(get(page).with(as(town.person(Role.COORDINATOR)))).andExpect(status().isOk());
        web.perform(get(page).with(as(town.person(Role.MANAGER)))).andExpect(status().isNotFound());
        web.perform(get(page).with(as(towns.make().person(Role.COORDINATOR)))).andExpect(status().isNotFound());
    }

    @Test
    void aCycleOfAnotherMunicipalityDoesNotExist() throws Exception {
        Towns.Town town = towns.make();
        Cycle cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        for (String page : Set.of("", "/decisions", "/indicators", "/annex")) {
            String path = "/cycles/" + cycle.id() + page;
            web.perform(get(path).with(as(town.person(Role.MANAGER)))).andExpect(status().isOk());
            web.perform(get(path).with(as(towns.make().person(Role.MANAGER)))).andExpect(status().isNotFound());
        }
    }

    @Test
    void aSecondCycleOfTheYearIsAConflictToldInWords() throws Exception {
        Towns.Town town = towns.make();
        int year = LocalDate.now(clock).getYear() + 1;
        planning.start(town.code(), year, town.person(Role.COORDINATOR));
        web.perform(post("/cycles")
                        .param("municipality", town.code().value())
                        .param("year", Integer.toString(year))
                        .accept(MediaType.APPLICATION_JSON)
                        .with(as(town.person(Role.COORDINATOR)))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString()).contains("Kunnalla on jo vuosi " + year));
    }

    private static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                    .UserRequestPostProcessor
            as(Person person) {
        return user(person.username().value());
    }
}
