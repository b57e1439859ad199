package fi.hytekello.play;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The Camunda Tasklist in a person's window. */
final class Tasklist {

    private static final String PATH = "/camunda/app/tasklist/default/";
    private static final double PATIENCE_MS = 15_000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final PersonsWindow window;
    private final Page page;

    private Tasklist(PersonsWindow window) {
        this.window = window;
        this.page = window.page();
    }

    static Tasklist in(PersonsWindow window) {
        Tasklist tasklist = new Tasklist(window);
        tasklist.page.setViewportSize(1400, 900);
        // Its address differs only behind the #, which alone would load nothing.
        tasklist.page.navigate("about:blank");
        window.goTo(PATH);
        if (!tasklist.isThere()) {
            // On a busy machine its wheel has been seen to turn for ever; people load the page again.
            tasklist.page.reload();
        }
        return tasklist;
    }

    private boolean isThere() {
        try {
            page.locator("section.tasks-list").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
            return true;
        } catch (TimeoutError stuck) {
            return false;
        }
    }

    /** What a secretary records of a meeting. */
    record Minutes(String outcome, LocalDate day, String section, String comment) {}

    /** Opens a task and takes it where it is not the person's already. */
    Tasklist open(String name, String matter) {
        Locator card = page.locator(".tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText(name))
                .filter(new Locator.FilterOptions().setHasText(matter));
        card.getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator(".task-details h2")).containsText(name);
        Locator claim = window.button("Ota tehtävä");
        assertThat(claim.or(page.locator(".form-actions .btn-primary"))).not().hasCount(0);
        if (claim.isVisible()) {
            claim.click();
        }
        assertThat(page.locator(".disabled-form")).hasCount(0);
        assertThat(page.locator(".form-actions .btn-primary")).isVisible();
        return this;
    }

    /** The task's own page inside the Tasklist. */
    FrameLocator frame() {
        return page.frameLocator("iframe.hytekello-task-page");
    }

    void record(Minutes minutes) {
        page.locator(".fjs-form-field-select .fjs-input-group").click();
        page.getByText(minutes.outcome(), new Page.GetByTextOptions().setExact(true))
                .click();
        Locator day = page.getByLabel("Päätöspäivä");
        day.fill(minutes.day().format(DATE));
        day.press("Tab");
        page.getByLabel("Pykälä").fill(minutes.section());
        page.getByLabel("Diaarinumero").fill("D/" + minutes.day().getYear());
        if (!minutes.comment().isEmpty()) {
            page.getByLabel("Perustelu").fill(minutes.comment());
        }
        complete();
    }

    /** Completes the open task, which then leaves the list. */
    void complete() {
        window.button("Valmis").click();
        // Publishing draws every document before it answers.
        assertThat(page.locator(".task-details h2"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(4 * PATIENCE_MS));
    }
}
