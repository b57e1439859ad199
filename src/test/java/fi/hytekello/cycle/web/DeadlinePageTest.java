package fi.hytekello.cycle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.DeadlineHistory;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The page of deadlines: read by all of the municipality, changed by the coordinator after a preview. */
@WholeTest
class DeadlinePageTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Milestones milestones;

    @Autowired
    DeadlineHistory history;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    ManagementService jobs;

    private MockMvc browser;
    private Town town;
    private Cycle cycle;
    private String page;

    @BeforeEach
    void openReports() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        at("2027-01-04T08:00:00Z");
        town = towns.make();
        cycle = planning.start(town.code(), 2027, town.person(Role.COORDINATOR));
        page = "/cycles/" + cycle.id() + "/calendar";
        complete("Activity_ConfirmCalendar", Role.COORDINATOR, Map.of());
        complete("Activity_ConfirmCycle", Role.MANAGER, Map.of("cycleConfirmed", true));
        at("2027-01-15T06:00:02Z");
        jobs.createJobQuery()
                .tenantIdIn(town.code().value())
                .timers()
                .executable()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void theCoordinatorSeesFieldsForWhatIsNotDoneAndWhyEachDateIsThatDay() throws Exception {
        Document shown = shown(page, Role.COORDINATOR, "fi");
        assertThat(shown.select("#CYCLE_OPENING")).isEmpty();
        assertThat(shown.select("#MEASURE_REPORTS").val()).isEqualTo("2027-01-31");
        assertThat(shown.getElementById("opens.MEASURE_REPORTS")).isNull();
        assertThat(shown.getElementById("opens.PROPOSALS").val()).isEqualTo("2027-08-15");
        assertThat(shown.getElementById("opens.INDICATORS")).isNull();
        assertThat(shown.text())
                .contains(
                        "31.1.2027 on sunnuntai, joten viimeinen päivä on seuraava arkipäivä ma 1.2.2027.",
                        "Laissa säädetty päivä. Aikaistuu edelliseen arkipäivään.",
                        "Määräaikoja ei ole muutettu vuoden aikana.");
        assertThat(shown(page, Role.COORDINATOR, "sv").text())
                .contains("31.1.2027 är söndag, därför är sista dagen följande vardag mån 1.2.2027.");
    }

    @Test
    void othersOfTheMunicipalityReadAndStrangersFindNothing() throws Exception {
        Document shown = shown(page, Role.MANAGER, "fi");
        assertThat(shown.select("input[type=date], button[type=submit]:not(header button)"))
                .isEmpty();
        assertThat(shown.text()).contains("Vain kunnan hyvinvointikoordinaattori voi muuttaa määräaikoja.");
        browser.perform(send("", Map.of("MEASURE_REPORTS", "2027-02-14")).with(as(town.person(Role.MANAGER))))
                .andExpect(status().isForbidden());
        Person stranger = towns.make().person(Role.COORDINATOR);
        browser.perform(get(page).with(as(stranger))).andExpect(status().isNotFound());
        for (String path : new String[] {"", "/preview", "/shift", "/edit"}) {
            browser.perform(send(path, Map.of()).with(as(stranger))).andExpect(status().isNotFound());
        }
    }

    @Test
    void thePreviewTellsDatesTasksTimersAndPeopleAndTheConfirmationStoresThem() throws Exception {
        Document preview = previewed(Map.of("MEASURE_REPORTS", "2027-02-14", "REPORT_DRAFT", "2027-03-15"), "fi");
        assertThat(preview.select("section.card h3").eachText())
                .containsExactly("Toimialojen raportit viime vuoden toimenpiteistä");
        assertThat(preview.text())
                .contains(
                        "ennen ma 1.2.2027 klo 16.00, uusi ma 15.2.2027 klo 16.00",
                        "14.2.2027 on sunnuntai, joten viimeinen päivä on seuraava arkipäivä ma 15.2.2027.",
                        "(education)",
                        "seuraava muistutus: ennen ma 25.1.2027, uusi ma 8.2.2027",
                        "myöhästymisestä kerrotaan: ennen ti 2.2.2027, uusi ti 16.2.2027",
                        "coordinator, department, department, manager");
        assertThat(previewed(Map.of("MEASURE_REPORTS", "2027-02-14"), "sv").text())
                .contains("tidigare mån 1.2.2027 kl. 16.00, ny mån 15.2.2027 kl. 16.00", "Bekräfta och meddela");
        assertThat(milestones.get(cycle.id(), MilestoneKind.MEASURE_REPORTS).plannedOn())
                .isEqualTo("2027-01-31");

        confirm(preview)
                .andExpect(redirectedUrl(page))
                .andExpect(
                        result -> assertThat(result.getFlashMap().get("told")).isEqualTo(4));

        assertThat(milestones.get(cycle.id(), MilestoneKind.MEASURE_REPORTS).plannedOn())
                .isEqualTo("2027-02-14");
        assertThat(shown(page, Role.DEPARTMENT, "fi").text())
                .contains("ennen ma 1.2.2027 klo 16.00, uusi ma 15.2.2027 klo 16.00", "Tilinpäätös viivästyy.");
        assertThat(shown(page, Role.COORDINATOR, "sv").text()).contains("Tilinpäätös viivästyy.", "coordinator");
        confirm(preview).andExpect(redirectedUrl(page));
        assertThat(history.of(cycle.id())).hasSize(1);
    }

    @Test
    void aRefusalNamesTheFieldAndKeepsWhatWasGiven() throws Exception {
        Document past = refused("/preview", Map.of("MEASURE_REPORTS", "2027-01-10", "REPORT_DRAFT", "2027-03-20"), 400);
        assertThat(past.select(".error-summary a").attr("href")).isEqualTo("#MEASURE_REPORTS");
        assertThat(past.select("#MEASURE_REPORTS").val()).isEqualTo("2027-01-10");
        assertThat(past.select("#REPORT_DRAFT").val()).isEqualTo("2027-03-20");
        assertThat(past.select("#reason").val()).isEqualTo("Tilinpäätös viivästyy.");

        assertThat(refused("/preview", Map.of("BUDGET_COUNCIL", "2028-01-10"), 400)
                        .text())
                .contains("Vaiheen ”Talousarvio: valtuusto” viimeinen päivä on laissa: 31.12.");
        assertThat(refused("/preview", Map.of("opens.PROPOSALS", "2027-10-01"), 400)
                        .text())
                .contains("Vaiheen ”Toimialojen ehdotukset” päivä on ennen vaiheen avautumista.");
        assertThat(refused("/preview", Map.of("MEASURE_REPORTS", "huomenna"), 400)
                        .text())
                .contains("ei ole päivämäärä");
        assertThat(refused("/preview", Map.of(), 400).text()).contains("Mikään päivä ei muutu.");
        assertThat(refused("/preview", Map.of("REPORT_DRAFT", "2027-03-20", "reason", " "), 400)
                        .select(".error-summary a")
                        .attr("href"))
                .isEqualTo("#reason");
        assertThat(refused("", Map.of("CYCLE_OPENING", "2027-02-01"), 400).text())
                .contains("on jo valmis");
        assertThat(history.of(cycle.id())).isEmpty();
    }

    @Test
    void theSecondCoordinatorSeesWhatTheFirstChangedBesideTheOwnDates() throws Exception {
        Map<String, String> own =
                Map.of("MEASURE_REPORTS", "2027-01-31", "REPORT_DRAFT", "2027-03-20", "REPORT_GROUP", "2027-03-31");
        Document preview = previewed(Map.of("REPORT_DRAFT", "2027-03-20"), "fi");
        confirm(previewed(Map.of("MEASURE_REPORTS", "2027-02-14"), "fi"));

        confirm(preview).andExpect(status().isConflict());
        Document conflict = refused("/preview", own, 409);
        assertThat(conflict.text()).contains("Kalenteria on muutettu sen jälkeen, kun avasit sivun.");
        assertThat(conflict.select("#MEASURE_REPORTS").val()).isEqualTo("2027-02-14");
        assertThat(conflict.select("#REPORT_DRAFT").val()).isEqualTo("2027-03-20");
        assertThat(conflict.select("tr:has(#MEASURE_REPORTS)").text()).contains("Toinen koordinaattori muutti tätä");
        assertThat(conflict.select("tr:has(#REPORT_DRAFT)").text()).doesNotContain("Toinen koordinaattori");
        assertThat(conflict.select("input[name=version]").val()).isEqualTo("1");
        assertThat(history.of(cycle.id())).hasSize(1);
    }

    @Test
    void theWholeCalendarIsShiftedWithTheSamePreview() throws Exception {
        Document preview = Jsoup.parse(browser.perform(send("/shift", Map.of("shift", "2", "shiftUnit", "WEEKS"))
                        .with(as(town.person(Role.COORDINATOR))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(preview.text()).contains("Nämä eivät siirry", "Talousarvio: valtuusto: päivä on laissa");
        assertThat(preview.select("input[name=BUDGET_COUNCIL]")).isEmpty();
        assertThat(preview.select("input[name=PROPOSALS]").val()).isEqualTo("2027-09-29");
        assertThat(preview.getElementsByAttributeValue("name", "opens.PROPOSALS")
                        .val())
                .isEqualTo("2027-08-29");
        Document edited = Jsoup.parse(browser.perform(filled("/edit", preview))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(edited.select("#PROPOSALS").val()).isEqualTo("2027-09-29");
        confirm(preview).andExpect(redirectedUrl(page));
        assertThat(milestones.get(cycle.id(), MilestoneKind.MEASURE_REPORTS).plannedOn())
                .isEqualTo("2027-02-14");
    }

    @Test
    void aShiftByNothingTooMuchOrWithoutAReasonIsRefused() throws Exception {
        for (String nothing : new String[] {"", "0", "2,5", "999999999999", "400"}) {
            Document refused = refused("/shift", Map.of("shift", nothing, "shiftUnit", "DAYS"), 400);
            assertThat(refused.select(".error-summary a").attr("href")).isEqualTo("#shift");
            assertThat(refused.select("details[open]")).hasSize(1);
        }
        assertThat(refused("/shift", Map.of("shift", "1", "shiftUnit", "DAYS", "reason", ""), 400)
                        .select(".error-summary a")
                        .attr("href"))
                .isEqualTo("#shiftReason");
    }

    @Test
    void theYearLinksToThePageAndTellsWhyDatesMoved() throws Exception {
        Document year = shown("/cycles/" + cycle.id(), Role.COORDINATOR, "fi");
        assertThat(year.select("a[href='" + page + "']").text()).isEqualTo("Muuta määräaikoja");
        assertThat(year.select(".why").eachText())
                .contains("31.1.2027 on sunnuntai, joten viimeinen päivä on seuraava arkipäivä ma 1.2.2027.");
        assertThat(shown("/cycles/" + cycle.id(), Role.MANAGER, "sv")
                        .select("a[href='" + page + "']")
                        .text())
                .isEqualTo("Tidsfrister och ändringar i dem");
        assertThat(shown("/tasks", Role.DEPARTMENT, "fi").text()).contains("31.1.2027 on sunnuntai");
        String task = worklist.of(person(Role.DEPARTMENT)).get(0).id();
        assertThat(shown("/tasks/" + task + "/measure-report", Role.DEPARTMENT, "fi")
                        .select(".due")
                        .text())
                .contains("31.1.2027 on sunnuntai");
    }

    @Test
    void aTaskThatCameLateTellsWhyItHasFiveWorkingDays() throws Exception {
        confirm(previewed(Map.of("MEASURE_REPORTS", "2027-01-19"), "fi"));
        assertThat(shown("/tasks", Role.DEPARTMENT, "fi").text())
                .contains(
                        "Tehtävä tuli vasta pe 15.1.2027, kun vaiheen määräaika on ti 19.1.2027. Siksi aikaa on 5 arkipäivää.");
    }

    @Test
    void aPreviewOpenedAgainLeadsBackToTheCalendar() throws Exception {
        browser.perform(get(page + "/preview").with(as(town.person(Role.COORDINATOR))))
                .andExpect(redirectedUrl(page));
    }

    private Document previewed(Map<String, String> dates, String language) throws Exception {
        return Jsoup.parse(browser.perform(send("/preview", dates)
                        .with(as(town.person(Role.COORDINATOR)))
                        .header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document refused(String path, Map<String, String> fields, int status) throws Exception {
        return Jsoup.parse(browser.perform(send(path, fields).with(as(town.person(Role.COORDINATOR))))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private ResultActions confirm(Document preview) throws Exception {
        return browser.perform(filled("", preview));
    }

    /** The form of a preview, sent as it stands. */
    private MockHttpServletRequestBuilder filled(String path, Document preview) {
        MockHttpServletRequestBuilder sent = post(page + path).with(csrf()).with(as(town.person(Role.COORDINATOR)));
        for (Element field : preview.select("main form input[type=hidden]")) {
            if (!field.attr("name").equals("_csrf")) {
                sent.param(field.attr("name"), field.val());
            }
        }
        return sent;
    }

    /** As the coordinator who has opened the page before anybody changed anything. */
    private MockHttpServletRequestBuilder send(String path, Map<String, String> fields) {
        MockHttpServletRequestBuilder sent =
                post(page + path).param("version", "0").with(csrf());
        if (!fields.containsKey("reason")) {
            sent.param("reason", "Tilinpäätös viivästyy.");
        }
        fields.forEach(sent::param);
        return sent;
    }

    private Document shown(String path, Role role, String language) throws Exception {
        Document shown =
                Jsoup.parse(browser.perform(get(path).with(as(person(role))).header("Accept-Language", language))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(shown.text()).doesNotContain("??");
        for (Element field : shown.select("main input:not([type=hidden]), main select, main textarea")) {
            assertThat(field.hasAttr("aria-label")
                            || !shown.select("label[for='" + field.id() + "']").isEmpty())
                    .as(field.id())
                    .isTrue();
        }
        return shown;
    }

    private Person person(Role role) {
        return role.isOfDepartment() ? town.person(role, Town.EDUCATION) : town.person(role);
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor as(Person person) {
        return user(person.username().value());
    }

    private void complete(String task, Role role, Map<String, ?> answers) {
        String id = worklist.ofCycle(cycle.id()).stream()
                .filter(open -> open.task().equals(task))
                .findFirst()
                .orElseThrow()
                .id();
        desk.complete(id, town.person(role), answers);
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }
}
