package fi.hytekello.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The reusable steps ManagerApproval and BodyDecision on the engine. */
@WholeTest
class BodyDecisionTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Decisions decisions;

    @Autowired
    Documents documents;

    @Autowired
    WelfareReports reports;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    WebApplicationContext context;

    @Autowired
    Clock clock;

    private Town town;
    private CycleId cycle;
    private LocalDate today;

    @BeforeEach
    void startCycle() {
        town = towns.make();
        today = LocalDate.now(clock.withZone(Finland.ZONE));
        cycle = planning.start(town.code(), today.getYear() + 1, town.person(Role.COORDINATOR))
                .id();
    }

    @Test
    void theManagersReturnIsToldWhyAndOpensANewVersion() {
        documents.ensureOpen(cycle, Subject.BUDGET);
        start("ManagerApproval", Map.of("subject", "BUDGET", "milestone", "BUDGET_MANAGER"));
        assertThatThrownBy(() -> desk.complete(
                        task("ManagerApproval").id(), town.person(Role.MANAGER), Map.of("managerOutcome", "RETURNED")))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("comment");
        desk.complete(
                task("ManagerApproval").id(),
                town.person(Role.MANAGER),
                Map.of("managerOutcome", "RETURNED", "comment", "Tiivistäkää."));
        assertThat(documents.currentNumber(cycle, Subject.BUDGET)).contains(2);
        assertThat(decisions.latest(cycle, Subject.BUDGET, DecidedBy.MANAGER, null))
                .get()
                .extracting(Decision::versionNumber)
                .isEqualTo(1);
    }

    @Test
    void theManagerReadsTheReportAndTheEarlierDecisionsOnIt() throws Exception {
        Person coordinator = town.person(Role.COORDINATOR);
        reports.beginDraft(cycle);
        reports.write(cycle, ReportSection.SUMMARY, "Kunta voi hyvin.", 0);
        decisions.record(DecisionDraft.ofOfficial(
                cycle,
                Subject.WELFARE_REPORT,
                DecidedBy.WELLBEING_GROUP,
                null,
                Outcome.RETURNED,
                "Luvut puuttuvat.",
                coordinator.username()));
        start("ManagerApproval", Map.of("subject", "WELFARE_REPORT", "milestone", "REPORT_MANAGER"));
        Document page = Jsoup.parse(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(get("/tasks/" + task("ManagerApproval").id() + "/manager-approval")
                        .with(user(town.person(Role.MANAGER).username().value()))
                        .locale(Locale.forLanguageTag("fi")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.text()).contains("versio 1", "Kunta voi hyvin.", "Luvut puuttuvat.", "hyvinvointiryhmä");
        assertThat(page.select("input[name=managerOutcome]").eachAttr("value"))
                .containsExactly("APPROVED", "RETURNED", "REJECTED");
    }

    @Test
    void theSecretaryRecordsWhatTheBoardDecided() {
        startBoard();
        assertThatThrownBy(() -> desk.complete(
                        task("BodyDecision").id(), town.person(Role.SECRETARY), Map.of("bodyOutcome", "APPROVED")))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("decidedOn");
        desk.complete(
                task("BodyDecision").id(),
                town.person(Role.SECRETARY),
                Map.of("bodyOutcome", "NOTED", "decidedOn", today.toString(), "section", "12 §"));
        assertThat(decisions.latest(cycle, Subject.BUDGET, DecidedBy.BOARD, null))
                .get()
                .extracting(Decision::outcome, Decision::section)
                .containsExactly(Outcome.NOTED, "12 §");
    }

    @Test
    void aTabledMatterComesBackOnTheDayOfTheNextMeeting() {
        startBoard();
        LocalDate next = today.plusDays(14);
        desk.complete(
                task("BodyDecision").id(),
                town.person(Role.SECRETARY),
                Map.of(
                        "bodyOutcome",
                        "TABLED",
                        "decidedOn",
                        today.toString(),
                        "section",
                        "12 §",
                        "nextMeetingOn",
                        next.toString()));
        assertThat(worklist.ofCycle(cycle)).extracting(OpenTask::process).doesNotContain("BodyDecision");
        var timer = management
                .createJobQuery()
                .activityId("Event_NextMeeting")
                .processDefinitionKey("BodyDecision")
                .tenantIdIn(town.code().value())
                .singleResult();
        assertThat(timer.getDuedate().toInstant())
                .isEqualTo(next.atTime(6, 30).atZone(Finland.ZONE).toInstant());
        management.executeJob(timer.getId());
        assertThat(task("BodyDecision").body()).isEqualTo("BOARD");
    }

    private void startBoard() {
        start("BodyDecision", Map.of("subject", "BUDGET", "milestone", "BUDGET_BOARD", "body", "BOARD"));
    }

    private void start(String process, Map<String, Object> variables) {
        runtime.createProcessInstanceByKey(process)
                .setVariables(variables)
                .setVariable("municipalityCode", town.code().value())
                .setVariable("cycleId", cycle.value())
                .execute();
    }

    private OpenTask task(String process) {
        return worklist.ofCycle(cycle).stream()
                .filter(task -> task.process().equals(process))
                .findFirst()
                .orElseThrow();
    }
}
