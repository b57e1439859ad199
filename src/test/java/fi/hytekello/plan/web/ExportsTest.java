package fi.hytekello.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.ProposalDrafts;
import fi.hytekello.plan.Proposals;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The files of a year's pages. */
@WholeTest
class ExportsTest {

    /** Each file and the first header in it. */
    private static final Map<String, String> FILES = Map.of(
            "goals", "Järjestys",
            "measures", "Toimiala",
            "follow-up", "Toimiala",
            "impact-assessments", "Toimenpide",
            "indicators", "Mittari",
            "decisions", "Päätöspäivä",
            "negotiation/actions", "Toimi");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Goals goals;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalDrafts drafts;

    @Autowired
    Clock clock;

    private MockMvc browser;
    private Town town;
    private Cycle cycle;

    @BeforeEach
    void startCycle() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        town = towns.make();
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        goals.add(cycle.id(), "Nuorten yksinäisyys vähenee", "=SUM(A1)", 184);
        proposals.proposing(cycle.id());
        drafts.add(
                cycle.id(),
                Town.EDUCATION,
                town.person(Role.DEPARTMENT, Town.EDUCATION).username());
    }

    @Test
    void everyFileOpensInBothFormatsAndIsNamedByTownYearAndContent() throws Exception {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            MockHttpServletResponse xlsx = download(file.getKey() + ".xlsx", town.person(Role.COORDINATOR));
            XSSFSheet sheet = sheet(xlsx);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).startsWith("Koekunta " + cycle.year() + ": ");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo(file.getValue());
            assertThat(xlsx.getHeader("Content-Disposition")).contains("Koekunta-" + cycle.year() + "-");
            assertThat(download(file.getKey() + ".csv", town.person(Role.COORDINATOR))
                            .getContentAsString(StandardCharsets.UTF_8))
                    .startsWith("\ufeff" + file.getValue() + ";");
        }
    }

    @Test
    void aFileOfAnotherMunicipalityDoesNotExist() throws Exception {
        Person stranger = towns.make().person(Role.COORDINATOR);
        for (String file : FILES.keySet()) {
            browser.perform(get("/cycles/" + cycle.id() + "/" + file + ".csv")
                            .with(user(stranger.username().value())))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void draftsOfADepartmentAreNotInTheFilesOfOthers() throws Exception {
        assertThat(sheet(download("measures.xlsx", town.person(Role.COORDINATOR)))
                        .getLastRowNum())
                .isEqualTo(2);
        assertThat(sheet(download("measures.xlsx", town.person(Role.FINANCE))).getLastRowNum())
                .isEqualTo(1);
    }

    @Test
    void goalsComeWithTheirTextsAsTexts() throws Exception {
        XSSFSheet sheet = sheet(download("goals.xlsx", town.person(Role.MANAGER)));
        assertThat(sheet.getRow(2).getCell(0).getNumericCellValue()).isEqualTo(1);
        assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("=SUM(A1)");
    }

    @Test
    void thePagesThemselvesOpen() throws Exception {
        for (String page :
                new String[] {"goals", "measures", "follow-up", "impact-assessments", "trace", "negotiation"}) {
            assertThat(download(page, town.person(Role.COORDINATOR)).getContentAsString())
                    .as(page)
                    .contains("</html>")
                    .doesNotContain("??");
        }
    }

    @Test
    void theCyclesPageIsNamedAndLeadsToThePlan() throws Exception {
        var page = Jsoup.parse(browser.perform(get("/cycles/" + cycle.id())
                        .with(user(town.person(Role.MANAGER).username().value())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.title()).isEqualTo("Koekunta " + cycle.year() + " – Hytekello");
        assertThat(page.select("nav.year-pages h2").eachText())
                .containsExactly("Suunnitelma", "Talous", "Seuranta", "Päätökset ja yhteistyö");
        assertThat(page.select("nav.year-pages a[href$=/plan]")).hasSize(1);
    }

    private MockHttpServletResponse download(String file, Person person) throws Exception {
        return browser.perform(get("/cycles/" + cycle.id() + "/" + file)
                        .with(user(person.username().value())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private static XSSFSheet sheet(MockHttpServletResponse file) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            return workbook.getSheetAt(0);
        }
    }
}
