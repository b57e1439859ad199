package fi.hytekello.play;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fi.hytekello.TestBrowser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one person sees and does on our pages. Every page must be sound: no script fails, no text is missing in the
 * bundles and nothing scrolls sideways; each kind of page is also looked at by axe, and on a telephone.
 */
final class PersonsWindow {

    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/statements/)[\\w-]{20,}|[0-9]+");
    private static final int WIDE = 1280;
    private static final int TELEPHONE = 390;

    /** Runs in each page and frame before its own scripts. */
    private static final String WATCHER = """
            addEventListener('load', () => {
              const text = document.body.innerText;
              const raw = text.match(/\\?\\?[\\w.]+\\?\\?|\\{\\d\\}|\\b(plan|field|budget|problem|task|proposal|impact|decision|document|cycle)\\.[a-zA-Z]+(\\.[a-zA-Z]+)*\\b/);
              if (raw) console.error('UNSOUND raw text: ' + raw[0] + ' at ' + location.href);
              if (innerWidth > 0 && document.documentElement.scrollWidth > document.documentElement.clientWidth)
                console.error('UNSOUND sideways scroll at ' + location.href);
            });""";

    private final Page page;
    private final String address;
    private final Set<String> kindsSeen;
    private final List<String> faults = new ArrayList<>();

    PersonsWindow(Page page, String address, Set<String> kindsSeen) {
        this.page = page;
        this.address = address;
        this.kindsSeen = kindsSeen;
        page.addInitScript(WATCHER);
        page.setViewportSize(WIDE, 900);
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.text().startsWith("UNSOUND")) {
                faults.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    PersonsWindow open(String path) {
        goTo(path);
        return look();
    }

    /** To a page that is not ours to look at. */
    void goTo(String path) {
        page.navigate(address + path);
    }

    /** Opens a task from the person's own list. */
    PersonsWindow openTask(String name) {
        return openTask(name, "");
    }

    /** @param matter something that the list tells of this task alone */
    PersonsWindow openTask(String name, String matter) {
        open("/tasks");
        page.locator("main tbody tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .filter(new Locator.FilterOptions().setHasText(matter))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/tasks/[0-9a-f-]+/.+"));
        return look();
    }

    /** Follows a link of this name and looks at the page behind it. */
    PersonsWindow follow(String link) {
        String before = page.url();
        link(link).click();
        page.waitForURL(now -> !now.equals(before));
        return look();
    }

    /** Presses a button and waits for what the answer says. */
    PersonsWindow press(String button, String answer) {
        button(button).click();
        assertThat(page.locator("main")).containsText(answer);
        return look();
    }

    /** Sends the task's page and sees that the task is done. */
    void complete(String button) {
        press(button, "Tehtävä on valmis");
    }

    void complete() {
        complete("Lähetä");
    }

    /** Opens what is folded below this summary. */
    PersonsWindow unfold(String summary) {
        Locator fold = page.locator("details")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first();
        if (fold.getAttribute("open") == null) {
            fold.locator("summary").first().click();
        }
        return this;
    }

    PersonsWindow fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    PersonsWindow choose(String label, String option) {
        field(label).selectOption(option);
        return this;
    }

    PersonsWindow check(String label) {
        field(label).check();
        return this;
    }

    PersonsWindow attach(String label, String name, byte[] content) {
        return attach(field(label), name, content);
    }

    PersonsWindow attach(Locator field, String name, byte[] content) {
        field.setInputFiles(new FilePayload(name, "application/octet-stream", content));
        return this;
    }

    /** What a link of this name downloads. */
    byte[] download(String link) {
        Download download = page.waitForDownload(() -> link(link).click());
        try (InputStream content = download.createReadStream()) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What stands at this address. */
    byte[] fetch(String path) {
        APIResponse answer = page.request().get(address + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    PersonsWindow says(String... texts) {
        for (String text : texts) {
            assertThat(page.locator("main")).containsText(text);
        }
        return this;
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .and(page.locator("input, select, textarea"));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Looks at the page that is open now. */
    PersonsWindow look() {
        page.waitForLoadState();
        String kind = IDS.matcher(path()).replaceAll("N");
        if (kindsSeen.add(kind)) {
            picture(kind);
            TestBrowser.assertAccessible(page);
            page.setViewportSize(TELEPHONE, 844);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width on a telephone of " + page.url())
                    .isEqualTo(TELEPHONE);
            page.setViewportSize(WIDE, 900);
        }
        assertThat(faults).as(page.url()).isEmpty();
        return this;
    }

    /** For people to look at, where {@code -Dpictures} asks for it. */
    private void picture(String kind) {
        if (System.getProperty("pictures") == null) {
            return;
        }
        String name = kind.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "") + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", "pages", name)));
    }

    private String path() {
        return page.url().substring(address.length());
    }

    void close() {
        page.context().close();
    }
}
