package fi.hytekello;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.hytekello.TestBrowser.assertAccessible;
import static fi.hytekello.TestBrowser.assertFrameAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fi.hytekello.absence.AbsenceDraft;
import fi.hytekello.absence.Absences;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.Milestone;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People at their work in a real browser, in the demo's municipalities: one for each test. */
@BrowserTest
class TasklistBrowserTest {

    private static final String FRAME = "iframe.hytekello-task-page";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static final FrameLocator.GetByLabelOptions EXACTLY = new FrameLocator.GetByLabelOptions().setExact(true);

    private static TestBrowser browser;

    @LocalServerPort
    int port;

    @Autowired
    Cycles cycles;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Milestones milestones;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    Absences absences;

    @Autowired
    Decisions decisions;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

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
    void theCoordinatorSetsTheYearsCalendarAndTheManagerConfirmsIt() {
        MunicipalityCode hirvensalmi = new MunicipalityCode("097");
        int year = nextYear();
        Page page = window("fi-FI", "/login");
        assertAccessible(page);
        signIn(page, "koordinaattori.hirvensalmi");
        assertAccessible(page);

        page.getByLabel("Vuosi").selectOption(Integer.toString(year));
        button(page, "Aloita vuosi").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Hirvensalmi " + year);
        assertAccessible(page);
        Cycle cycle = cycles.find(hirvensalmi, year).orElseThrow();
        OpenTask task = worklist.ofCycle(cycle.id()).get(0);
        page.navigate(address("/tasks/" + task.id()));
        assertThat(page.getByLabel("Hyvinvointiraportin luonnos", new Page.GetByLabelOptions().setExact(true)))
                .isVisible();
        assertAccessible(page);

        link(page, "Tasklist").click();
        assertThat(page.locator(".task-filter.active")).containsText("Omat tehtävät");
        Locator card = card(page, "Vahvista vuosikalenteri");
        assertThat(card).containsText("Hirvensalmi " + year);
        assertThat(card).containsText("Määräaika");
        card.getByRole(AriaRole.LINK).first().click();
        claim(page, "Ota tehtävä");
        FrameLocator form = page.frameLocator(FRAME);
        LocalDate friday = LocalDate.of(year, 3, 19);
        form.getByLabel("Hyvinvointiraportin luonnos", EXACTLY).fill(friday.toString());
        button(form, "Tallenna päivät").click();
        assertThat(form.getByRole(AriaRole.STATUS)).containsText("Päivät on tallennettu.");
        assertThat(planned(cycle, MilestoneKind.REPORT_DRAFT)).isEqualTo(friday);
        assertThat(button(page, "Valmis")).isEnabled();
        assertAccessible(page);

        form.getByLabel("Lausunnot", EXACTLY).fill("2020-01-07");
        button(form, "Tallenna päivät").click();
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("Vaiheen ”Lausunnot” päivä on mennyt.");
        assertThat(form.getByLabel("Lausunnot", EXACTLY)).hasAttribute("aria-invalid", "true");
        assertFrameAccessible(page, FRAME);

        LocalDate unsaved = LocalDate.of(year, 4, 28);
        form.getByLabel("Lausunnot", EXACTLY).fill(unsaved.toString());
        button(page, "Valmis").click();
        assertThat(cards(page)).hasCount(0);
        assertThat(planned(cycle, MilestoneKind.STATEMENTS)).isEqualTo(unsaved);

        confirmAsManager(cycle);
    }

    private void confirmAsManager(Cycle cycle) {
        Page page = window("fi-FI", "/login");
        signIn(page, "kunnanjohtaja.hirvensalmi");
        page.navigate(address(TASKLIST));
        card(page, "Vahvista vuoden käynnistys")
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        claim(page, "Ota tehtävä");
        FrameLocator form = page.frameLocator(FRAME);
        form.getByLabel("Palautan korjattavaksi").check();
        button(page, "Valmis").click();
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("”Perustelu”");
        assertThat(form.getByLabel("Palautan korjattavaksi")).isChecked();
        assertFrameAccessible(page, FRAME);
        assertThat(cycles.get(cycle.id()).state()).isEqualTo(Cycle.State.PREPARING);

        form.getByLabel("Vahvistan kalenterin ja tekijät").check();
        button(page, "Valmis").click();
        assertThat(cards(page)).hasCount(0);
        assertThat(cycles.get(cycle.id()).state()).isEqualTo(Cycle.State.RUNNING);
    }

