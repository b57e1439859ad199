package fi.hytekello.budget;

import static fi.hytekello.budget.Samples.EDUCATION;
import static fi.hytekello.budget.Samples.TECHNICAL;
import static fi.hytekello.budget.Samples.euro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasureStatus;
import fi.hytekello.plan.Measures;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process BudgetLinking on the engine and the database, from finance to the annex. */
@WholeTest
class BudgetLinkingTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Budgets budgets;

    @Autowired
    BudgetLinks links;

    @Autowired
    Corrections corrections;

    @Autowired
    ManagerChoices choices;

    @Autowired
    BudgetAnnexes annexes;

    @Autowired
    BudgetImports imports;

    @Autowired
    CouncilChanges changes;

    @Autowired
    Traces traces;

    @Autowired
    AuditTrail audit;

    @Autowired
    Decisions decisions;

    @Autowired
    Measures measures;

    @Autowired
    Goals goals;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Town town;
    private Cycle year;
    private CycleId cycle;
    private BudgetLine youth;
    private BudgetLine routes;
    private MeasureId porridge;
    private MeasureId lighting;
    private ProcessInstance process;

    @BeforeEach
    void startLinking() {
        town = towns.make();
        year = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        cycle = year.id();
        List<BudgetLine> lines = Samples.bringIn(
                imports,
                budgets,
                year,
                town.person(Role.FINANCE),
                "4400;210;Nuorisotyö;education;5000",
                "4400;310;Kevyen liikenteen väylät;technical;9000");
        youth = lines.get(0);
        routes = lines.get(1);
        budgets.setFrames(year, Map.of(EDUCATION, euro("1000")));
        goals.add(cycle, "Lapset voivat hyvin", null, null);
        porridge = accepted("Koululaisten aamupuuro", EDUCATION, "1200");
        lighting = accepted("Koulureittien valot", TECHNICAL, "3000");
        process = runtime.createProcessInstanceByKey("BudgetLinking")
                .businessKey(town.code() + "/budget")
                .setVariable("municipalityCode", town.code().value())
                .setVariable("cycleId", cycle.value())
                .execute();
    }

    @Test
    void aMeasureWithoutALinkKeepsTheTaskOpenAndIsNamed() {
        links.link(cycle, porridge, youth.id(), euro("1200"));
        assertThatThrownBy(this::finishLinking).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.field()).isEqualTo("budgetLine[" + lighting + "]");
            assertThat(refused.arguments()).containsExactly("Koulureittien valot");
        });
        assertThat(task("Activity_LinkMeasures")).isNotNull();
        links.markNoCost(cycle, lighting);
        finishLinking();
        assertThat(worklist.ofCycle(cycle)).extracting(OpenTask::task).doesNotContain("Activity_LinkMeasures");
    }

    @Test
    void linksStayWithinTheDepartmentAndTheCycle() {
        assertThatThrownBy(() -> links.link(cycle, porridge, routes.id(), euro("1")))
                .isInstanceOf(InvalidInput.class);
        CycleId other = planning.start(town.code(), LocalDate.now(clock).getYear(), town.person(Role.COORDINATOR))
                .id();
        assertThatThrownBy(() -> links.link(other, porridge, youth.id(), euro("1")))
                .isInstanceOf(NotFound.class);
        assertThat(links.of(cycle)).isEmpty();
    }

    @Test
    void theDepartmentsInConflictAreAskedExactlyOnce() {
        linkAll();
        finishLinking();
        assertThat(openTasks("Activity_AdjustMeasures"))
                .extracting(OpenTask::department)
                .containsExactly(EDUCATION);
        Person director = town.person(Role.DEPARTMENT_DIRECTOR, EDUCATION);
        OpenTask adjust = task("Activity_AdjustMeasures");
        assertThatThrownBy(() -> desk.complete(adjust.id(), director, Map.of())).isInstanceOf(InvalidInput.class);
        corrections.draft(cycle, EDUCATION, porridge, Correction.Kind.LOWER, euro("1100"), null);
        desk.complete(adjust.id(), director, Map.of());
        assertThat(measures.get(porridge).cost()).isEqualByComparingTo("1100");
        assertThat(links.of(cycle).get(porridge)).extracting(BudgetLink::amount).isEqualTo(euro("1100"));
        finishLinking();
        assertThat(openTasks("Activity_AdjustMeasures")).isEmpty();
        assertThat(task("Activity_DecideMeasures").groups()).containsExactly("manager");
        assertThat(corrections.isHeld(cycle)).isTrue();
        assertThat(corrections.overruns(cycle))
                .singleElement()
                .satisfies(left -> assertThat(left.exceededBy()).isEqualByComparingTo("100"));
    }

    @Test
    void aDepartmentAnswersForItsOwnMeasuresOnly() {
        assertThatThrownBy(() ->
                        corrections.draft(cycle, EDUCATION, lighting, Correction.Kind.KEEP, null, "Ei ole meidän."))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatFitsGoesStraightToTheManager() {
        links.link(cycle, porridge, youth.id(), euro("1000"));
        links.link(cycle, lighting, routes.id(), euro("3000"));
        finishLinking();
        assertThat(task("Activity_DecideMeasures")).isNotNull();
        assertThat(corrections.isHeld(cycle)).isFalse();
    }

    @Test
    void theManagerDecidesAllAndTheMeasuresFollow() {
        toManager();
        choices.draft(cycle, porridge, ManagerChoice.Kind.INCLUDE_CHANGED, euro("800"), null);
        choices.draft(cycle, lighting, ManagerChoice.Kind.LEAVE_OUT, null, null);
        assertThatThrownBy(this::decide)
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("leaveOutReason[" + lighting + "]");
        assertThat(measures.get(porridge).status()).isEqualTo(MeasureStatus.ACCEPTED);
        choices.draft(cycle, lighting, ManagerChoice.Kind.LEAVE_OUT, null, "Ei mahdu.");
        decide();
        assertThat(measures.get(porridge).grantedEuro()).isEqualByComparingTo("800");
        assertThat(measures.get(lighting).leftOutReason()).isEqualTo("Ei mahdu.");
        assertThat(decisions.latest(cycle, Subject.BUDGET, DecidedBy.MANAGER, null))
                .get()
                .satisfies(decision -> {
                    assertThat(decision.outcome()).isEqualTo(Outcome.APPROVED_AMENDED);
                    assertThat(decision.versionNumber()).isEqualTo(1);
                });
    }

    @Test
    void aReturnLetsTheManagerChooseAnewAndKeepsTheFirstVersion() {
        toManager();
        choices.draft(cycle, porridge, ManagerChoice.Kind.INCLUDE, null, null);
        choices.draft(cycle, lighting, ManagerChoice.Kind.LEAVE_OUT, null, "Ei mahdu.");
        decide();
        record("RETURNED", "Valot tarvitaan.");
        assertThat(choices.version(cycle)).isEqualTo(2);
        choices.draft(cycle, lighting, ManagerChoice.Kind.INCLUDE, null, null);
        decide();
        assertThat(measures.get(lighting).status()).isEqualTo(MeasureStatus.IN_BUDGET);
        assertThat(jdbc.sql("""
                        select version || ' ' || choice from hyte.manager_choice where cycle_id = ?
                        order by version, choice""").param(cycle.value()).query(String.class).list())
                .containsExactly("1 INCLUDE", "1 LEAVE_OUT", "2 INCLUDE", "2 INCLUDE");
    }

    @Test
    void theCouncilsDecisionFreezesTheAnnexOnce() {
        toManager();
        choices.draft(cycle, porridge, ManagerChoice.Kind.INCLUDE_CHANGED, euro("800"), null);
        choices.draft(cycle, lighting, ManagerChoice.Kind.INCLUDE, null, null);
        decide();
        assertThat(annexes.find(cycle)).isEmpty();
        record("APPROVED", null);
        record("APPROVED", null);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(process.getId())
                        .count())
                .isZero();
        BudgetAnnex annex = annexes.find(cycle).orElseThrow();
        assertThat(annex.section()).isEqualTo("45 §");
        assertThat(annex.departments()).containsExactly(EDUCATION, TECHNICAL);
        assertThat(annex.sum(EDUCATION)).isEqualByComparingTo("800");
        assertThat(annex.total()).isEqualByComparingTo("3800");
        assertThat(annex.rows(EDUCATION))
                .extracting(BudgetAnnex.Row::title, BudgetAnnex.Row::goalFi, BudgetAnnex.Row::costCentre)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Koululaisten aamupuuro", "Lapset voivat hyvin", "210"));
        measures.decide(
                cycle,
                Map.of(porridge, Measures.Verdict.included(euro("1"))),
                town.person(Role.MANAGER).username());
        annexes.produce(cycle);
        assertThat(annexes.find(cycle)).contains(annex);
    }

    @Test
    void theAnnexTellsWhatTheCouncilChangedAndLeftOut() {
        toManager();
        choices.draft(cycle, porridge, ManagerChoice.Kind.LEAVE_OUT, null, "Ei mahdu.");
        choices.draft(cycle, lighting, ManagerChoice.Kind.INCLUDE, null, null);
        decide();
        assertThat(annexes.leftOutNow(cycle))
                .extracting(BudgetAnnex.LeftOut::reason)
                .containsExactly("Ei mahdu.");
        record("APPROVED", null);
        record("APPROVED_AMENDED", null);
        assertThat(annexes.find(cycle)).isEmpty();
        changes.draft(cycle, porridge, CouncilChange.Kind.CHANGED, euro("500"), null);
        changes.draft(cycle, lighting, CouncilChange.Kind.LEFT_OUT, null, null);
        OpenTask task = task("Activity_RecordCouncilChanges");
        Person finance = town.person(Role.FINANCE);
        assertThatThrownBy(() -> desk.complete(task.id(), finance, Map.of()))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("councilReason[" + lighting + "]");
        assertThat(measures.get(porridge).status()).isEqualTo(MeasureStatus.LEFT_OUT);
        changes.draft(cycle, lighting, CouncilChange.Kind.LEFT_OUT, null, "Siirretään.");
        desk.complete(task.id(), finance, Map.of());
        BudgetAnnex annex = annexes.find(cycle).orElseThrow();
        assertThat(annex.total()).isEqualByComparingTo("500");
        assertThat(annex.leftOut()).singleElement().satisfies(one -> {
            assertThat(one.by()).isEqualTo(BudgetAnnex.LeftOut.By.COUNCIL);
            assertThat(one.reason()).isEqualTo("Siirretään.");
        });
        assertThat(traces.of(cycle)).hasSize(2).first().satisfies(trace -> {
            assertThat(trace.title()).isEqualTo("Koululaisten aamupuuro");
            assertThat(trace.link()).isEqualTo(new Trace.Link("4400 / 210 Nuorisotyö", euro("1000")));
            assertThat(trace.manager()).extracting(Trace.Verdict::reason).isEqualTo("Ei mahdu.");
            assertThat(trace.councilChange()).extracting(Trace.Verdict::kind).isEqualTo("CHANGED");
            assertThat(trace.annex()).isEqualTo(new Trace.Annex(euro("500")));
            assertThat(trace.director()).isNull();
        });
    }

    @Test
    void theTraceBeginsOnTheDayOnWhichARowWasDraftedOrCameInWithAFile() {
        audit.record(town.code(), cycle.value(), "measure.drafted", "measure:" + porridge, Map.of());
        audit.recordAll(town.code(), cycle.value(), "measure.imported", Map.of("measure:" + lighting, Map.of()));
        assertThat(traces.of(cycle)).extracting(Trace::proposedOn).containsExactly(today(), today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }

    private void linkAll() {
        links.link(cycle, porridge, youth.id(), euro("1200"));
        links.link(cycle, lighting, routes.id(), euro("3000"));
    }

    private void toManager() {
        links.link(cycle, porridge, youth.id(), euro("1000"));
        links.link(cycle, lighting, routes.id(), euro("3000"));
        finishLinking();
    }

    private void finishLinking() {
        desk.complete(task("Activity_LinkMeasures").id(), town.person(Role.FINANCE), Map.of());
    }

    private void decide() {
        desk.complete(task("Activity_DecideMeasures").id(), town.person(Role.MANAGER), Map.of("proposalReady", "true"));
    }

    private void record(String outcome, String comment) {
        Map<String, String> answers = new java.util.HashMap<>(
                Map.of("bodyOutcome", outcome, "decidedOn", LocalDate.now(clock).toString(), "section", "45 §"));
        answers.put("comment", comment);
        desk.complete(task("Activity_RecordDecision").id(), town.person(Role.SECRETARY), answers);
    }

    private OpenTask task(String name) {
        return openTasks(name).stream().findFirst().orElseThrow();
    }

    private List<OpenTask> openTasks(String name) {
        return worklist.ofCycle(cycle).stream()
                .filter(task -> task.task().equals(name))
                .toList();
    }

    private MeasureId accepted(String title, DepartmentCode department, String euro) {
        return new MeasureId(jdbc.sql("""
                        insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title, owner, deputy,
                            euro, starts_on, ends_on, status, changed_by, changed_at)
                        select :cycle, :town, :department, min(g.id), :title, 'rehtori', 'vararehtori', :euro,
                            date '2027-01-01', date '2027-12-31', 'ACCEPTED', 'test', now()
                        from hyte.goal g where g.cycle_id = :cycle returning id""")
                .param("cycle", cycle.value())
                .param("town", town.code().value())
                .param("department", department.value())
                .param("title", title)
                .param("euro", euro(euro))
                .query(Long.class)
                .single());
    }
}
