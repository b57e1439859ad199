package fi.hytekello.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.MeasureReports;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.Proposals;
import fi.hytekello.plan.ReportPoint;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** The other pages of the plan: approval, reconciliation, reports and goals. */
@WholeTest
class PlanPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Goals goals;

    @Autowired
    Measures measures;

    @Autowired
    Proposals proposals;

    @Autowired
    MeasureReports measureReports;

    @Autowired
    WelfareReports reports;

    @Autowired
    Worklist worklist;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private TestPages pages;
    private MockMvc browser;
    private Town town;
    private Cycle cycle;

    @BeforeEach
    void startCycle() {
        pages = TestPages.in(context);
        browser = pages.browser();
        town = towns.make();
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        goals.add(cycle.id(), "Nuorten yksinäisyys vähenee", "Unga är mindre ensamma", null);
        proposals.proposing(cycle.id());
    }

    @Test
    void theDirectorSeesProposalsWithGoalOwnerAndSum() throws Exception {
        measure(cycle.id().value(), "PROPOSED");
        Person director = town.person(Role.DEPARTMENT_DIRECTOR, Town.EDUCATION);
        String page = open("Activity_ApproveProposals", "proposal-approval", director, Town.EDUCATION);
        assertThat(shown(page, director, "fi").text())
                .contains("Kerhot", "Nuorten yksinäisyys", "rehtori varalla apulaisrehtori", "1 500,00", "lapset");
        assertThat(shown(page, director, "sv").text()).contains("Unga är mindre ensamma", "barn");
    }

    @Test
    void theGroupSeesAllProposalsAndWhoIsWithout() throws Exception {
        measure(cycle.id().value(), "PROPOSED");
        jdbc.sql("""
                        update hyte.department_proposal set state = 'COMMITTEE_APPROVED'
                        where cycle_id = :cycle and department_code = 'education'""").param("cycle", cycle.id().value()).update();
        Person group = town.person(Role.WELLBEING_GROUP);
        String page = open("Activity_ReconcileProposals", "reconciliation", group, null);
        Document shown = shown(page, group, "fi");
        assertThat(shown.select("table").text()).contains("Kerhot");
        assertThat(shown.select("table.compact tfoot").text()).isEqualTo("Yhteensä 1 1 500,00 €");
        String department = shown.select("table.compact a").attr("href").substring(1);
        assertThat(shown.getElementById(department).text()).startsWith("education");
        assertThat(shown.select(".notice li").eachText())
                .singleElement()
                .asString()
                .startsWith("technical: kesken");
        assertThat(shown(page, group, "sv").text()).contains("Sektorer utan godkänt förslag");
    }

    @Test
    void aYearWithoutASumIsShownAsSuchBesideTheOtherYear() throws Exception {
        measure(cycle.id().value(), "PROPOSED");
        jdbc.sql("update hyte.measure set euro_year2 = 700 where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        Person director = town.person(Role.DEPARTMENT_DIRECTOR, Town.EDUCATION);
        String page = open("Activity_ApproveProposals", "proposal-approval", director, Town.EDUCATION);
        assertThat(shown(page, director, "fi").text()).contains("seuraavina vuosina 700,00 / –");
    }

    @Test
    void aTaskThatIsGoneIsToldWithTheWaysOn() throws Exception {
        Document told = Jsoup.parse(browser.perform(get("/tasks/gone/proposal-approval")
                        .accept(MediaType.TEXT_HTML)
                        .with(user(town.person(Role.COORDINATOR).username().value())))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(told.select("nav a[href=/tasks]")).hasSize(1);
    }

    @Test
    void theGroupReadsTheDraftItHandles() throws Exception {
        reports.beginDraft(cycle.id());
        reports.write(cycle.id(), ReportSection.SUMMARY, "Ensimmäinen kappale.\nToinen <b>kappale</b>.", 0);
        Person group = town.person(Role.WELLBEING_GROUP);
        String page = open("Activity_HandleDraft", "draft-handling", group, null);
        Document shown = shown(page, group, "fi");
        assertThat(shown.select("section p").eachText())
                .containsExactly("Ensimmäinen kappale.", "Toinen <b>kappale</b>.");
        assertThat(shown(page, group, "sv").text()).contains("Välfärdsrapport, version 1");
    }

    @Test
    void theCoordinatorWritesSectionBySectionFromTheReportsOfTheDepartments() throws Exception {
        reports.beginDraft(cycle.id());
        measureReports.submit(
                cycle.id(),
                Town.EDUCATION,
                ReportPoint.YEAR_END,
                "järjestettiin kerhoja",
                town.person(Role.DEPARTMENT, Town.EDUCATION).username());
        Person coordinator = town.person(Role.COORDINATOR);
        String page = open("Activity_WriteDraft", "report-draft", coordinator, null);
        assertThat(shown(page, coordinator, "fi").text()).contains("järjestettiin kerhoja", "Tiivistelmä");
        assertThat(shown(page, coordinator, "sv").text()).contains("Sammandrag");
        write(page, coordinator, "0", "ensin");
        assertThat(reports.current(cycle.id()).text(ReportSection.SUMMARY).text())
                .isEqualTo("ensin");
        String told = write(page, coordinator, "0", "toinen");
        assertThat(told).contains("data-unsaved", "ensin");
        browser.perform(post(page + "/SUMMARY")
                        .param("summary", "kolmas")
                        .param("version", "1")
                        .with(csrf())
                        .with(user(coordinator.username().value())))
                .andExpect(redirectedUrl(page + "#summary"));
    }

    @Test
    void aDepartmentReportsLastYearsMeasuresRowByRow() throws Exception {
        Person person = town.person(Role.DEPARTMENT, Town.EDUCATION);
        String page = open("Activity_ReportMeasures", "measure-report", person, Town.EDUCATION);
        assertThat(shown(page, person, "fi").text()).contains("ei ole raportoitavia toimenpiteitä");
        long last = jdbc.sql("""
                        insert into hyte.cycle (municipality_code, year, created_at, created_by)
                        values (:town, :year, now(), 'test') returning id""")
                .param("town", town.code().value())
                .param("year", cycle.year() - 1)
                .query(Long.class)
                .single();
        long id = measure(last, "ACTIVE");
        assertThat(shown(page, person, "fi").text()).contains("1. Kerhot", "myöhässä");
        assertThat(shown(page, person, "sv").text()).contains("försenad");
        String answer = browser.perform(post(page + "/rows/" + id)
                        .param("version", "0")
                        .param("status", "DELAYED")
                        .param("euroUsed", "10,50")
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(user(person.username().value())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("Tallennettu", "Syy");
        assertThat(measureReports
                        .open(cycle.id(), Town.EDUCATION, ReportPoint.YEAR_END)
                        .get(0)
                        .content()
                        .euroUsed())
                .isEqualByComparingTo("10.50");
    }

    @Test
    void goalsAreTheCoordinatorsToChange() throws Exception {
        String page = "/cycles/" + cycle.id() + "/goals";
        Person manager = town.person(Role.MANAGER);
        assertThat(shown(page, manager, "fi").select("form")).isEmpty();
        browser.perform(post(page)
                        .param("titleFi", "uusi")
                        .with(csrf())
                        .with(user(manager.username().value())))
                .andExpect(status().isForbidden());
        Person coordinator = town.person(Role.COORDINATOR);
        browser.perform(post(page)
                        .param("titleFi", "uusi")
                        .param("titleSv", "")
                        .with(csrf())
                        .with(user(coordinator.username().value())))
                .andExpect(redirectedUrl(page));
        GoalId added = goals.list(cycle.id()).get(1).id();
        assertThat(shown(page, coordinator, "sv").text()).contains("uusi");
        browser.perform(post(page + "/" + added + "/delete")
                        .with(csrf())
                        .with(user(coordinator.username().value())))
                .andExpect(redirectedUrl(page));
        assertThat(goals.list(cycle.id())).hasSize(1);
        browser.perform(get(page)
                        .with(user(
                                towns.make().person(Role.COORDINATOR).username().value())))
                .andExpect(status().isNotFound());
    }

    @Test
    void aTaskOfAnotherKindDoesNotOpenAPage() throws Exception {
        Person group = town.person(Role.WELLBEING_GROUP);
        String page = open("Activity_HandleDraft", "reconciliation", group, null);
        browser.perform(get(page).with(user(group.username().value()))).andExpect(status().isNotFound());
    }

    private String write(String page, Person person, String version, String text) throws Exception {
        return pages.saved(post(page + "/SUMMARY").param("summary", text).param("version", version), person);
    }

    private Document shown(String page, Person person, String language) throws Exception {
        return pages.shown(page, person, language);
    }

    private String open(String task, String page, Person person, @Nullable DepartmentCode department) {
        return pages.open(cycle, "DepartmentalProposals", task, page, person, department);
    }

    private long measure(long of, String status) {
        return jdbc.sql("""
                        with g as (insert into hyte.goal (cycle_id, title_fi, title_sv, priority)
                            values (:cycle, 'Nuorten yksinäisyys vähenee', 'Unga är mindre ensamma', 9) returning id)
                        insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title, owner,
                            deputy, euro, starts_on, ends_on, population_group, status, changed_by, changed_at)
                        select :cycle, :town, 'education', g.id, 'Kerhot', 'rehtori', 'apulaisrehtori', 1500,
                            date '2026-01-01', date '2026-12-31', 'CHILDREN', :status, 'test', now() from g
                        returning id""")
                .param("cycle", of)
                .param("town", town.code().value())
                .param("status", status)
                .query(Long.class)
                .single();
    }
}
