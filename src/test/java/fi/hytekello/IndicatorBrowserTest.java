package fi.hytekello;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.hytekello.TestBrowser.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Indicators as people see them, of Juva and Mikkeli with their real values; the figures were read from the source. */
@BrowserTest
class IndicatorBrowserTest {

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
    void everybodyReadsTheIndicatorsOfTheirMunicipality() {
        Page juva = signedIn("kirjaamo.juva", "fi-FI");
        juva.getByRole(
                        com.microsoft.playwright.options.AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Juva").setExact(true))
                .first()
                .click();
        assertThat(juva.locator("tr:has(a[href$='/indicators/181'])")).containsText("7,6");
        assertThat(juva.locator("tr:has(a[href$='/indicators/181'])")).containsText("arvo on vuodelta 2011");
        assertThat(juva.locator("tr:has(a[href$='/indicators/181'])")).containsText("10,2");
        assertAccessible(juva);

        juva.getByText("Valitse vertailukunnat").click();
        juva.getByLabel("Hae kunta nimellä").fill("hämeenl");
        juva.keyboard().press("Enter");
        juva.getByText("Valitse: Hämeenlinna").click();
        assertThat(juva.getByText("Poista: Hämeenlinna")).isVisible();
        assertAccessible(juva);
        juva.navigate(address("/municipalities/178/indicators/181"));
        assertThat(juva.locator("#comparison table")).containsText("8,9");
        assertAccessible(juva);
        juva.setViewportSize(390, 800);
        assertThat(juva.locator("#comparison .on-narrow svg")).isVisible();
        assertThat(juva.locator("#comparison .on-wide svg")).isHidden();
        assertThat((Integer) juva.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);

        Page mikkeli = signedIn("kirjaamo.mikkeli", "sv-SE");
        mikkeli.navigate(address("/municipalities/491/indicators/493"));
        assertThat(mikkeli.locator("dl.facts")).containsText("6,2");
        assertThat(mikkeli.locator("dl.facts")).containsText("värdet är från år 2011");
        assertAccessible(mikkeli);
    }

    private Page signedIn(String username, String language) {
        Page page = browser.window(language);
        page.navigate(address("/login"));
        page.locator("#username").fill(username);
        page.locator("#password").fill(BrowserTest.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
