package fi.hytekello.play;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.hytekello.TestBrowser.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fi.hytekello.BrowserTest;
import fi.hytekello.TestBrowser;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.decision.Documents;
import fi.hytekello.decision.Subject;
import fi.hytekello.indicator.IndicatorReviewing;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.indicator.source.TypedValues;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Indicators as people see them, of Juva and Mikkeli with their real values (the figures were read from the source), and
 * the review of Pertunmaa's.
 */
@BrowserTest
class IndicatorBrowserTest {

    private static TestBrowser browser;

    private static final MunicipalityCode PERTUNMAA = new MunicipalityCode("588");
    private static final DepartmentCode OWNER = new DepartmentCode("administration");
    private static final DepartmentCode SILENT = new DepartmentCode("culture");
    private static final int LEADERSHIP_SCORE = 4072;

    @LocalServerPort
    int port;

    @Autowired
    CyclePlanning planning;

    @Autowired
    People people;

    @Autowired
    TypedValues typed;

    @Autowired
    Indicators indicators;

    @Autowired
    IndicatorReviewing reviewing;

    @Autowired
    Documents documents;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

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
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Juva").setExact(true))
                .first()
                .click();
        assertThat(juva.locator("tr:has(a[href$='/indicators/181'])")).containsText("7,6");
        assertThat(juva.locator("tr:has(a[href$='/indicators/181'])")).containsText("arvo on vuodelta 2011");
        assertThat(juva.locator("tr:has(a[href$='/indicators/181'])")).containsText("10,2");
        assertAccessible(juva);

        juva.getByText("Valitse omat vertailukunnat").click();
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

    @Test
    void aRedIndicatorIsExplainedInTheTasklistDiscussedByTheGroupAndToldInTheReport() {
        Cycle cycle = reviewWithARedScore();
        TownHall hall = new TownHall(browser, port, "pertunmaa", cycle.id());

        Tasklist owner = Tasklist.in(hall.at("hallinto")).open("Selitä mittarit", "Hallinto");
        FrameLocator page = owner.frame();
        assertThat(page.locator("tr:has(.status-red)"))
                .containsText("20 pistettä on alle 25, TEAviisarin punaisella alueella.");
        assertThat(page.locator("tr:has(.status-red)")).containsText("kirjattu kunnassa käsin");
        hall.at("hallinto").button("Valmis").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kerro, mistä tila johtuu");
        page.locator("textarea[aria-required=true]").fill("Koordinaattorin toimi oli puoli vuotta täyttämättä.");
        page.getByLabel("Ehdotan korjaavaa toimenpidettä").check();
        assertThat(page.locator("#saved-" + LEADERSHIP_SCORE)).hasText("Tallennettu");
        assertThat(page.locator("[aria-invalid=true]")).hasCount(0);
        TestBrowser.assertFrameAccessible(hall.at("hallinto").page(), "iframe.hytekello-task-page");
        picture(hall.at("hallinto"), "review-fi");
        owner.complete();

        othersExplain(cycle);
        hall.at("koordinaattori")
                .open("/cycles/" + cycle.id() + "/indicators")
                .unfold("Sulje mittarien tarkastelu")
                .press("Sulje mittarien tarkastelu", "Tarkastelu on suljettu.");

        Tasklist group = Tasklist.in(hall.at("hyvinvointiryhma")).open("Keskustele mittareista", "");
        page = group.frame();
        assertThat(page.locator("body")).containsText("Koordinaattorin toimi oli puoli vuotta täyttämättä.");
        assertThat(page.locator("body")).containsText("Ei selitystä määräaikaan mennessä");
        page.getByLabel("Ryhmän näkemys, jos haluatte: Hyvinvointityön johtaminen")
                .fill("Toimi täytetään keväällä.");
        page.getByLabel("Käsittely on valmis").check();
        page.getByLabel("Ryhmän näkemys kokonaisuudesta").fill("Kulttuurin vastaus puuttuu.");
        assertThat(page.locator("#saved-MANAGEMENT")).hasText("Tallennettu");
        TestBrowser.assertFrameAccessible(hall.at("hyvinvointiryhma").page(), "iframe.hytekello-task-page");
        picture(hall.at("hyvinvointiryhma"), "discussion-fi");
        group.complete();
        assertThat(worklist.ofCycle(cycle.id()))
                .extracting(OpenTask::task)
                .doesNotContain("Activity_ExplainIndicators", "Activity_DiscussIndicators");

        documents.ensureOpen(cycle.id(), Subject.WELFARE_REPORT);
        assertThat(report(hall, cycle, "fi"))
                .contains("(mittari 4072, uusin arvo kirjattu kunnassa käsin)")
                .contains("Koordinaattorin toimi oli puoli vuotta täyttämättä.")
                .contains("Toimiala ehdottaa korjaavaa toimenpidettä.")
                .contains("Ei selitystä määräaikaan mennessä")
                .contains("Hyvinvointityöryhmän näkemys mittareista")
                .contains("Hyvinvointityön johtaminen Toimi täytetään keväällä.")
                .contains("Kokonaisuus Kulttuurin vastaus puuttuu.");
        assertThat(report(hall, cycle, "sv"))
                .contains("det nyaste värdet infört för hand i kommunen", "Sektorn föreslår en korrigerande åtgärd.")
                .contains("Välfärdsgruppens syn på indikatorerna", "Ingen förklaring inom tidsfristen");
    }

