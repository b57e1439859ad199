package fi.hytekello.nomination.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.hytekello.TestBrowser.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.hytekello.BrowserTest;
import fi.hytekello.TestBrowser;
import fi.hytekello.Towns;
import fi.hytekello.nomination.NominationBench;
import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.RequestLinks;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page behind a personal link in a real browser, in all its languages, wide and on a telephone. */
@BrowserTest
class RequestLinkBrowserTest {

    private static TestBrowser browser;

    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    RequestLinks links;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void openBrowser() {
        browser = TestBrowser.start();
    }

    @AfterEach
    void closeWindows(TestInfo test) {
        browser.closeWindows(test.getTestMethod().orElseThrow().getName());
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anOrganisationNamesItsRepresentativeOnATelephone() {
        Towns towns = beans.createBean(Towns.class);
        NominationBench bench = beans.createBean(NominationBench.class).in(towns.makeRegionalCouncil());
        RequestId asked = bench.ask("Forssa");
        jdbc.sql("update hyte.nomination_request set due_on = current_date + 30, due_at = now() + interval '30 days'"
                        + " where id = :id")
                .param("id", asked.value())
                .update();
        String address = "http://127.0.0.1:" + port + "/nominate/" + links.mint(asked);
        Page page = browser.window("fi-FI");
        for (String language : new String[] {"fi", "sv", "en"}) {
            for (int width : new int[] {1280, 390}) {
                page.setViewportSize(width, 900);
                page.navigate(address + "?lang=" + language);
                assertAccessible(page);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(language + " at " + width)
                        .isEqualTo(width);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "browser", "nominate-" + language + "-" + width + ".png")));
            }
        }
        page.getByLabel("Name").first().fill("Head of education, Forssa");
        page.getByText("Send the answer").click();
        assertThat(page.getByText("give an e-mail address or a phone number")).isVisible();
        assertAccessible(page);
        page.getByLabel("Phone").first().fill("03 123 4567");
        page.getByLabel("Who decided").fill("Municipal board");
        page.getByText("Send the answer").click();
        assertThat(page.getByText("Thank you, your answer has been received.")).isVisible();
        assertAccessible(page);
        page.getByText("På svenska").click();
        assertThat(page.getByText("Skicka det rättade svaret")).isVisible();
        page.navigate(address + "x");
        assertAccessible(page);
    }
}