    @Test
    void aSwedishBrowserIsAnsweredInSwedish() {
        Cycle cycle = start("213", "koordinaattori.kangasniemi");
        Page page = window("sv-SE", "/login");
        assertThat(page.locator("html")).hasAttribute("lang", "sv");
        assertThat(button(page, "Logga in")).isVisible();
        signIn(page, "koordinaattori.kangasniemi");
        page.navigate(address("/cycles/" + cycle.id()));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Vad väntar vi på nu")))
                .isVisible();
        assertThat(link(page, "Bekräfta årskalendern")).isVisible();

        page.navigate(address(TASKLIST));
        assertThat(page.locator(".task-filter.active")).containsText("Mina uppgifter");
        assertThat(page.getByPlaceholder("Filtrera uppgifter")).isVisible();
        Locator card = card(page, "Bekräfta årskalendern");
        assertThat(card).containsText("Tidsfrist");
        card.getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator(".task-details h2")).containsText("Bekräfta årskalendern");
        claim(page, "Ta uppgiften");
        assertThat(button(page, "Klar")).isEnabled();
        assertThat(button(page.frameLocator(FRAME), "Spara datumen")).isVisible();
        assertThat(page.locator("body")).not().containsText(Pattern.compile("\\b[A-Z]{3,}_[A-Z_]{3,}\\b"));
        assertThat(page.locator("html")).hasAttribute("lang", "sv");
    }

    @Test
    void theSecretaryRecordsTheBoardsDecisionWithTheFormOfTheTasklist() {
        Cycle cycle = start("740", "koordinaattori.savonlinna");
        record(cycle);
        Page page = window("fi-FI", "/login");
        signIn(page, "hallintosihteeri.savonlinna");
        page.navigate(address(TASKLIST));
        Locator card = card(page, "Kirjaa päätös");
        assertThat(card).containsText("Savonlinna " + cycle.year() + " · kaupunginhallitus · hyvinvointiraportti");
        card.getByRole(AriaRole.LINK).first().click();
        claim(page, "Ota tehtävä");

        assertThat(page.locator(".fjs-form-field-select .fjs-disabled")).hasCount(0);
        page.locator(".fjs-form-field-select .fjs-input-group").click();
        page.getByText("Palautettiin uudelleen valmisteltavaksi", new Page.GetByTextOptions().setExact(true))
                .click();
        Locator day = page.getByLabel("Päätöspäivä");
        day.fill(LocalDate.now(clock).minusDays(1).format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
        day.press("Tab");
        button(page, "Valmis").click();
        assertThat(page.locator(".fjs-form-field-textfield").filter(new Locator.FilterOptions().setHasText("Pykälä")))
                .containsText("Täytä tämä kohta.");

        page.getByLabel("Pykälä").fill("45 §");
        button(page, "Valmis").click();
        assertThat(page.locator("[notifications-panel]")).containsText("Kenttä ”Perustelu”");
        assertThat(decisions.of(cycle.id())).isEmpty();

        page.getByLabel("Perustelu").fill("Täydentäkää mielenterveyden luvut.");
        button(page, "Valmis").click();
        assertThat(cards(page)).hasCount(0);
        assertThat(decisions.latest(cycle.id(), Subject.WELFARE_REPORT, DecidedBy.BOARD, null))
                .get()
                .extracting("section")
                .isEqualTo("45 §");
    }

    @Test
    void aDeputyDoesTheTasksOfTheAbsentInTheTasklistWhileTheAbsenceLasts() {
        // Its year waits for its first step since the demo began.
        Cycle cycle = cycles.of(List.of(new MunicipalityCode("491"))).get(0);
        Page page = window("fi-FI", "/login");
        signIn(page, "kirjaamo.mikkeli");
        page.navigate(address(TASKLIST));
        assertThat(page.locator(".task-filter.active")).containsText("Omat tehtävät");
        assertThat(cards(page)).hasCount(0);

        LocalDate today = LocalDate.now(clock);
        Person coordinator = people.get(new Username("koordinaattori.mikkeli"));
        absences.set(
                List.of(new AbsenceDraft(
                        coordinator.username(), cycle.municipality(), today, today, new Username("kirjaamo.mikkeli"))),
                coordinator);
        page.reload();
        Locator card = card(page, "Vahvista vuosikalenteri");
        assertThat(card).containsText("sijaisena: Hyvinvointikoordinaattori");
        card.getByRole(AriaRole.LINK).first().click();
        claim(page, "Ota tehtävä");
        assertThat(page.frameLocator(FRAME).locator("body")).containsText("sijaisena: Hyvinvointikoordinaattori");
        button(page, "Valmis").click();
        assertThat(cards(page)).hasCount(0);
        assertThat(worklist.ofCycle(cycle.id()).get(0).task()).isEqualTo("Activity_ConfirmCycle");

        desk.complete(
                worklist.ofCycle(cycle.id()).get(0).id(),
                people.get(new Username("kunnanjohtaja.mikkeli")),
                Map.of("cycleConfirmed", false, "comment", "Tarkentakaa."));
        page.reload();
        assertThat(card(page, "Vahvista vuosikalenteri")).isVisible();
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(2, ChronoUnit.DAYS)));
        page.reload();
        assertThat(page.locator(".task-filter.active")).containsText("Omat tehtävät");
        assertThat(cards(page)).hasCount(0);
    }

    @Test
    void aFormOfTheTasklistIsSwedishInASwedishBrowserAndItsWeeksBeginOnMonday() {
        Cycle cycle = start("593", "koordinaattori.pieksamaki");
        record(cycle);
        Page page = window("sv-SE", "/login");
        signIn(page, "hallintosihteeri.pieksamaki");
        page.navigate(address(TASKLIST));
        card(page, "Anteckna beslutet").getByRole(AriaRole.LINK).first().click();
        claim(page, "Ta uppgiften");

        Locator form = page.locator(".fjs-container");
        assertThat(form).containsText("Anteckna organets beslut enligt protokollet.");
        assertThat(form).containsText("Obligatorisk när ärendet återremitterades eller förkastades.");
        page.locator(".fjs-form-field-select .fjs-input-group").click();
        page.getByText("Bordlades", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".fjs-form-field-select")).containsText("Bordlades");
        assertThat(page.getByLabel("Datum för nästa möte")).isVisible();
        page.getByLabel("Beslutsdatum").click();
        assertThat(page.locator(".flatpickr-calendar.open .flatpickr-weekday").first())
                .hasText(Pattern.compile("mån"));
        assertThat(form).not().containsText(Pattern.compile("Päätös|Perustelu|kokous|Esimerkiksi"));
        assertAccessible(page);
    }

    private void record(Cycle cycle) {
        runtime.startProcessInstanceByKey(
                "BodyDecision",
                cycle.businessKey(),
                Map.of(
                        "cycleId", cycle.id().value(),
                        "municipalityCode", cycle.municipality().value(),
                        "milestone", "REPORT_BOARD",
                        "subject", "WELFARE_REPORT",
                        "body", "BOARD"));
    }

    private Cycle start(String municipality, String coordinator) {
        return planning.start(new MunicipalityCode(municipality), nextYear(), people.get(new Username(coordinator)));
    }

    private int nextYear() {
        return LocalDate.now(clock).getYear() + 1;
    }

    private LocalDate planned(Cycle cycle, MilestoneKind kind) {
        return milestones.of(cycle.id()).stream()
                .filter(milestone -> milestone.kind() == kind)
                .map(Milestone::plannedOn)
                .findFirst()
                .orElseThrow();
    }

    private Page window(String language, String path) {
        Page page = browser.window(language);
        page.navigate(address(path));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void signIn(Page page, String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(BrowserTest.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*:[0-9]+/$"));
    }

    /** Returns when the form is open to input: the Tasklist loads it anew for whoever has claimed it. */
    private static void claim(Page page, String label) {
        button(page, label).click();
        assertThat(page.locator(".disabled-form")).hasCount(0);
        assertThat(page.locator(".form-actions .btn-primary")).isVisible();
    }

    private static Locator cards(Page page) {
        return page.locator(".tasks-list li.task");
    }

    private static Locator card(Page page, String name) {
        return cards(page).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(FrameLocator form, String name) {
        return form.getByRole(
                AriaRole.BUTTON,
                new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
    }
}
