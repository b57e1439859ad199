package fi.hytekello.body.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

@WholeTest
class OrganisationPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    private TestPages pages;
    private Town council;
    private Person keeper;
    private String list;

    @BeforeEach
    void openBrowser() {
        pages = TestPages.in(context);
        council = towns.makeRegionalCouncil();
        keeper = council.person(Role.REGIONAL_COORDINATOR);
        list = "/organisations/" + council.code();
    }

    @Test
    void theKeeperAddsAnOrganisationAndSeesThatItsAddressIsMissing() throws Exception {
        assertThat(pages.shown(list, keeper, "fi").text()).contains("ei ole vielä yhtään organisaatiota");
        pages.shown(list + "/new", keeper, "sv");
        save("Koulutuskuntayhtymä", "").andExpect(status().is3xxRedirection());
        assertThat(pages.shown(list, keeper, "fi").select("tbody tr").text())
                .contains("Koulutuskuntayhtymä", "kuntayhtymä", "osoite puuttuu", "1.1.2026");
        assertThat(pages.shown(list, keeper, "sv").text()).contains("samkommun", "adress saknas");
    }

    @Test
    void whatWasTypedStaysWhenItIsRefused() throws Exception {
        String shown = save("Liitto", "ei osoite")
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(shown).select(".error-summary").text()).contains("Kirjaamon sähköposti");
        assertThat(Jsoup.parse(shown).select("#nameFi").val()).isEqualTo("Liitto");
    }

    @Test
    void othersOfTheCouncilReadTheListAndStrangersSeeNothing() throws Exception {
        save("Liitto", "kirjaamo@liitto.example");
        Person registry = council.person(Role.REGISTRY);
        assertThat(pages.shown(list, registry, "fi").select("form, tbody a")).isEmpty();
        pages.browser()
                .perform(get(list + "/list/rows.csv")
                        .with(user(registry.username().value())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Liitto")));
        pages.browser()
                .perform(get(list + "/new").with(user(registry.username().value())))
                .andExpect(status().isForbidden());
        Person stranger = towns.makeRegionalCouncil().person(Role.REGIONAL_COORDINATOR);
        for (String page : new String[] {list, list + "/new", list + "/import", list + "/list/rows.csv"}) {
            pages.browser()
                    .perform(get(page).with(user(stranger.username().value())))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void aSheetIsOnlyLookedAtUntilItIsToBeStored() throws Exception {
        pages.shown(list + "/import", keeper, "sv");
        String sheet = "Laji;Nimi suomeksi\nkunta;Forssa\n";
        assertThat(send(sheet, false)).contains("Mitään ei ole vielä tallennettu", "Forssa");
        assertThat(pages.shown(list, keeper, "fi").select("tbody")).isEmpty();
        assertThat(send(sheet, true)).contains("Tiedot on tallennettu");
        assertThat(pages.shown(list, keeper, "fi").select("tbody tr")).hasSize(1);
        assertThat(send("Laji;Nimi suomeksi\nsaari;Forssa\n", true)).contains("Rivi 2");
        assertThat(send("Nimi\nForssa\n", true)).contains("Sarake ”Laji” puuttuu");
    }

    @Test
    void theKeeperEndsAnOrganisationAndNamesWhoCarriesOn() throws Exception {
        save("Pikkukunta", "");
        save("Isokunta", "");
        Document shown = pages.shown(list, keeper, "fi");
        String small = shown.select("tbody a:contains(Pikkukunta)").attr("href");
        String large = shown.select("tbody a:contains(Isokunta)").attr("href").replaceAll(".*/", "");
        assertThat(pages.shown(small, keeper, "fi").select("a[href=" + small + "/end]"))
                .hasSize(1);
        pages.shown(small + "/end", keeper, "sv");
        end(small, "2026-12-31", small.replaceAll(".*/", "")).andExpect(status().isBadRequest());
        end(small, "2026-12-31", large).andExpect(status().is3xxRedirection());
        Document again = pages.shown(small + "/end", keeper, "fi");
        assertThat(again.select("#lastActiveDay").val()).isEqualTo("2026-12-31");
        assertThat(again.select("#successor option[selected]").text()).isEqualTo("Isokunta");
        pages.browser()
                .perform(get(small + "/end")
                        .with(user(council.person(Role.REGISTRY).username().value())))
                .andExpect(status().isForbidden());
    }

    private ResultActions end(String organisation, String last, String successor) throws Exception {
        return pages.browser()
                .perform(post(organisation + "/end")
                        .param("version", "0")
                        .param("lastActiveDay", last)
                        .param("successor", successor)
                        .with(csrf())
                        .with(user(keeper.username().value())));
    }

    private String send(String sheet, boolean store) throws Exception {
        MockMultipartFile file =
                new MockMultipartFile("file", "o.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8));
        return Jsoup.parse(pages.browser()
                        .perform(multipart(list + "/import")
                                .file(file)
                                .param("store", Boolean.toString(store))
                                .with(csrf())
                                .with(user(keeper.username().value())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .text();
    }

    private ResultActions save(String name, String registry) throws Exception {
        return pages.browser()
                .perform(post(list + "/0")
                        .param("kind", "JOINT_AUTHORITY")
                        .param("nameFi", name)
                        .param("language", "fi")
                        .param("registryEmail", registry)
                        .param("validFrom", "2026-01-01")
                        .with(csrf())
                        .with(user(keeper.username().value())));
    }
}
