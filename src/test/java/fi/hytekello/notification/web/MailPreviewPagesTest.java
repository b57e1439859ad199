package fi.hytekello.notification.web;

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
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.MailPreview;
import fi.hytekello.notification.MailPreviews;
import fi.hytekello.notification.NotificationKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Every mail can be looked at before one is sent, by those who set who it comes from. */
@WholeTest
class MailPreviewPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    MailPreviews previews;

    @Autowired
    JdbcClient jdbc;

    private MockMvc browser;
    private Town town;
    private Person coordinator;
    private String list;

    @BeforeEach
    void openPages() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        town = towns.make();
        coordinator = town.person(Role.COORDINATOR);
        list = "/municipalities/" + town.code() + "/mails";
    }

    static Stream<String> names() {
        return MailPreviews.names().stream();
    }

    @Test
    void everyKindOfMailHasItsPreview() {
        assertThat(MailPreviews.names())
                .containsAll(
                        Stream.of(NotificationKind.values()).map(Enum::name).toList())
                .contains("DIGEST");
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysTheSameInBothFormsAndBothLanguagesAndLeavesNothingUnsaid(String name) {
        for (Locale language : List.of(Languages.FINNISH, Languages.SWEDISH)) {
            MailPreview mail = previews.of(name, town.code(), language, coordinator);
            String place = Languages.isSwedish(language) ? "Provkommun" : "Koekunta";
            assertThat(header(mail, "From")).isEqualTo(place + " <hytekello@localhost>");
            assertThat(header(mail, "Subject")).startsWith(place).isEqualTo(mail.subject());
            assertThat(header(mail, "List-Id")).startsWith("Hytekello <notifications.");
            assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.text() + mail.html())
                    .doesNotContain("??", "{", "}")
                    .doesNotContainPattern("\\bnull\\b|\\bmail\\.[a-zA-Z]|negotiation\\.[a-z]");
            Document html = Jsoup.parse(mail.html());
            assertThat(html.selectFirst("html").attr("lang")).isEqualTo(language.getLanguage());
            assertThat(html.title()).isEqualTo(mail.subject().split(" / ", -1)[0]);
            assertThat(html.select("h1").size()).isLessThanOrEqualTo(1);
            String plain = mail.text().replaceAll("\\s+", " ");
            assertThat(html.select("th, td, blockquote, a, div > p:not(:has(span))"))
                    .isNotEmpty()
                    .allSatisfy(element -> assertThat(plain).contains(element.text()));
            assertLinksTell(html, mail.text());
        }
    }

    private static void assertLinksTell(Document html, String text) {
        for (Element link : html.select("a")) {
            assertThat(link.text()).hasSizeGreaterThan(8).doesNotStartWith("http");
            assertThat(link.attr("href")).matches("https?://.*");
            assertThat(text).contains(link.attr("href"));
        }
    }

    @Test
    void theMailsOfTasksAndReturnsLeadStraightToThem() {
        assertThat(previews.of("TASK_NOTICE", town.code(), Languages.FINNISH, coordinator)
                        .text())
                .contains("/tasks/sample\n");
        assertThat(previews.of("RETURNED", town.code(), Languages.FINNISH, coordinator)
                        .subject())
                .contains("dnro 123/00.01.02/");
        assertThat(previews.of("INVITATION", town.code(), Languages.FINNISH, coordinator)
                        .files())
                .containsExactly("kutsu.ics");
    }

    @Test
    void theMailsAreSignedAndSentAsTheSettingsSay() throws Exception {
        browser.perform(post("/municipalities/" + town.code() + "/settings")
                        .with(csrf())
                        .with(user(coordinator.username().value()))
                        .param("version", "0")
                        .param("impactCostLimit", "100000")
                        .param("officeCloses", "16:00")
                        .param("senderNameSv", "Välfärdsarbetet")
                        .param("senderAddress", "hyte@koekunta.example")
                        .param("replyTo", "kirjaamo@koekunta.example")
                        .param("signatureSv", "Provkommun\nVälfärd"))
                .andExpect(redirectedUrl("/municipalities/" + town.code() + "/settings"));
        Document page = show("DIGEST/sv");
        assertThat(page.select("dd").eachText())
                .contains("Välfärdsarbetet <hyte@koekunta.example>", "kirjaamo@koekunta.example");
        assertThat(page.select("pre").text())
                .contains("Provkommun\nVälfärd\n\n-- ")
                .contains("till adressen kirjaamo@koekunta.example");
    }

    @Test
    void aPreviewMakesNoRowAndMintsNoLink() throws Exception {
        String rows = """
                select (select count(*) from hyte.notification) + (select count(*) from hyte.mail)
                    + (select count(*) from hyte.statement) + (select count(*) from hyte.cycle)
                    + (select count(*) from hyte.audit_event)""";
        long before = jdbc.sql(rows).query(Long.class).single();
        for (String name : MailPreviews.names()) {
            show(name + "/fi");
        }
        assertThat(jdbc.sql(rows).query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void theHtmlRunsAndLoadsNothing() throws Exception {
        var answer = open(coordinator, "/TASK_NOTICE/fi/html")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'")
                .endsWith("sandbox");
        assertThat(answer.getContentAsString()).contains("<html lang=\"fi\">");
        assertThat(show("TASK_NOTICE/fi").select("iframe[sandbox='']").attr("src"))
                .isEqualTo(list + "/TASK_NOTICE/fi/html");
    }

    @Test
    void isForTheCoordinatorAndTheAdministratorOfTheMunicipality() throws Exception {
        for (String path : List.of("", "/DIGEST/fi", "/DIGEST/fi/html")) {
            open(town.person(Role.ADMIN), path).andExpect(status().isOk());
            open(town.person(Role.MANAGER), path).andExpect(status().isForbidden());
            open(towns.make().person(Role.COORDINATOR), path).andExpect(status().isNotFound());
        }
        open(coordinator, "/UNHEARD_OF/fi").andExpect(status().isNotFound());
        open(coordinator, "/DIGEST/en").andExpect(status().isNotFound());
    }

    @Test
    void theSettingsLeadToTheListAndTheListToEveryMail() throws Exception {
        String settings = browser.perform(get("/municipalities/" + town.code() + "/settings")
                        .with(user(coordinator.username().value())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(settings).select("a[href='" + list + "']")).hasSize(1);
        Document page =
                Jsoup.parse(open(coordinator, "").andReturn().getResponse().getContentAsString());
        assertThat(page.select("td a").eachAttr("href"))
                .containsExactlyElementsOf(
                        names().flatMap(name -> Stream.of(list + "/" + name + "/fi", list + "/" + name + "/sv"))
                                .toList());
        assertThat(page.text()).doesNotContain("??");
    }

    private Document show(String path) throws Exception {
        return Jsoup.parse(open(coordinator, "/" + path)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private ResultActions open(Person person, String path) throws Exception {
        return browser.perform(get(list + path)
                .accept(MediaType.TEXT_HTML)
                .with(user(person.username().value())));
    }

    private static String header(MailPreview mail, String name) {
        return mail.headers().stream()
                .filter(header -> header.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
