package fi.hytekello.feed.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.hytekello.TestBrowser.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fi.hytekello.BrowserTest;
import fi.hytekello.ReadCalendar;
import fi.hytekello.TestBrowser;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of the calendar links in a real browser, wide and on a telephone. */
@BrowserTest
class FeedBrowserTest {

    private static TestBrowser browser;

    @LocalServerPort
    int port;

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
    void aPersonTakesTheAddressAlongAndTakesTheLinkBack() {
        Page page = signedIn("fi-FI", "koordinaattori.puumala");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Vie määräajat omaan kalenteriisi"))
                .click();
        assertThat(page.getByText("ei linkkiä")).hasCount(2);
        assertAccessible(page);

        button(page, "Luo linkki").first().click();
        assertThat(page.getByText("Linkki on luotu.")).isVisible();
        String address = page.getByLabel("Kalenterin osoite").inputValue();
        button(page, "Kopioi osoite").click();
        assertThat(page.getByText("Osoite on kopioitu.")).isVisible();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(address);
        assertAccessible(page);
        APIResponse read = page.request().get(here(address));
        assertThat(ReadCalendar.of(read.text()).said("X-WR-CALNAME")).startsWith("Hytekello");

        button(page, "Poista linkki").click();
        assertThat(page.getByText("Linkki on poistettu.")).isVisible();
        assertAccessible(page);
        assertThat(page.request().get(here(address)).status()).isEqualTo(404);
    }

    @Test
    void theSwedishPageFitsATelephone() {
        Page page = signedIn("sv-SE", "sivistys.puumala");
        page.setViewportSize(390, 844);
        page.navigate(address("/calendar"));
        button(page, "Skapa länk").click();
        assertThat(page.getByLabel("Kalenderns adress")).hasValue(Pattern.compile(".*/calendar-feeds/.{43}\\.ics"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Kalenderflöde");
        assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private Page signedIn(String language, String username) {
        Page page = browser.window(language);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(address("/login"));
        page.locator("#username").fill(username);
        page.locator("#password").fill(BrowserTest.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*:[0-9]+/$"));
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The address in a link is the one that people know; the test's server has a port of its own. */
    private String here(String address) {
        return address(address.substring(address.indexOf("/calendar-feeds/")));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
