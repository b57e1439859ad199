package fi.hytekello.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Goals;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The plan's follow-up as people of different roles see it, and the measures of one person. */
@WholeTest
class PlanFollowUpPageTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Goals goals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

    private MockMvc browser;
    private Town town;
    private Cycle cycle;
    private GoalId goal;

    @BeforeEach
    void startCycle() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        town = towns.make();
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        goal = goals.add(cycle.id(), "Nuorten yksinäisyys vähenee", "Unga är mindre ensamma", 184);
    }

    @Test
    void beforeTheReconciliationItSendsPeopleToTheProposals() throws Exception {
        measure("Luonnos", "education", "PROPOSED");
        Document page = page(plan(""), town.person(Role.MANAGER), "fi");
        assertThat(page.text()).contains("ei ole vielä toimenpiteitä").doesNotContain("Luonnos");
        assertThat(page.select("form, .downloads, table")).isEmpty();
        assertThat(page.select("a[href=/cycles/" + cycle.id() + "/measures]")).isNotEmpty();
    }

    @Test
    void showsUnderEachGoalItsMeasuresWithLightsSumsAndWhatIsLate() throws Exception {
        long clubs = measure("Kerhot", "education", "ACTIVE");
        measure("Valot", "technical", "DELAYED");
        report(clubs, "500.00");
        due();
        Document page = page(plan(""), town.person(Role.MANAGER), "fi");
        assertThat(page.title()).isEqualTo("Suunnitelman seuranta – Hytekello");
        assertThat(page.select("tr.group").text()).contains("1. Nuorten yksinäisyys vähenee", "184");
        Element reported = row(page, "Kerhot");
        assertThat(reported.text()).contains("education", "responsible", "aikataulussa", "500,00 €", "50 %");
        assertThat(reported.text()).doesNotContain("raportti myöhässä");
        assertThat(reported.select("a[href$=/impact], a[href*=/trace#measure-], a[href$=#history]"))
                .hasSize(3);
        assertThat(row(page, "Valot").text()).contains("myöhässä", "ei raporttia", "raportti myöhässä 10 pv");
        assertThat(page.select("table.plan tfoot").text()).contains("2 000,00 €", "500,00 €", "25 %");
        assertThat(page(plan(""), town.person(Role.MANAGER), "sv").text())
                .contains("Unga är mindre ensamma", "i tid", "försenad 10 d");
    }

    @Test
    void aFilterIsInTheAddressAndInTheFiles() throws Exception {
        long clubs = measure("Kerhot", "education", "ACTIVE");
        measure("Valot", "technical", "DELAYED");
        jdbc.sql("update hyte.measure set population_group = 'OLDER', scopes = '{SAFETY}' where id = :id")
                .param("id", clubs)
                .update();
        Person reader = town.person(Role.DEPARTMENT, Town.EDUCATION);
        for (String query : new String[] {
            "?department=education", "?status=ON_SCHEDULE", "?populationGroup=OLDER", "?scope=SAFETY&owner="
        }) {
            Document page = page(plan(query), reader, "fi");
            assertThat(page.select("table.plan tbody tr:not(.group) th a").eachText())
                    .as(query)
                    .contains("Kerhot")
                    .doesNotContain("Valot");
            String file = page.select(".downloads a").get(0).attr("href");
            XSSFSheet sheet = sheet(file, reader);
            assertThat(sheet.getLastRowNum()).as(file).isEqualTo(3);
            assertThat(sheet.getRow(2).getCell(5).getStringCellValue()).isEqualTo("Kerhot");
        }
        assertThat(page(plan("?owner=responsible"), reader, "fi").select("table.plan tbody tr"))
                .hasSize(3);
        Document none = page(plan("?owner=nobody%26co"), reader, "fi");
        assertThat(none.text()).contains("Mikään toimenpide ei vastaa valintoja");
        assertThat(none.select(".downloads a").get(0).attr("href")).endsWith("plan.xlsx?owner=nobody%26co");
        browser.perform(get(plan("?status=GREENISH")).with(as(reader))).andExpect(status().isBadRequest());
    }

    @Test
    void theFilesSayWhatThePageDoes() throws Exception {
        long clubs = measure("Kerhot", "education", "ACTIVE");
        report(clubs, "500.00");
        Person reader = town.person(Role.COORDINATOR);
        XSSFSheet sheet = sheet(plan(".xlsx"), reader);
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
                .isEqualTo("Koekunta " + cycle.year() + ": Suunnitelman seuranta");
        assertThat(sheet.getRow(2).getCell(9).getStringCellValue()).isEqualTo("aikataulussa");
        assertThat(sheet.getRow(2).getCell(13).getNumericCellValue()).isEqualTo(1000);
        assertThat(sheet.getRow(3).getCell(14).getNumericCellValue()).isEqualTo(500);
        assertThat(sheet.getRow(3).getCell(14).getCellFormula()).isEqualTo("SUM(O3:O3)");
        MockHttpServletResponse csv = browser.perform(
                        get(plan(".csv")).with(as(reader)).header("Accept-Language", "sv"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(csv.getHeader("Content-Disposition")).contains("Provkommun-" + cycle.year() + "-Uppf");
        assertThat(csv.getContentAsString(StandardCharsets.UTF_8)).contains(";Kerhot;", ";1000,00;500,00;50;");
    }

    @Test
    void onlyThoseWhoRunOrLeadSeeWhoIsLate() throws Exception {
        measure("Kerhot", "education", "ACTIVE");
        measure("Valot", "technical", "ACTIVE");
        due();
        for (Role role : new Role[] {Role.COORDINATOR, Role.MANAGER}) {
            assertThat(page(plan(""), town.person(role), "fi").select("#reporters tbody tr"))
                    .hasSize(2);
        }
        Document director = page(plan(""), town.person(Role.DEPARTMENT_DIRECTOR, Town.TECHNICAL), "fi");
        assertThat(director.select("#reporters tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("responsible", "technical", "ei ole raportoitu kertaakaan", "1 10");
        for (Person other : new Person[] {town.person(Role.FINANCE), town.person(Role.DEPARTMENT, Town.EDUCATION)}) {
            assertThat(page(plan(""), other, "fi").select("#reporters")).isEmpty();
            browser.perform(get(plan("/late.xlsx")).with(as(other))).andExpect(status().isForbidden());
        }
        XSSFSheet sheet = sheet(plan("/late.xlsx"), town.person(Role.MANAGER));
        assertThat(sheet.getLastRowNum()).isEqualTo(3);
        assertThat(sheet.getRow(2).getCell(3).getNumericCellValue()).isEqualTo(10);
    }

    @Test
    void anotherMunicipalitysPlanDoesNotExist() throws Exception {
        Person stranger = towns.make().person(Role.COORDINATOR);
        for (String page : new String[] {"", ".xlsx", ".csv", "/late.csv"}) {
            browser.perform(get(plan(page)).with(as(stranger))).andExpect(status().isNotFound());
        }
    }

    @Test
    void fortyMeasuresTakeNoMoreStatementsThanOne() throws Exception {
        Person reader = town.person(Role.COORDINATOR);
        measure("Kerhot", "education", "ACTIVE");
        int one = statements(reader);
        for (int i = 2; i <= 40; i++) {
            measure("Toimenpide " + i, i % 2 == 0 ? "education" : "technical", "ACTIVE");
        }
        due();
        assertThat(statements(reader)).isEqualTo(one).isLessThanOrEqualTo(12);
    }

    @Test
    void aPersonSeesTheOwnMeasuresAndWhatIsDueNext() throws Exception {
        Person owner = town.person(Role.RESPONSIBLE);
        assertThat(page("/measures/mine", owner, "fi").text()).contains("Et ole minkään");
        measure("Kerhot", "education", "ACTIVE");
        measure("Luonnos", "education", "PROPOSED");
        due();
        Document page = page("/measures/mine", owner, "fi");
        assertThat(page.select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("Koekunta " + cycle.year(), "olet vastuuhenkilö", "Toimiala raportoi tilanteen 31.12.")
                .contains("raportti myöhässä 10 pv");
        assertThat(page("/measures/mine", town.person(Role.DEPARTMENT, Town.EDUCATION), "sv")
                        .text())
                .contains("du är ersättare");
        assertThat(sheet("/measures/mine.xlsx", owner).getRow(2).getCell(0).getStringCellValue())
                .isEqualTo("Kerhot");
        assertThat(page("/measures/mine", towns.make().person(Role.RESPONSIBLE), "fi")
                        .select("tbody"))
                .isEmpty();
    }

    private int statements(Person reader) throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        Level before = logger.getLevel();
        logger.addAppender(seen);
        logger.setLevel(Level.DEBUG);
        try {
            page(plan(""), reader, "fi");
        } finally {
            logger.setLevel(before);
            logger.detachAppender(seen);
        }
        String own = Thread.currentThread().getName();
        return (int) seen.list.stream()
                .filter(event -> event.getThreadName().equals(own)
                        && event.getFormattedMessage().startsWith("Executing prepared SQL statement"))
                .count();
    }

    private String plan(String rest) {
        return "/cycles/" + cycle.id() + "/plan" + rest;
    }

    private static Element row(Document page, String measure) {
        return page.select("table.plan tbody tr:has(th a:containsOwn(" + measure + "))")
                .get(0);
    }

    private Document page(String address, Person person, String language) throws Exception {
        Document page = Jsoup.parse(browser.perform(
                        get(java.net.URI.create(address)).with(as(person)).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.text()).doesNotContain("??");
        return page;
    }

    private XSSFSheet sheet(String address, Person person) throws Exception {
        byte[] file = browser.perform(get(java.net.URI.create(address)).with(as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheetAt(0);
        }
    }

    private static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                    .UserRequestPostProcessor
            as(Person person) {
        return user(person.username().value());
    }

    @Test
    void whoWasAskedLateIsLateFromTheDateThatWasGiven() throws Exception {
        measure("Kerhot", "education", "ACTIVE");
        jdbc.sql("""
                        update hyte.cycle_milestone set due_at = now() - interval '10 days'
                        where cycle_id = :cycle and kind = 'MEASURE_REPORTS'""").param("cycle", cycle.id().value()).update();
        Person manager = town.person(Role.MANAGER);
        assertThat(row(page(plan(""), manager, "fi"), "Kerhot").text()).doesNotContain("raportti myöhässä");

        runtime.createProcessInstanceByKey("WelfareReport")
                .businessKey(cycle.businessKey())
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", town.code().value())
                .execute();
        assertThat(row(page(plan(""), manager, "fi"), "Kerhot").text()).doesNotContain("raportti myöhässä");

        jdbc.sql("update hyte.work_item set due_at = now() - interval '2 days' where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        assertThat(row(page(plan(""), manager, "fi"), "Kerhot").text()).contains("raportti myöhässä 2 pv");

        jdbc.sql("delete from hyte.work_item where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        assertThat(row(page(plan(""), manager, "fi"), "Kerhot").text()).doesNotContain("raportti myöhässä");
        jdbc.sql("update hyte.report_deadline set due_at = now() - interval '3 days' where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        assertThat(row(page(plan(""), manager, "fi"), "Kerhot").text()).contains("raportti myöhässä 3 pv");
    }

    private void due() {
        jdbc.sql("""
                        update hyte.cycle_milestone set due_at = now() - interval '10 days'
                        where cycle_id = :cycle and kind = 'MEASURE_REPORTS'""").param("cycle", cycle.id().value()).update();
        jdbc.sql("""
                        insert into hyte.report_deadline (cycle_id, kind, department_code, due_at)
                        select cycle_id, kind, unnest(array['education', 'technical']), due_at from hyte.cycle_milestone
                        where cycle_id = :cycle and kind = 'MEASURE_REPORTS'""").param("cycle", cycle.id().value()).update();
    }

    private void report(long measure, String used) {
        jdbc.sql("""
                        insert into hyte.measure_report (measure_id, cycle_id, as_of, status, euro_used, version, reported_by,
                            reported_at, submitted_at)
                        values (:measure, :cycle, :asOf, 'ACTIVE', :used::numeric, 1, 'test', now(), now())""")
                .param("measure", measure)
                .param("cycle", cycle.id().value())
                .param("asOf", LocalDate.of(cycle.year() - 1, 12, 31))
                .param("used", used)
                .update();
    }

    /** Begun at the year's beginning, ends two years later. */
    private long measure(String title, String department, String status) {
        return jdbc.sql("""
                        insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title,
                            owner_username, deputy_username, euro, granted_euro, starts_on, ends_on, population_group,
                            status, changed_by, changed_at)
                        values (:cycle, :town, :department, :goal, :title, :owner, :deputy, 1500, 1000,
                            :starts, :ends, 'CHILDREN', :status, 'test', now()) returning id""")
                .param("cycle", cycle.id().value())
                .param("town", town.code().value())
                .param("department", department)
                .param("goal", goal.value())
                .param("title", title)
                .param("owner", town.person(Role.RESPONSIBLE).username().value())
                .param(
                        "deputy",
                        town.person(Role.DEPARTMENT, Town.EDUCATION).username().value())
                .param("starts", LocalDate.of(cycle.year() - 1, 1, 1))
                .param("ends", LocalDate.of(cycle.year() + 1, 12, 31))
                .param("status", status)
                .query(Long.class)
                .single();
    }
}
