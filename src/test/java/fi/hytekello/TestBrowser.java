package fi.hytekello;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of the machine: {@code CHROME_BIN} or the distribution's. Without one, the test is skipped. */
public final class TestBrowser implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final String BREACHES = """
            async tags => {
              const run = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], iframes: false };
              const found = await axe.run(document, run);
              return found.violations.map(
                rule => rule.id + ': ' + rule.help + ' ' + rule.nodes.map(node => node.html).join(', '));
            }""";
    private static final double PATIENCE_MS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static TestBrowser start() {
        Path chromium = Path.of(Objects.requireNonNullElse(System.getenv("CHROME_BIN"), "/usr/bin/chromium"));
        if (!Files.isExecutable(chromium)) {
            String why = "Browser test skipped: no browser at " + chromium + ". Install chromium or set CHROME_BIN.";
            System.out.println(why);
            Assumptions.abort(why);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new TestBrowser(playwright, browser);
    }

    /** A person's own window: nobody else's session, and their language. */
    public Page window(String language) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setTimezoneId("Europe/Helsinki")
                        .setViewportSize(1400, 900))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        return page;
    }

    /** Closes all windows, keeping what each showed last in {@code target/browser}. */
    public void closeWindows(String test) {
        int number = 1;
        for (BrowserContext context : browser.contexts()) {
            for (Page page : context.pages()) {
                Path picture = Path.of("target", "browser", test + "-" + number++ + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(picture));
            }
            context.close();
        }
    }

    /** Fails with every breach of WCAG 2.1 A and AA that axe finds, also in frames that may run scripts. */
    public static void assertAccessible(Page page) {
        page.frames().stream()
                .filter(frame ->
                        frame.parentFrame() == null || frame.frameElement().getAttribute("sandbox") == null)
                .forEach(TestBrowser::assertNoBreaches);
    }

    /** The same for what one frame of the page shows. */
    public static void assertFrameAccessible(Page page, String frame) {
        assertNoBreaches(page.querySelector(frame).contentFrame());
    }

    /**
     * Asks axe for breaches alone: its own Java client also fetches whatever passed, each element's text, and opens a
     * window for each look.
     */
    private static void assertNoBreaches(Frame frame) {
        frame.evaluate(AxeBuilder.getAxeScript());
        List<?> breaches = (List<?>) frame.evaluate(BREACHES, WCAG);
        assertThat(breaches).as(frame.url()).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
