package fi.hytekello.play;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.BrowserTest;
import fi.hytekello.TestBrowser;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.demo.MailStore;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.MailDispatcher;
import fi.hytekello.plan.ProposalWords;
import fi.hytekello.play.PlannedMeasures.Planned;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A plan's whole life, by people in a real browser: six departments propose 40 measures from spreadsheets, each place
 * that can return something does so once, and every measure is found again in the published plan, the annex of the
 * budget and next year's realisation.
 */
@BrowserTest
class WholePlanBrowserTest {

    private static final MunicipalityCode MANTYHARJU = new MunicipalityCode("507");

    private static TestBrowser browser;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    ProposalWords words;

    @Autowired
    MailDispatcher dispatcher;

    @Autowired
    MailStore store;

    private PlayedTime time;
    private Cycle cycle;
    private TownHall hall;
    private Proposing proposing;

    @BeforeAll
    static void openBrowser() {
        browser = TestBrowser.start();
    }

    @BeforeEach
    void playUntilTheProposalsOpen() {
        time = new PlayedTime(context);
        cycle = time.play(MANTYHARJU, LocalDate.of(2027, 8, 17));
        hall = new TownHall(browser, port, "mantyharju", cycle.id());
        proposing = new Proposing(hall, new ProposalSheets(words));
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
    void fortyMeasuresGoFromSpreadsheetsToTheirRealisation() {
        departmentsPropose();
        namedPeoplePromise();
        proposalsAreHandled();
        budgetIsMade();
        bodiesDecide();
        planIsPublished();
        nextYearFollows();
    }

    private void departmentsPropose() {
        proposing.educationMendsItsFile();
        proposing.wellbeingFillsInWhatItHas();
        proposing.technicalAssessesOneMeasure();
        proposing.administrationSendsPlainText();
        proposing.vitalityFillsInTheTemplate();
        proposing.culturePastesCells();
    }

    private void namedPeoplePromise() {
        Promising promising = new Promising(hall, new Mailbox(dispatcher, store, () -> time.sleep(cycle)));
        promising.aSilentDeputyIsReplaced(proposing);
        promising.aDeputyRefusesAndIsReplaced();
        promising.confirmInTasklist("hyvinvointijohtaja", "Hyvinvointi");
        promising.confirmFromList("liikunnanohjaaja", "Hyvinvointi");
        List.of("sivistysjohtaja", "rehtori", "hallintojohtaja", "hallintosihteeri", "kulttuurijohtaja")
                .forEach(promising::confirmByMail);
        promising.confirmInSwedish("kulttuurituottaja");
    }

    private void proposalsAreHandled() {
        Approving approving = new Approving(hall, time);
        time.moveTo(cycle, LocalDate.of(2027, 9, 6));
        approving.directorReturns("kulttuurijohtaja", "Tarkentakaa aikataulua.");
        proposing.cultureAgain("Tarkentakaa aikataulua.");
        approving.directorApprovesInTasklist("sivistysjohtaja");
        List.of("hyvinvointijohtaja", "tekninenjohtaja", "hallintojohtaja", "elinvoimajohtaja", "kulttuurijohtaja")
                .forEach(approving::directorApproves);
        time.moveTo(cycle, LocalDate.of(2027, 9, 20));
        approving.committeeReturns("Sivistys", "Kertokaa, mitä vanhempainillat maksavat.");
        proposing.again("sivistys", "Kertokaa, mitä");
        approving.directorApproves("sivistysjohtaja");
        List.of("Sivistys", "Hyvinvointi", "Tekninen", "Hallinto", "Elinvoima", "Kulttuuri ja vapaa-aika")
                .forEach(approving::committeeApproves);
        time.moveTo(cycle, LocalDate.of(2027, 10, 1));
        approving.groupReturns("Hyvinvointi", "Kaksi toimenpidettä on samaa työtä: rajatkaa ne.");
        proposing.again("hyvinvointi", "Kaksi toimenpidettä");
        approving.directorApproves("hyvinvointijohtaja");
        approving.committeeApproves("Hyvinvointi");
        approving.groupAccepts();
    }

    private void budgetIsMade() {
        Budgeting budgeting = new Budgeting(hall);
        time.moveTo(cycle, LocalDate.of(2027, 10, 12));
        budgeting.financeBringsInLinesAndFrames();
        budgeting.financeLinks();
        budgeting.technicalLowersItsDearest();
        budgeting.financeLooksAgain();
        time.moveTo(cycle, LocalDate.of(2027, 10, 25));
        budgeting.managerReturnsTheLinks();
        budgeting.managerDecides();
    }

    private void bodiesDecide() {
        Deciding deciding = new Deciding(hall, time);
        time.moveTo(cycle, LocalDate.of(2027, 11, 8));
        deciding.board(Deciding.RETURNED, Deciding.TOO_LITTLE);
        new Budgeting(hall).managerDecidesAgain();
        time.moveTo(cycle, LocalDate.of(2027, 11, 22));
        deciding.board(Deciding.APPROVED, "");
        time.moveTo(cycle, LocalDate.of(2027, 12, 7));
        deciding.council(Deciding.RETURNED, "Veroprosentti käsitellään ensin.");
        deciding.board(Deciding.APPROVED, "");
        time.moveTo(cycle, LocalDate.of(2027, 12, 21));
        deciding.council(Deciding.AMENDED, "Kaksi toimenpidettä muutettiin.");
        time.moveTo(cycle, LocalDate.of(2028, 1, 10));
        deciding.financeRecordsTheCouncilsChanges();
    }

    private void planIsPublished() {
        time.moveTo(cycle, LocalDate.of(2028, 1, 20));
        Publishing publishing = new Publishing(hall);
        publishing.coordinatorPublishes();
        publishing.anybodyReads(
                MANTYHARJU.value(),
                2027,
                PlannedMeasures.all().stream().map(Planned::title).toList());
        AnnexReading annex = new AnnexReading(hall.at("koordinaattori").open(hall.cyclePath() + "/annex"));
        Map<String, BigDecimal> read = annex.page();
        assertThat(read).containsAllEntriesOf(expected()).hasSize(38);
        assertThat(annex.workbook()).isEqualTo(read);
    }

    /** What each measure gets, of those whose department said what it costs. */
    private static Map<String, BigDecimal> expected() {
        Map<String, BigDecimal> expected = new TreeMap<>();
        PlannedMeasures.all()
                .forEach(one -> expected.put(one.title(), one.euro().setScale(2)));
        expected.keySet().removeAll(List.of(Budgeting.LEFT_OUT, Deciding.CUT));
        expected.put(Budgeting.DEAREST, new BigDecimal("9500.00"));
        expected.put(Budgeting.LESS, new BigDecimal("4500.00"));
        expected.put(Deciding.CHANGED, new BigDecimal("20000.00"));
        return expected;
    }

    private void nextYearFollows() {
        NextYear nextYear = new NextYear(hall);
        time.moveTo(cycle, LocalDate.of(2028, 4, 10));
        nextYear.financeBringsInTheRealisation();
        Map<String, Map<String, String>> trace = nextYear.trace();
        assertThat(trace).hasSize(40);
        trace.forEach((measure, steps) ->
                assertThat(TraceReading.gaps(steps)).as(measure).isEmpty());
        assertThat(trace.get(Deciding.CHANGED))
                .containsEntry("Ehdotus", "17.8.2027, 22\u00a0000,00\u00a0€")
                .containsEntry("Liitteessä", "20\u00a0000,00\u00a0€");
        assertThat(trace.get(Deciding.CHANGED).get("Talousarviokohta")).startsWith("4390 / 2100");
        assertThat(trace.get(Deciding.CHANGED).get("Valtuusto"))
                .startsWith("hyväksyttiin muutettuna 21.12.2027, § 355")
                .endsWith("Valtuusto muutti summan: 20\u00a0000,00\u00a0€");
        assertThat(trace.get(Deciding.CHANGED).get("Toteutuma kohdalla")).endsWith("€ (31.3.2028)");
        assertThat(trace.get(Budgeting.LEFT_OUT).get("Kunnanjohtaja"))
                .isEqualTo("Jätetään pois: " + Budgeting.LEFT_OUT_REASON);
        nextYear.coordinatorLooksAround();
    }
}
