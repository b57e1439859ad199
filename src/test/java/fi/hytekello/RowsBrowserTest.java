package fi.hytekello;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.hytekello.TestBrowser.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.ProposalDrafts;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Rows that save themselves, in real browsers: two people at the same row, and sessions that end in mid-form. */
@BrowserTest
class RowsBrowserTest {

    private static final DepartmentCode EDUCATION = new DepartmentCode("education");

    private static TestBrowser browser;

    @LocalServerPort
    int port;

    @Autowired
    ServletWebServerApplicationContext server;

    @Autowired
    CyclePlanning planning;

    @Autowired
    ProposalDrafts drafts;

    @Autowired
    Measures measures;

    @Autowired
    Worklist worklist;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

    private String place;
    private String proposals;
    private MeasureId row;

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
    void theSecondEditorOfARowSeesBothVersionsAndChooses() {
        propose("046", "enonkoski");
        Page first = opened("sivistys");
        Page second = opened("sivistysjohtaja");

        title(first).fill("Iltapäiväkerhot");
        assertThat(state(first)).containsText("Tallennettu.");
        title(second).fill("Kesäkerhot");
        assertThat(state(second)).containsText("Uudempi tieto: Toimenpide");
        assertThat(state(second)).containsText("Iltapäiväkerhot");
        assertThat(title(second)).hasValue("Kesäkerhot");
        assertThat(measures.get(row).title()).isEqualTo("Iltapäiväkerhot");
        assertAccessible(second);

        button(second, "Tallenna omat tietoni uudemman päälle").click();
        assertThat(state(second)).containsText("Tallennettu.");
        assertThat(state(second)).not().containsText("Uudempi tieto");
        assertThat(measures.get(row).title()).isEqualTo("Kesäkerhot");

        title(first).fill("Viikonloppukerhot");
        assertThat(state(first)).containsText("Kesäkerhot");
        first.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hylkää omat tietoni ja näytä uudempi"))
                .click();
        assertThat(title(first)).hasValue("Kesäkerhot");
        assertThat(state(first)).not().containsText("Uudempi tieto");
        assertThat(first.locator("[data-brought-back]")).hasCount(0);
        assertThat(measures.get(row).title()).isEqualTo("Kesäkerhot");
    }

    @Test
    void whatIsTypedAfterTheSessionEndedIsSavedOnceTheSamePersonHasSignedInInAnotherTab() {
        propose("681", "rantasalmi");
        Page page = opened("sivistys");
        title(page).fill("Kerhot");
        assertThat(state(page)).containsText("Tallennettu.");
        assertThat(measures.get(row).title()).isEqualTo("Kerhot");

        endSession(page);
        title(page).fill("Kerhot joka koululle");
        assertThat(state(page)).containsText("Istuntosi on päättynyt.");
        assertThat(state(page)).not().containsText("Tallennettu.");
        assertThat(title(page)).hasValue("Kerhot joka koululle");
        assertThat(measures.get(row).title()).isEqualTo("Kerhot");
        assertAccessible(page);

        Page tab = page.waitForPopup(() -> state(page).getByRole(AriaRole.LINK).click());
        signIn(tab, "sivistys");
        assertThat(tab.locator("header.site-header")).isVisible();
        page.bringToFront();
        assertThat(state(page)).containsText("Tallennettu.");
        assertThat(page.locator("[data-session-ended]")).hasCount(0);
        assertThat(measures.get(row).title()).isEqualTo("Kerhot joka koululle");
    }

    @Test
    void whatIsTypedAfterTheSessionEndedComesBackToTheSamePersonOnly() {
        propose("768", "sulkava");
        Page page = opened("sivistys");
        endSession(page);
        title(page).fill("Kerhot");
        assertThat(state(page)).containsText("Istuntosi on päättynyt.");

        page.navigate(address(proposals));
        assertThat(page.locator("#username")).isVisible();
        signIn(page, "sivistys");
        page.navigate(address(proposals));
        assertThat(page.locator("[data-brought-back]")).containsText("palautettu");
        assertThat(title(page)).hasValue("Kerhot");
        assertThat(measures.get(row).title()).isEmpty();

        endSession(page);
        page.navigate(address(proposals));
        signIn(page, "sivistysjohtaja");
        page.navigate(address(proposals));
        assertThat(title(page)).hasValue("");
        assertThat(page.locator("[data-brought-back]")).hasCount(0);
        assertThat(page.evaluate("JSON.stringify(sessionStorage)").toString()).doesNotContain("Kerhot");
    }

    /** Opens the proposals of a department, with one empty row. */
    private void propose(String municipality, String name) {
        place = name;
        Cycle cycle = planning.start(
                new MunicipalityCode(municipality),
                LocalDate.now(clock).getYear() + 1,
                people.get(new Username("koordinaattori." + name)));
        runtime.startProcessInstanceByKey(
                "DepartmentalProposals",
                cycle.businessKey(),
                Map.of(
                        "cycleId", cycle.id().value(),
                        "municipalityCode", cycle.municipality().value()));
        OpenTask task = worklist.ofCycle(cycle.id()).stream()
                .filter(open -> open.task().equals("Activity_ProposeMeasures") && EDUCATION.equals(open.department()))
                .findFirst()
                .orElseThrow();
        row = drafts.add(cycle.id(), EDUCATION, new Username("sivistys." + name));
        proposals = "/tasks/" + task.id() + "/proposals";
    }

    private void endSession(Page page) {
        TestSessions.of(server).end(page);
    }

    private Page opened(String post) {
        Page page = browser.window("fi-FI");
        page.navigate(address("/login"));
        signIn(page, post);
        page.navigate(address(proposals));
        assertThat(title(page)).isVisible();
        return page;
    }

    private void signIn(Page page, String post) {
        page.locator("#username").fill(post + "." + place);
        page.locator("#password").fill(BrowserTest.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static Locator title(Page page) {
        return page.getByLabel("Toimenpide", new Page.GetByLabelOptions().setExact(true));
    }

    private Locator state(Page page) {
        return page.locator("#measure-" + row + "-state");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
