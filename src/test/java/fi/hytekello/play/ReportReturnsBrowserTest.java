package fi.hytekello.play;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fi.hytekello.BrowserTest;
import fi.hytekello.TestBrowser;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.demo.MailStore;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.MailDispatcher;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The welfare report comes back from everybody who may return it, and each time a new version goes on. */
@BrowserTest
class ReportReturnsBrowserTest {

    private static final MunicipalityCode PUUMALA = new MunicipalityCode("623");

    private static TestBrowser browser;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    MailDispatcher dispatcher;

    @Autowired
    MailStore store;

    private PlayedTime time;

    @BeforeAll
    static void openBrowser() {
        browser = TestBrowser.start();
    }

    @AfterEach
    void closeWindows(TestInfo test) {
        time.runOn();
        browser.closeWindows(test.getTestMethod().orElseThrow().getName());
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theReportComesBackFromGroupCouncilsManagerBoardAndCouncil() {
        time = new PlayedTime(context);
        Cycle cycle = time.play(PUUMALA, LocalDate.of(2027, 2, 22));
        TownHall hall = new TownHall(browser, port, "puumala", cycle.id());
        Reporting reporting = new Reporting(hall, new Mailbox(dispatcher, store, () -> time.sleep(cycle)), time);

        reporting.writes();
        reporting.groupReturns("Kertokaa, mitä valmistui.");
        reporting.mends("Kertokaa, mitä valmistui.", "Kerhot valmistuivat.");
        reporting.groupAccepts("Kerhot valmistuivat.");
        reporting.councilsGiveTheirStatements();
        reporting.theirStatementChangesTheDraft();
        reporting.goesThroughAgainUpToTheManager("", "Talvihoito on mukana.");
        reporting.managerReturns("Lisätkää kustannukset.");
        reporting.goesThroughAgain("Lisätkää kustannukset.", "Kustannukset ovat liitteessä.");
        time.moveTo(cycle, LocalDate.of(2027, 5, 24));
        reporting.records("kunnanhallitus", Deciding.RETURNED, "Verratkaa naapurikuntiin.");
        reporting.goesThroughAgain("Verratkaa naapurikuntiin.", "Vertailu on liitteessä.");
        reporting.records("kunnanhallitus", Deciding.APPROVED, "");
        time.moveTo(cycle, LocalDate.of(2027, 6, 14));
        reporting.records("valtuusto", Deciding.RETURNED, "Tiivistäkää.");
        reporting.goesThroughAgain("Tiivistäkää.", "Tiivistetty.");
        reporting.records("kunnanhallitus", Deciding.APPROVED, "");
        reporting.records("valtuusto", Deciding.APPROVED, "");
        Tasklist.in(hall.at("koordinaattori"))
                .open("Julkaise hyvinvointiraportti", "")
                .complete();

        PersonsWindow reader = hall.at("koordinaattori").open(hall.cyclePath() + "/versions");
        assertThat(reader.page().locator("main tbody tr")).hasCount(6);
        reader.choose("Vertailun pohja", "1")
                .choose("Verrattava versio", "6")
                .press("Näytä muutokset", "lisätty:")
                .says("Kerhot valmistuivat.", "Tiivistetty.");
    }
}