    /** Only the score, which no source has, is red among its owner's indicators. */
    private Cycle reviewWithARedScore() {
        Person coordinator = people.get(new Username("koordinaattori.pertunmaa"));
        typed.store(PERTUNMAA, LEADERSHIP_SCORE, "2024", "20", coordinator);
        Cycle cycle = planning.start(PERTUNMAA, LocalDate.now(clock).getYear() + 1, coordinator);
        ProcessInstance review = runtime.startProcessInstanceByKey(
                "IndicatorReview",
                cycle.businessKey(),
                Map.of("cycleId", cycle.id().value(), "municipalityCode", PERTUNMAA.value()));
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(review.getId())
                .activityId("Activity_ImportIndicators")
                .singleResult()
                .getId());
        return cycle;
    }

    /** All but one, which has not answered when its time is over. */
    private void othersExplain(Cycle cycle) {
        for (OpenTask task : worklist.ofCycle(cycle.id())) {
            DepartmentCode department = task.department();
            if (department == null || department.equals(SILENT) || department.equals(OWNER)) {
                continue;
            }
            Person contact = people.inGroups(PERTUNMAA, List.of(Role.DEPARTMENT.group(department)))
                    .get(0);
            indicators.of(cycle.id(), department).stream()
                    .filter(SnapshotValue::lacksExplanation)
                    .forEach(value -> reviewing.explain(
                            cycle.id(),
                            department,
                            value.indicator().id(),
                            "Kerrottu muualla.",
                            false,
                            contact.username()));
            desk.complete(task.id(), contact, Map.of());
        }
        jdbc.sql("update hyte.indicator_request set due_at = asked_at where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
    }

    private static String report(TownHall hall, Cycle cycle, String language) {
        PersonsWindow reader = hall.at("koordinaattori");
        String path = "/cycles/" + cycle.id() + "/documents/welfare-report." + language;
        if (System.getProperty("pictures") != null) {
            keep("welfare-report-" + language + ".pdf", reader.fetch(path + ".pdf"));
        }
        return Jsoup.parse(new String(reader.fetch(path + ".html"), StandardCharsets.UTF_8))
                .text();
    }

    /** For people to look at, where {@code -Dpictures} asks for it. */
    private static void picture(PersonsWindow window, String name) {
        if (System.getProperty("pictures") != null) {
            keep(name + ".png", window.page().screenshot());
        }
    }

    private static void keep(String name, byte[] content) {
        try {
            Files.write(Path.of("target", "browser", name), content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
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
