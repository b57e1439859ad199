package fi.hytekello;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.hytekello.TestBrowser.assertAccessible;

import com.microsoft.playwright.Page;
import fi.hytekello.notification.MailPreviews;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The HTML of every mail is accessible, and so are the pages that show it. */
@BrowserTest
class MailPreviewBrowserTest {

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
    void everyMailCanBeReadByEverybody() {
        Page page = browser.window("fi-FI");
        page.navigate(address("/login"));
        page.locator("#username").fill("koordinaattori.puumala");
        page.locator("#password").fill(BrowserTest.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));

        page.navigate(address("/municipalities/623/settings"));
        assertAccessible(page);
        page.getByText("Katso, miltä kunnan sähköpostit näyttävät").click();
        assertAccessible(page);
        page.getByLabel("Kooste useasta asiasta: suomeksi").click();
        assertThat(page.frameLocator("iframe.mail").getByText("Hyvä hyvinvointikoordinaattori,"))
                .isVisible();
        assertThat(page.locator("pre.mail")).containsText("Sinulle on 5 asiaa");

        // Where it is shown, no script runs, so also none that looks for breaches: here the mail stands alone.
        Page mail = browser.window("fi-FI");
        // In turn: the languages differ in their words only.
        String language = "sv";
        for (String name : MailPreviews.names()) {
            language = language.equals("fi") ? "sv" : "fi";
            String html = address("/municipalities/623/mails/" + name + "/" + language + "/html");
            mail.setContent(page.request().get(html).text());
            assertThat(mail.locator("html")).hasAttribute("lang", language);
            assertAccessible(mail);
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
