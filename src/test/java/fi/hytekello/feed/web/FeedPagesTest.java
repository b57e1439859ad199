package fi.hytekello.feed.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.ReadCalendar;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.DeadlineChange;
import fi.hytekello.cycle.DeadlineChanges;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** From making a link to what a calendar program is answered, and to its end. */
@WholeTest
class FeedPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    DeadlineChanges deadlines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private MockMvc browser;
    private Town town;
    private Person coordinator;
    private Cycle cycle;

    @BeforeEach
    void openBrowser() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        town = towns.make();
        coordinator = town.person(Role.COORDINATOR);
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, coordinator);
        planning.confirm(cycle.id());
    }

    @Test
    void showsTheAddressOnceAndAnswersACalendarWithoutASession() throws Exception {
        MockHttpSession session = new MockHttpSession();
        String address = made("/calendar/own", 0, coordinator, session);
        assertThat(shown(coordinator, session, "fi").select("#feed-address")).isEmpty();

        MockHttpServletResponse answer = browser.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar;charset=UTF-8"))
                .andExpect(header().string("Cache-Control", "no-cache, private"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(result ->
                        assertThat(result.getRequest().getSession(false)).isNull())
                .andReturn()
                .getResponse();
        assertThat(ReadCalendar.of(answer.getContentAsString()).events()).isNotEmpty();
        assertThat(shown(coordinator, session, "fi").text()).doesNotContain("ei vielä");
        assertThat(jdbc.sql("select count(*) from hyte.calendar_feed where encode(hash, 'escape') like :token")
                        .param("token", "%" + token(address) + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void answersWhoHasItAlreadyWithoutTheContent() throws Exception {
        String address = made("/calendar/own", 0, coordinator, new MockHttpSession());
        MockHttpServletResponse first =
                browser.perform(get(address)).andReturn().getResponse();
        String mark = Objects.requireNonNull(first.getHeader("ETag"));
        browser.perform(get(address).header("If-None-Match", mark))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        browser.perform(get(address).header("If-Modified-Since", first.getHeader("Last-Modified")))
                .andExpect(status().isNotModified());
        browser.perform(head(address)).andExpect(status().isOk()).andExpect(header().string("ETag", mark));

        deadlines.follow(
                cycle.id(),
                MilestoneKind.STATEMENTS,
                LocalDate.of(cycle.year(), 5, 14),
                DeadlineChange.Cause.STATEMENT_REQUEST,
                coordinator.username());
        browser.perform(get(address).header("If-None-Match", mark)).andExpect(status().isOk());
    }

    @Test
    void aRenewedOrRevokedLinkLeadsNowhere() throws Exception {
        MockHttpSession session = new MockHttpSession();
        String first = made("/calendar/own", 0, coordinator, session);
        String second = made("/calendar/own", 1, coordinator, session);
        browser.perform(get(first)).andExpect(status().isNotFound());
        browser.perform(get(second)).andExpect(status().isOk());
        browser.perform(change("/calendar/own/revoke", 2, coordinator, session)).andExpect(redirectedUrl("/calendar"));
        assertThat(shown(coordinator, session, "sv").text()).contains("Länken har tagits bort");
        MockHttpServletResponse gone = browser.perform(get(second).accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse();
        assertThat(gone.getContentAsString())
                .contains("Kalenterisyötettä ei ole")
                .doesNotContain(token(second));
    }

    @Test
    void aPersonWhoHasLeftHasNoCalendar() throws Exception {
        String address = made("/calendar/own", 0, coordinator, new MockHttpSession());
        jdbc.sql("update hyte.person set active = false where username = :username")
                .param("username", coordinator.username().value())
                .update();
        browser.perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    void aSecondClickShowsTheLinkOfTheFirst() throws Exception {
        MockHttpSession session = new MockHttpSession();
        browser.perform(change("/calendar/own/link", 0, coordinator, session)).andExpect(redirectedUrl("/calendar"));
        browser.perform(change("/calendar/own/link", 0, coordinator, session))
                .andExpect(redirectedUrl("/calendar?changed"));
        String address = Jsoup.parse(browser.perform(
                                get("/calendar?changed").session(session).with(as(coordinator)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("#feed-address")
                .val();
        browser.perform(get(address)).andExpect(status().isOk());
        browser.perform(change("/calendar/own/revoke", 0, coordinator, session))
                .andExpect(redirectedUrl("/calendar?changed"));
        browser.perform(get(address)).andExpect(status().isOk());
    }

    @Test
    void theCoordinatorKeepsTheCommonCalendarInEachLanguageOfTheMunicipality() throws Exception {
        jdbc.sql("update hyte.municipality set language_status = 'SV_FI' where code = :code")
                .param("code", town.code().value())
                .update();
        MockHttpSession session = new MockHttpSession();
        assertThat(shown(coordinator, session, "fi").select("h2").eachText())
                .contains("Koekunta: yhteinen kalenteri ruotsiksi", "Koekunta: yhteinen kalenteri suomeksi");
        String address = made("/calendar/" + town.code() + "/sv", 0, coordinator, session);
        assertThat(browser.perform(get(address)).andReturn().getResponse().getContentAsString())
                .contains("SUMMARY:Tidsfrist – Sektorernas förslag");

        Person manager = town.person(Role.MANAGER);
        assertThat(shown(manager, new MockHttpSession(), "fi").select("section.card"))
                .hasSize(1);
        browser.perform(change("/calendar/" + town.code() + "/sv/revoke", 1, manager, new MockHttpSession()))
                .andExpect(status().isForbidden());
        Person stranger = towns.make().person(Role.COORDINATOR);
        browser.perform(change("/calendar/" + town.code() + "/sv/revoke", 1, stranger, new MockHttpSession()))
                .andExpect(status().isNotFound());
        browser.perform(get(address)).andExpect(status().isOk());
    }

    @Test
    void aMunicipalityOfOneLanguageHasNoCalendarInTheOther() throws Exception {
        assertThat(shown(coordinator, new MockHttpSession(), "fi").select("section.card"))
                .hasSize(2);
        browser.perform(change("/calendar/" + town.code() + "/sv/link", 0, coordinator, new MockHttpSession()))
                .andExpect(status().isForbidden());
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void noLogKnowsTheLink(CapturedOutput output) throws Exception {
        String address = made("/calendar/own", 0, coordinator, new MockHttpSession());
        String shortened = address.replace(".ics", "");
        browser.perform(get(address)).andExpect(status().isOk());
        browser.perform(get(shortened)).andExpect(status().isOk());
        browser.perform(get(shortened + "x")).andExpect(status().isNotFound());
        browser.perform(post(address).with(csrf())).andExpect(status().isMethodNotAllowed());
        assertThat(output.getAll()).doesNotContain(token(address));
    }

    @Test
    void slowsDownWhoTriesLinks() throws Exception {
        RequestPostProcessor elsewhere = request -> {
            request.setRemoteAddr("192.0.2.77");
            return request;
        };
        int answer = 404;
        for (int attempt = 0; attempt < 500 && answer == 404; attempt++) {
            answer = browser.perform(
                            get("/calendar-feeds/guess" + attempt + ".ics").with(elsewhere))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        }
        assertThat(answer).isEqualTo(429);
        browser.perform(get("/statements/guess").with(elsewhere)).andExpect(status().isNotFound());
    }

    /** Makes a link and reads its address from the page. */
    private String made(String path, int version, Person person, MockHttpSession session) throws Exception {
        browser.perform(change(path + "/link", version, person, session)).andExpect(redirectedUrl("/calendar"));
        String address = shown(person, session, "fi").select("#feed-address").val();
        assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+/calendar-feeds/[A-Za-z0-9_-]{43}\\.ics");
        return address;
    }

    private static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1, address.length() - ".ics".length());
    }

    private Document shown(Person person, MockHttpSession session, String language) throws Exception {
        MvcResult page = browser.perform(get("/calendar")
                        .header("Accept-Language", language)
                        .session(session)
                        .with(as(person)))
                .andExpect(status().isOk())
                .andReturn();
        return Jsoup.parse(page.getResponse().getContentAsString());
    }

    private static MockHttpServletRequestBuilder change(
            String path, int version, Person person, MockHttpSession session) {
        return post(path)
                .param("version", Integer.toString(version))
                .session(session)
                .with(as(person))
                .with(csrf());
    }

    private static RequestPostProcessor as(Person person) {
        return user(person.username().value());
    }
}
