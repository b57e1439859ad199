package fi.hytekello.nomination.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.hytekello.TestBrowser.assertAccessible;
import static fi.hytekello.TestBrowser.assertFrameAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fi.hytekello.BrowserTest;
import fi.hytekello.TestBrowser;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Memberships;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.nomination.AskedOrganisation;
import fi.hytekello.nomination.NominationBench;
import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.RequestLinks;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundRequests;
import fi.hytekello.nomination.RoundState;
import fi.hytekello.nomination.Rounds;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A round of the demo's regional council, from its beginning to the members, as its people do it in a browser. */
@BrowserTest
class RoundBrowserTest {

    private static final String FRAME = "iframe.hytekello-task-page";
    private static final MunicipalityCode COUNCIL = new MunicipalityCode("KH");

    private static TestBrowser browser;

    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundRequests requests;

    @Autowired
    RequestLinks links;

    @Autowired
    Memberships memberships;

    @BeforeAll
    static void openBrowser() {
        browser = TestBrowser.start();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
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
    void aRegionsCoordinatorAsksAnOrganisationNamesAndTheBodyIsComposed() {
        Page coordinator = signedIn("aluekoordinaattori.hame");
        begin(coordinator);
        write(coordinator);
        approve(signedIn("aluejohtaja.hame"));
        Round round = rounds.of(COUNCIL).get(0);
        List<AskedOrganisation> asked = requests.of(round.id());
        assertThat(asked).extracting(AskedOrganisation::nameFi).containsExactly("Forssa");
        RequestId forssa = new RequestId(asked.get(0).request());
        answer(forssa);
        follow(coordinator, round);
        beans.createBean(NominationBench.class).deadlineOf(forssa);
        compose(coordinator, round.body());
        assertThat(rounds.get(round.id()).state()).isEqualTo(RoundState.COMPOSED);
        coordinator.navigate(address("/nominations/" + COUNCIL + "/" + round.id()));
        assertThat(coordinator.locator("main")).containsText("Kokoonpano vahvistettu");
        assertThat(coordinator.locator("main")).containsText("Maakuntahallitus");
        assertAccessible(coordinator);
    }

    private void begin(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nimeämiskierrokset"))
                .click();
        assertAccessible(page);
        page.getByLabel("Toimielin").selectOption("Kanta-Hämeen hyvinvointityöryhmä");
        button(page, "Aloita nimeämiskierros").click();
        assertThat(page.locator(".notice li")).containsText("Valmistele nimeämispyyntö");
        assertAccessible(page);
    }

    /** Everybody with a seat is chosen at first; here only one is asked. */
    private void write(Page page) {
        FrameLocator form = open(page, "Valmistele nimeämispyyntö");
        Locator organisations = form.locator("[name=organisation]");
        // all() takes what is there and waits for nothing.
        organisations.first().waitFor();
        for (Locator one : organisations.all()) {
            one.uncheck();
        }
        form.getByLabel("Forssa", new FrameLocator.GetByLabelOptions().setExact(false))
                .first()
                .check();
        form.locator("#dueOn").fill("2020-01-01");
        done(page);
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("”Viimeinen vastauspäivä”");
        assertFrameAccessible(page, FRAME);
        form.locator("#dueOn").fill(rounds.today().plusWeeks(1).toString());
        done(page);
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("Lue varoitukset");
        form.getByLabel("Olen harkinnut asiaa ja pidän määräajan").check();
        done(page);
        assertThat(cards(page)).hasCount(0);
    }

    private void approve(Page page) {
        FrameLocator form = open(page, "Hyväksy nimeämispyyntö");
        done(page);
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("”Hyväksytkö pyynnön?”");
        form.getByLabel("Hyväksyn, ja pyynnöt lähtevät").check();
        done(page);
        assertThat(cards(page)).hasCount(0);
    }

    private void answer(RequestId request) {
        Page page = browser.window("fi-FI");
        page.navigate(address("/nominate/" + links.mint(request)));
        page.locator("#nomineeName-1").fill("Sivistysjohtaja, Forssa");
        page.locator("#nomineeEmail-1").fill("sivistysjohtaja@forssa.example");
        page.getByLabel("Kuka päätti").fill("Kaupunginhallitus");
        page.getByText("Lähetä nimeäminen").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("nimeäminen on vastaanotettu");
    }

    private void follow(Page page, Round round) {
        page.navigate(address("/nominations/" + COUNCIL + "/" + round.id()));
        assertThat(page.locator("main")).containsText("1 organisaatio: 1 nimennyt, 0 vielä vastaamatta, 0 ei nimeä");
        assertThat(page.locator("main")).containsText("Sivistysjohtaja, Forssa");
    }

    private void compose(Page page, BodyId body) {
        FrameLocator form = open(page, "Koosta ryhmä");
        assertThat(form.locator("main")).containsText("Sivistysjohtaja, Forssa");
        done(page);
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("”Kuka päätti”");
        assertFrameAccessible(page, FRAME);
        LocalDate today = rounds.today();
        form.locator("#appointedBy").fill("Maakuntahallitus");
        form.locator("#appointedOn").fill(today.toString());
        form.locator("#membersFrom").fill(today.toString());
        done(page);
        assertThat(cards(page)).hasCount(0);
        assertThat(memberships.on(body, today))
                .extracting(one -> one.content().name())
                .containsExactly("Sivistysjohtaja, Forssa");
    }

    /** The page of a task, shown and claimed in the Tasklist. */
    private FrameLocator open(Page page, String task) {
        page.navigate(address("/camunda/app/tasklist/default/"));
        Locator card = cards(page).filter(new Locator.FilterOptions().setHasText(task));
        assertThat(card).containsText("Kanta-Hämeen hyvinvointityöryhmä");
        card.getByRole(AriaRole.LINK).first().click();
        button(page, "Ota tehtävä").click();
        assertThat(page.locator(".disabled-form")).hasCount(0);
        assertThat(page.locator(".form-actions .btn-primary")).isVisible();
        // The page in the frame tells its height when it can be worked with.
        page.locator(FRAME + "[style*=height]").waitFor();
        return page.frameLocator(FRAME);
    }

    private static void done(Page page) {
        button(page, "Valmis").click();
    }

    private static Locator cards(Page page) {
        return page.locator(".tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText("nimeämispyyntö"))
                .or(page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText("Koosta ryhmä")));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Page signedIn(String username) {
        Page page = browser.window("fi-FI");
        page.navigate(address("/login"));
        page.locator("#username").fill(username);
        page.locator("#password").fill(BrowserTest.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*:[0-9]+/$"));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
