package fi.hytekello.cycle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** People of a regional council are not told of years on the start page, but of what waits for them. */
@WholeTest
class CouncilStartPageTest {

    private static final Locale FI = Locale.forLanguageTag("fi");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    Worklist worklist;

    @Test
    void tellsCalmlyThatNothingWaits() throws Exception {
        Town council = towns.makeRegionalCouncil();
        for (Role role : List.of(Role.REGIONAL_COORDINATOR, Role.REGIONAL_DIRECTOR, Role.REGISTRY)) {
            assertThat(page(council.person(role), FI))
                    .contains("<h1>Maakunnan liiton asiat</h1>", "Koeliitto", "Sinulla ei ole juuri nyt tehtäviä")
                    .contains(
                            "/nominations/" + council.code(),
                            "/bodies/" + council.code(),
                            "/organisations/" + council.code())
                    .doesNotContain("vuosikierrosta", "Hyvinvointityön vuodet", "Avoimet tehtävät", "/indicators");
        }
        assertThat(page(council.person(Role.REGISTRY), Locale.forLanguageTag("sv")))
                .contains("<h1>Landskapsförbundets ärenden</h1>", "Provförbund", "Du har inga uppgifter här just nu");
    }

    @Test
    void listsTheOpenTasksOfTheCouncil() throws Exception {
        Town council = towns.makeRegionalCouncil();
        String id = "council-task-" + council.code();
        worklist.opened(new OpenTask(
                id,
                council.code(),
                null,
                "undeliverable:0",
                "instance",
                "UndeliverableMail",
                "Activity_HandleUndeliverable",
                List.of("regional-coordinator"),
                null,
                null,
                null,
                null,
                null,
                Instant.parse("2027-01-04T06:00:00Z"),
                null));
        assertThat(page(council.person(Role.REGIONAL_COORDINATOR), FI))
                .contains("/tasks/" + id, "Käsittele perille menemättömät viestit")
                .doesNotContain("Sinulla ei ole juuri nyt tehtäviä");
        assertThat(page(council.person(Role.REGIONAL_DIRECTOR), FI)).doesNotContain(id);
        worklist.closed(id);
    }

    @Test
    void leavesTheStartPageOfAMunicipalityAsItWas() throws Exception {
        assertThat(page(towns.make().person(Role.MANAGER), FI))
                .contains("<h1>Hyvinvointityön vuodet</h1>", "vuosikierrosta", "/indicators")
                .doesNotContain("Maakunnan liiton asiat", "Sinulla ei ole juuri nyt tehtäviä");
    }

    private String page(Person person, Locale locale) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(get("/").with(user(person.username().value())).locale(locale))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
