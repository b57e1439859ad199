package fi.hytekello.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.Chapter;
import fi.hytekello.plan.Chapters;
import fi.hytekello.plan.Concern;
import fi.hytekello.plan.Concerns;
import fi.hytekello.plan.Goal;
import fi.hytekello.plan.GoalCarryOver;
import fi.hytekello.plan.GoalCategory;
import fi.hytekello.plan.GoalContent;
import fi.hytekello.plan.GoalTerms;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.LifeCycleGroup;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.StartProposal;
import fi.hytekello.plan.StartProposals;
import fi.hytekello.plan.WelfareReport;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.worklist.Worklist;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

/** The beginning of a broad report: proposal, structure, joys and concerns, goals, in the domain and on its pages. */
@WholeTest
class BroadPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Cycles cycles;

    @Autowired
    StartProposals proposals;

    @Autowired
    Chapters chapters;

    @Autowired
    Concerns concerns;

    @Autowired
    WelfareReports reports;

    @Autowired
    Goals goals;

    @Autowired
    GoalTerms terms;

    @Autowired
    GoalCarryOver carryOver;

    @Autowired
    Decisions decisions;

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
    private Person coordinator;
    private Person group;

    @BeforeEach
    void startBroadYear() {
        pages = TestPages.in(context);
        browser = pages.browser();
        town = towns.make();
        coordinator = town.person(Role.COORDINATOR);
        group = town.person(Role.WELLBEING_GROUP);
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, Cycle.Kind.BROAD, coordinator);
    }

    @Test
    void aReturnedProposalIsContinuedInANewVersion() {
        proposals.begin(cycle.id());
        assertThatThrownBy(() -> proposals.submit(cycle.id()))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("organisation");
        proposals.write(cycle.id(), new StartProposal.Content("vastuu", "aika", "ryhmät", "kysely"), 0);
        assertThatThrownBy(() -> proposals.write(cycle.id(), new StartProposal.Content("toinen", null, null, null), 0))
                .isInstanceOf(Conflict.class);
        proposals.submit(cycle.id());
        proposals.begin(cycle.id());
        proposals.begin(cycle.id());
        assertThat(proposals.current(cycle.id()).number()).isEqualTo(2);
        assertThat(proposals.current(cycle.id()).content().organisation()).isEqualTo("vastuu");
    }

    @Test
    void theReportHasTheChaptersOfTheStructureAndKeepsTheirHeadings() {
        chapters.ensure(cycle.id());
        chapters.remove(cycle.id(), new ReportSection("APPENDICES"));
        ReportSection own = chapters.add(cycle.id(), new Chapter.Content("Turvallisuus", null, true, null, null));
        chapters.move(cycle.id(), own, true);
        chapters.move(cycle.id(), ReportSection.SUMMARY, true);
        reports.beginDraft(cycle.id());
        List<WelfareReport.Text> texts = reports.current(cycle.id()).texts();
        assertThat(texts)
                .extracting(text -> text.heading(Languages.FINNISH))
                .startsWith("Tiivistelmä", "Kertomuksen tausta ja laatiminen")
                .endsWith("Turvallisuus", "Hyvinvointisuunnitelma")
                .hasSize(9);
        assertThatThrownBy(() -> chapters.remove(cycle.id(), own)).isInstanceOf(Conflict.class);
        for (WelfareReport.Text text : texts.subList(0, 8)) {
            reports.write(cycle.id(), text.section(), "teksti", 0);
        }
        assertThatThrownBy(() -> reports.submit(cycle.id()))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("plan");
    }

    @Test
    void aChapterNeedsAHeadingAndADepartmentOfTheTown() {
        chapters.ensure(cycle.id());
        assertThatThrownBy(() -> chapters.add(cycle.id(), new Chapter.Content(null, null, true, null, null)))
                .isInstanceOf(InvalidInput.class);
        Chapter.Content foreign = new Chapter.Content("Luku", null, true, new DepartmentCode("nowhere"), null);
        assertThatThrownBy(() -> chapters.revise(cycle.id(), ReportSection.SUMMARY, foreign, 0))
                .isInstanceOf(InvalidInput.class);
        Chapter.Content good = new Chapter.Content("Luku", null, true, Town.EDUCATION, "ohje");
        chapters.revise(cycle.id(), ReportSection.SUMMARY, good, 0);
        assertThatThrownBy(() -> chapters.revise(
                        cycle.id(), ReportSection.SUMMARY, new Chapter.Content("x", null, true, null, null), 0))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void concernsAreTestedAndTheirTargetsBecomeGoalsOfFourYears() {
        assertThatThrownBy(() -> concerns.submit(cycle.id(), Town.EDUCATION)).isInstanceOf(InvalidInput.class);
        long joy = enter(Concern.Kind.JOY);
        long concern = enter(Concern.Kind.CONCERN);
        concerns.submit(cycle.id(), Town.EDUCATION);
        assertThat(concerns.toTest(cycle.id())).extracting(Concern::id).containsExactly(concern);
        assertThatThrownBy(() -> concerns.submitTests(cycle.id()))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("rows[1].verdict");
        assertThatThrownBy(() -> test(concern, Concern.Verdict.NOT_JUSTIFIED, "Yksinäisyys vähenee", 1))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("developmentTarget");
        test(concern, Concern.Verdict.NO_DATA, "Yksinäisyys vähenee", 1);
        assertThatThrownBy(() -> test(concern, Concern.Verdict.NO_DATA, null, 1))
                .isInstanceOf(Conflict.class);
        concerns.submitTests(cycle.id());
        var goal = concerns.makeGoal(cycle.id(), concern, Languages.FINNISH);
        assertThatThrownBy(() -> concerns.makeGoal(cycle.id(), concern, Languages.FINNISH))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> concerns.makeGoal(cycle.id(), joy, Languages.FINNISH))
                .isInstanceOf(RuntimeException.class);
        assertThat(terms.of(cycle.id()))
                .containsEntry(goal, new GoalTerms.Validity(cycle.year() + 1, cycle.year() + 4));
        goals.remove(cycle.id(), goal);
        assertThat(concerns.toTest(cycle.id()).get(0).goal()).isNull();
    }

    @Test
    void theNextYearsTakeTheGoalsOverAsLongAsTheyHold() {
        var kept = goals.add(cycle.id(), "Jatkuu", null, null);
        var ending = goals.add(cycle.id(), "Päättyy", null, null);
        goals.hold(cycle.id(), ending, new GoalTerms.Validity(cycle.year() + 1, cycle.year() + 1));
        assertThatThrownBy(
                        () -> goals.hold(cycle.id(), kept, new GoalTerms.Validity(cycle.year() + 2, cycle.year() + 1)))
                .isInstanceOf(InvalidInput.class);
        Cycle next = laterYear(1);
        goals.add(next.id(), "Oma", null, null);
        carryOver.atTheStart(next.id());
        assertThat(goals.list(next.id())).hasSize(1);
        assertThat(carryOver.candidates(next.id())).hasSize(1);
        assertThat(carryOver.carry(next.id())).isEqualTo(1);
        assertThat(carryOver.carry(next.id())).isZero();
        assertThat(goals.list(next.id())).extracting("titleFi").containsExactly("Oma", "Jatkuu");
        assertThat(terms.of(next.id()).values())
                .containsExactly(new GoalTerms.Validity(cycle.year() + 1, cycle.year() + 4));
        Cycle yearAfter = laterYear(3);
        carryOver.atTheStart(yearAfter.id());
        assertThat(goals.list(yearAfter.id())).extracting("titleFi").containsExactly("Oma", "Jatkuu");
    }

    @Test
    void aGoalTakenOverIsWholeAndStaysTakenWhenItIsReworded() {
        GoalContent content = new GoalContent(
                "Yksinäisyys vähenee",
                null,
                LifeCycleGroup.OLDER,
                GoalCategory.PREVENTION,
                "Vuorovaikutus on vähentynyt",
                184,
                new BigDecimal("8.50"),
                cycle.year() + 4);
        goals.add(cycle.id(), content);
        Cycle next = laterYear(1);
        carryOver.atTheStart(next.id());
        Goal taken = goals.list(next.id()).get(0);
        assertThat(taken.content()).isEqualTo(content);
        goals.revise(next.id(), taken.id(), GoalContent.titled("Harva on yksinäinen", null, null), taken.version());
        assertThat(carryOver.candidates(next.id())).isEmpty();
        assertThat(carryOver.carry(next.id())).isZero();
        jdbc.sql("update hyte.cycle set state = 'ENDED', ended_at = now() where id = :id")
                .param("id", next.id().value())
                .update();
        GoalTerms.Validity years = new GoalTerms.Validity(cycle.year() + 1, cycle.year() + 2);
        assertThatThrownBy(() -> goals.hold(next.id(), taken.id(), years)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> carryOver.carry(next.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void theCoordinatorSetsTheYearsOfAGoalAndTakesGoalsOverOnThePage() throws Exception {
        var goal = goals.add(cycle.id(), "Jatkuu", null, null);
        String page = "/cycles/" + cycle.id() + "/goals";
        var refused = Jsoup.parse(send(page + "/" + goal + "/years", "2031", "2O34")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select("details[open] input[name=toYear]").val()).isEqualTo("2O34");
        assertThat(refused.select("details[open] [role=alert]").text()).contains("Voimassa vuoteen");
        send(page + "/" + goal + "/years", "2031", "2033").andExpect(status().is3xxRedirection());
        assertThat(terms.of(cycle.id())).containsEntry(goal, new GoalTerms.Validity(2031, 2033));
        Cycle next = laterYear(1);
        String later = "/cycles/" + next.id() + "/goals";
        assertThat(shown(later, coordinator, "sv").text()).contains("Föregående års mål", "Jatkuu");
        assertThat(shown(later, town.person(Role.MANAGER), "fi").select("form[action$=carry]"))
                .isEmpty();
        browser.perform(post(later + "/carry")
                        .with(csrf())
                        .with(user(town.person(Role.MANAGER).username().value())))
                .andExpect(status().isForbidden());
        send(later + "/carry", "", "").andExpect(status().is3xxRedirection());
        assertThat(shown(later, coordinator, "fi").text()).contains("1. Jatkuu", "Voimassa 2031–2033");
    }

    private ResultActions send(String page, String fromYear, String toYear) throws Exception {
        return browser.perform(post(page)
                .param("fromYear", fromYear)
                .param("toYear", toYear)
                .header("Accept-Language", "fi")
                .with(csrf())
                .with(user(coordinator.username().value())));
    }

    @Test
    void theCouncilDoesNotMerelyNoteABroadPlan() {
        DecisionDraft noted = new DecisionDraft(
                cycle.id(),
                Subject.WELFARE_REPORT,
                DecidedBy.COUNCIL,
                null,
                Outcome.NOTED,
                null,
                LocalDate.now(clock),
                "§ 1",
                null,
                null,
                null,
                coordinator.username());
        assertThatThrownBy(() -> decisions.record(noted))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("bodyOutcome");
    }

    @Test
    void thePagesOfTheStartSaveThemselvesAndSpeakBothLanguages() throws Exception {
        proposals.begin(cycle.id());
        chapters.ensure(cycle.id());
        String start = open("Activity_ProposeStart", "start-proposal", coordinator, null);
        assertThat(shown(start, coordinator, "fi").text()).contains("Vastuut ja organisointi");
        assertThat(shown(start, coordinator, "sv").text()).contains("Ansvar och organisering");
        assertThat(save(start, coordinator, "organisation", "vastuu")).contains("Tallennettu");
        assertThat(proposals.current(cycle.id()).content().organisation()).isEqualTo("vastuu");
        assertThat(save(start, coordinator, "organisation", "toinen")).contains("data-unsaved", "vastuu");

        String structure = open("Activity_FixStructure", "report-structure", coordinator, null);
        assertThat(shown(structure, coordinator, "sv").text()).contains("Bilagor", "Flytta upp");
        assertThat(save(structure + "/SUMMARY", coordinator, "headingFi", "Lyhyesti"))
                .contains("Tallennettu");
        assertThat(save(structure + "/SUMMARY", coordinator, "headingFi", "")).contains("data-unsaved");
        browser.perform(post(structure + "/SUMMARY/down")
                        .with(csrf())
                        .with(user(coordinator.username().value())))
                .andExpect(status().is3xxRedirection());
        assertThat(chapters.of(cycle.id()).get(1).section()).isEqualTo(ReportSection.SUMMARY);
        browser.perform(post(structure + "/NO_SUCH")
                        .param("version", "0")
                        .with(csrf())
                        .with(user(coordinator.username().value())))
                .andExpect(status().isNotFound());
    }

    @Test
    void thePagesOfTheConcernsAreEachDepartmentsAndTheGroups() throws Exception {
        Person contact = town.person(Role.DEPARTMENT, Town.EDUCATION);
        String list = open("Activity_ListConcerns", "joys-and-concerns", contact, Town.EDUCATION);
        browser.perform(post(list + "/rows")
                        .with(csrf())
                        .with(user(contact.username().value())))
                .andExpect(status().is3xxRedirection());
        long id = concerns.of(cycle.id(), Town.EDUCATION).get(0).id();
        assertThat(save(list + "/rows/" + id, contact, "concernKind", "CONCERN"))
                .contains("Puuttuu", "Teema");
        assertThat(shown(list, contact, "sv").text()).contains("orosmoment");
        String groups = open("Activity_ListGroupConcerns", "joys-and-concerns", group, null);
        browser.perform(post(groups + "/rows/" + id)
                        .param("version", "1")
                        .with(csrf())
                        .with(user(group.username().value())))
                .andExpect(status().isNotFound());

        String tests = open("Activity_TestConcerns", "concern-tests", group, null);
        assertThat(shown(tests, group, "fi").text()).contains("Onko huoli aiheellinen?");
        assertThat(browser.perform(post(tests + "/rows/" + id)
                                .param("version", "1")
                                .param("verdict", "NO_DATA")
                                .param("testNote", "kysely tarvitaan")
                                .param("developmentTarget", "Yksinäisyys vähenee")
                                .header("HX-Request", "true")
                                .with(csrf())
                                .with(user(group.username().value())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Tallennettu");
        String overview = "/cycles/" + cycle.id() + "/broad";
        assertThat(shown(overview, town.person(Role.MANAGER), "sv").select("form[action*=goal]"))
                .isEmpty();
        browser.perform(post(overview + "/concerns/" + id + "/goal")
                        .with(csrf())
                        .with(user(town.person(Role.MANAGER).username().value())))
                .andExpect(status().isForbidden());
        browser.perform(post(overview + "/concerns/" + id + "/goal")
                        .with(csrf())
                        .with(user(group.username().value())))
                .andExpect(status().is3xxRedirection());
        assertThat(goals.list(cycle.id())).hasSize(1);
        assertThat(shown("/cycles/" + cycle.id() + "/goals", coordinator, "fi").text())
                .contains("Voimassa " + (cycle.year() + 1) + "–" + (cycle.year() + 4), "lapset ja nuoret");
        browser.perform(get(overview)
                        .with(user(
                                towns.make().person(Role.COORDINATOR).username().value())))
                .andExpect(status().isNotFound());
    }

    @Test
    void theCoordinatorSeesTheSuggestionAndChangesTheKindOnTheCalendar() throws Exception {
        assertThat(shown("/cycles", coordinator, "fi").text()).contains("ehdotus on");
        String task = worklist.ofCycle(cycle.id()).get(0).id();
        String calendar = "/tasks/" + task + "/calendar";
        assertThat(shown(calendar, coordinator, "sv").text()).contains("Årets slag", "Den omfattande berättelsens");
        browser.perform(post("/tasks/" + task + "/kind")
                        .param("kind", "ANNUAL")
                        .with(csrf())
                        .with(user(coordinator.username().value())))
                .andExpect(status().is3xxRedirection());
        assertThat(cycles.get(cycle.id()).kind()).isEqualTo(Cycle.Kind.ANNUAL);
        assertThat(shown(calendar, coordinator, "fi").text()).doesNotContain("Laajan kertomuksen rakenne");
    }

    private long enter(Concern.Kind kind) {
        var by = town.person(Role.DEPARTMENT, Town.EDUCATION).username();
        long id = concerns.add(cycle.id(), Town.EDUCATION, by);
        concerns.revise(
                cycle.id(),
                Town.EDUCATION,
                id,
                new Concern.Content(kind, LifeCycleGroup.CHILDREN_AND_YOUNG, "Yksinäisyys", "Kertojia on lisää"),
                0,
                by);
        return id;
    }

    private void test(long concern, Concern.Verdict verdict, @Nullable String target, int version) {
        concerns.test(
                cycle.id(), concern, new Concern.Test(verdict, null, "huomio", target), version, group.username());
    }

    private Cycle laterYear(int years) {
        jdbc.sql("""
                        insert into hyte.cycle (municipality_code, year, created_at, created_by)
                        values (:town, :year, now(), 'test')""")
                .param("town", town.code().value())
                .param("year", cycle.year() + years)
                .update();
        return cycles.find(town.code(), cycle.year() + years).orElseThrow();
    }

    private String save(String page, Person person, String field, String value) throws Exception {
        return pages.saved(post(page).param(field, value).param("version", "0"), person);
    }

    private Document shown(String page, Person person, String language) throws Exception {
        return pages.shown(page, person, language);
    }

    private String open(String task, String page, Person person, @Nullable DepartmentCode department) {
        return pages.open(cycle, "BroadReportStart", task, page, person, department);
    }
}
