package fi.hytekello.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round of proposals through the engine, and what the database holds of it. */
@WholeTest
class ProposalsTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Goals goals;

    @Autowired
    GoalCarryOver carryOver;

    @Autowired
    Measures measures;

    @Autowired
    MeasureTable table;

    @Autowired
    ProposalDrafts drafts;

    @Autowired
    ImpactDrafts impacts;

    @Autowired
    Proposals proposals;

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    ProposalRound round;

    @Autowired
    Decisions decisions;

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
    private Cycle cycle;
    private GoalId goal;

    @BeforeEach
    void openRound() {
        town = towns.make();
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        goal = goals.add(cycle.id(), "Nuorten yksinäisyys vähenee", null, null);
        runtime.createProcessInstanceByKey("DepartmentalProposals")
                .businessKey(cycle.businessKey())
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", town.code().value())
                .execute();
    }

    @Test
    void everyDepartmentProposesInTheFirstRound() {
        assertThat(open("Activity_ProposeMeasures"))
                .extracting(OpenTask::department)
                .containsExactlyInAnyOrder(Town.EDUCATION, Town.TECHNICAL);
    }

    @Test
    void anIncompleteProposalIsNotSubmittedAndTheRefusalNamesRowAndField() {
        complete(Town.EDUCATION, "Kerhot");
        drafts.add(cycle.id(), Town.EDUCATION, department(Town.EDUCATION).username());
        assertThatThrownBy(() -> finish("Activity_ProposeMeasures", department(Town.EDUCATION), Map.of()))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("rows[2].title");
        assertThat(state(Town.EDUCATION)).isEqualTo(ProposalState.OPEN);
    }

    @Test
    void aDepartmentWithoutProposalsSaysWhyAndOneWithProposalsDoesNot() {
        assertThatThrownBy(() -> finish("Activity_ProposeMeasures", department(Town.EDUCATION), Map.of()))
                .isInstanceOf(InvalidInput.class)
                .extracting("messageKey")
                .isEqualTo("problem.proposals.none");
        complete(Town.EDUCATION, "Kerhot");
        assertThatThrownBy(() -> finish(
                        "Activity_ProposeMeasures",
                        department(Town.EDUCATION),
                        Map.of("noProposalsReason", "ei resursseja")))
                .isInstanceOf(InvalidInput.class)
                .extracting("messageKey")
                .isEqualTo("problem.proposals.both");
    }

    @Test
    void theDirectorReturnsWithACommentAndTheDepartmentRevises() {
        submit(Town.EDUCATION, "Kerhot");
        assertThatThrownBy(() -> finish(
                        "Activity_ApproveProposals", director(Town.EDUCATION), Map.of("proposalsApproved", false)))
                .isInstanceOf(InvalidInput.class);
        finish(
                "Activity_ApproveProposals",
                director(Town.EDUCATION),
                Map.of("proposalsApproved", false, "comment", "mistä varat?"));
        assertThat(state(Town.EDUCATION)).isEqualTo(ProposalState.RETURNED);
        assertThat(decisions.latest(cycle.id(), Subject.PROPOSALS, DecidedBy.DIRECTOR, Town.EDUCATION))
                .hasValueSatisfying(decision -> assertThat(decision.outcome()).isEqualTo(Outcome.RETURNED));
        Measure row = only(Town.EDUCATION);
        drafts.revise(
                cycle.id(),
                Town.EDUCATION,
                row.id(),
                content("Kerhot ja leirit"),
                row.version(),
                department(Town.EDUCATION).username());
        finish("Activity_ProposeMeasures", department(Town.EDUCATION), Map.of());
        assertThat(state(Town.EDUCATION)).isEqualTo(ProposalState.SUBMITTED);
    }

    @Test
    void submittedProposalsAreNotTheDepartmentsToChange() {
        submit(Town.EDUCATION, "Kerhot");
        Measure row = only(Town.EDUCATION);
        assertThatThrownBy(() -> drafts.revise(
                        cycle.id(),
                        Town.EDUCATION,
                        row.id(),
                        content("toinen"),
                        row.version(),
                        department(Town.EDUCATION).username()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> drafts.delete(cycle.id(), Town.EDUCATION, row.id(), row.version()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> drafts.add(
                        cycle.id(), Town.EDUCATION, department(Town.EDUCATION).username()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void ofTwoPeopleAtOneRowTheSecondIsTold() {
        MeasureId id = complete(Town.EDUCATION, "Kerhot");
        Measure seen = measures.get(id);
        drafts.revise(
                cycle.id(),
                Town.EDUCATION,
                id,
                content("ensimmäinen"),
                seen.version(),
                director(Town.EDUCATION).username());
        assertThatThrownBy(() -> drafts.revise(
                        cycle.id(),
                        Town.EDUCATION,
                        id,
                        content("toinen"),
                        seen.version(),
                        department(Town.EDUCATION).username()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> drafts.delete(cycle.id(), Town.EDUCATION, id, seen.version()))
                .isInstanceOf(Conflict.class);
        assertThat(measures.get(id).title()).isEqualTo("ensimmäinen");
    }

    @Test
    void aStaleMeasureIsNeitherStoredNorDeletedHoweverItGotThere() {
        Measure stale = measures.get(complete(Town.EDUCATION, "Kerhot"));
        Username by = department(Town.EDUCATION).username();
        table.update(stale.revise(content("ensimmäinen")), by);
        assertThatThrownBy(() -> table.update(stale.revise(content("toinen")), by))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> table.delete(stale.id(), stale.version())).isInstanceOf(Conflict.class);
        assertThat(measures.get(stale.id()).title()).isEqualTo("ensimmäinen");
    }

    @Test
    void aRowIsItsOwnDepartmentsOnly() {
        MeasureId id = complete(Town.EDUCATION, "Kerhot");
        Measure row = measures.get(id);
        assertThatThrownBy(() -> drafts.delete(cycle.id(), Town.TECHNICAL, id, row.version()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aGoalOfAnotherCycleIsRefused() {
        Town other = towns.make();
        Cycle foreign = planning.start(other.code(), cycle.year(), other.person(Role.COORDINATOR));
        GoalId foreignGoal = goals.add(foreign.id(), "muu", null, null);
        MeasureId id = complete(Town.EDUCATION, "Kerhot");
        assertThatThrownBy(() -> drafts.revise(
                        cycle.id(),
                        Town.EDUCATION,
                        id,
                        content("Kerhot", foreignGoal),
                        measures.get(id).version(),
                        department(Town.EDUCATION).username()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> jdbc.sql("update hyte.measure set goal_id = :goal where id = :id")
                        .param("goal", foreignGoal.value())
                        .param("id", id.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theReconciledWholeIsAcceptedAndTheOthersAreRecordedAsWithout() {
        approve(Town.EDUCATION, "Kerhot");
        MeasureId unfinished = complete(Town.TECHNICAL, "Pyörätie");
        round.close(cycle.id(), town.person(Role.COORDINATOR));
        finish("Activity_ReconcileProposals", town.person(Role.WELLBEING_GROUP), Map.of("proposalsReconciled", true));
        assertThat(measures.accepted(cycle.id())).extracting(Measure::title).containsExactly("Kerhot");
        assertThat(measures.get(unfinished).status()).isEqualTo(MeasureStatus.PROPOSED);
        assertThat(proposals.of(cycle.id(), Town.TECHNICAL).withoutProposals()).isTrue();
        assertThat(proposals.of(cycle.id(), Town.EDUCATION).withoutProposals()).isFalse();
        assertThat(decisions.latest(cycle.id(), Subject.PROPOSALS, DecidedBy.WELLBEING_GROUP, null))
                .hasValueSatisfying(decision -> assertThat(decision.outcome()).isEqualTo(Outcome.APPROVED));
    }

    @Test
    void theGroupReturnsOneDepartmentAndOnlyThatProposesAgain() {
        approve(Town.EDUCATION, "Kerhot");
        approve(Town.TECHNICAL, "Pyörätie");
        Person group = town.person(Role.WELLBEING_GROUP);
        List<Measure> kept = measures.of(cycle.id(), Town.EDUCATION);
        List<MeasurePart> confirmed = responsibilities.of(cycle.id());
        assertThatThrownBy(() -> finish(
                        "Activity_ReconcileProposals",
                        group,
                        Map.of(
                                "proposalsReconciled",
                                false,
                                "returnedDepartment",
                                "nowhere",
                                "comment",
                                "päällekkäin")))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("returnedDepartment");
        assertThatThrownBy(() -> finish(
                        "Activity_ReconcileProposals",
                        group,
                        Map.of("proposalsReconciled", false, "returnedDepartment", "technical")))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("comment");
        finish(
                "Activity_ReconcileProposals",
                group,
                Map.of("proposalsReconciled", false, "returnedDepartment", "technical", "comment", "päällekkäin"));
        assertThat(open("Activity_ProposeMeasures"))
                .extracting(OpenTask::department)
                .containsExactly(Town.TECHNICAL);
        assertThat(state(Town.EDUCATION)).isEqualTo(ProposalState.COMMITTEE_APPROVED);
        assertThat(measures.of(cycle.id(), Town.EDUCATION)).isNotEmpty().isEqualTo(kept);
        assertThat(responsibilities.of(cycle.id())).isNotEmpty().isEqualTo(confirmed);
        finish("Activity_ProposeMeasures", department(Town.TECHNICAL), Map.of());
        directorAndCommittee(Town.TECHNICAL, "APPROVED");
        finish("Activity_ReconcileProposals", group, Map.of("proposalsReconciled", true));
        assertThat(measures.accepted(cycle.id())).hasSize(2);
    }

    @Test
    void aCommitteesReturnComesBackToTheDepartment() {
        submit(Town.EDUCATION, "Kerhot");
        directorAndCommittee(Town.EDUCATION, "RETURNED");
        assertThat(state(Town.EDUCATION)).isEqualTo(ProposalState.RETURNED);
        assertThat(open("Activity_ProposeMeasures"))
                .extracting(OpenTask::department)
                .contains(Town.EDUCATION);
    }

    @Test
    void onlyTheCoordinatorClosesTheRoundAndOnlyOnce() {
        assertThatThrownBy(() -> round.close(cycle.id(), town.person(Role.MANAGER)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> round.close(cycle.id(), towns.make().person(Role.COORDINATOR)))
                .isInstanceOf(NotFound.class);
        round.close(cycle.id(), town.person(Role.COORDINATOR));
        assertThat(open("Activity_ProposeMeasures")).isEmpty();
        assertThat(open("Activity_ReconcileProposals")).hasSize(1);
        assertThatThrownBy(() -> round.close(cycle.id(), town.person(Role.COORDINATOR)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void theBudgetTakesMeasuresOnceThroughToActive() {
        approve(Town.EDUCATION, "Kerhot");
        approve(Town.TECHNICAL, "Pyörätie");
        finish("Activity_ReconcileProposals", town.person(Role.WELLBEING_GROUP), Map.of("proposalsReconciled", true));
        Person manager = town.person(Role.MANAGER);
        Measure clubs = only(Town.EDUCATION);
        Measure road = only(Town.TECHNICAL);
        measures.adjust(
                clubs.id(), new BigDecimal("800.00"), department(Town.EDUCATION).username());
        for (String sum : List.of("700.00", "750.00")) {
            measures.decide(
                    cycle.id(),
                    Map.of(
                            clubs.id(),
                            Measures.Verdict.included(new BigDecimal(sum)),
                            road.id(),
                            Measures.Verdict.leftOut("ei kehyksessä")),
                    manager.username());
        }
        assertThat(measures.accepted(cycle.id())).hasSize(2);
        assertThat(measures.activateInBudget(cycle.id())).isEqualTo(1);
        assertThat(measures.activateInBudget(cycle.id())).isZero();
        assertThat(measures.get(clubs.id()).status()).isEqualTo(MeasureStatus.ACTIVE);
        assertThat(measures.get(clubs.id()).grantedEuro()).isEqualByComparingTo("750");
        assertThat(measures.get(road.id()).leftOutReason()).isEqualTo("ei kehyksessä");
        assertThat(jdbc.sql("select count(*) from hyte.audit_event where cycle_id = :cycle and subject = :subject")
                        .param("cycle", cycle.id().value())
                        .param("subject", "measure:" + clubs.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void aCorrectiveDraftWaitsForTheDepartmentToCompleteIt() {
        MeasureId id = measures.proposeCorrective(
                cycle.id(),
                Town.EDUCATION,
                183,
                "Vähennetään ahtautta",
                department(Town.EDUCATION).username());
        assertThat(measures.get(id))
                .returns(MeasureStatus.PROPOSED, Measure::status)
                .returns(183, Measure::correctiveOfIndicator);
        assertThat(proposals.of(cycle.id(), Town.EDUCATION).gaps()).isNotEmpty();
    }

    @Test
    void goalsFollowFromLastYearInTheirOrderAndUsedOnesStay() {
        goals.add(cycle.id(), null, "De äldre rör på sig", 184);
        assertThat(goals.list(cycle.id())).extracting(Goal::priority).containsExactly(1, 2);
        complete(Town.EDUCATION, "Kerhot");
        assertThatThrownBy(() -> goals.remove(cycle.id(), goal)).isInstanceOf(Conflict.class);
        long next = jdbc.sql("""
                        insert into hyte.cycle (municipality_code, year, created_at, created_by)
                        values (:town, :year, now(), 'test') returning id""")
                .param("town", town.code().value())
                .param("year", cycle.year() + 1)
                .query(Long.class)
                .single();
        carryOver.atTheStart(new fi.hytekello.cycle.CycleId(next));
        carryOver.atTheStart(new fi.hytekello.cycle.CycleId(next));
        assertThat(goals.list(new fi.hytekello.cycle.CycleId(next)))
                .extracting(carried -> carried.title(fi.hytekello.municipality.Languages.SWEDISH))
                .containsExactly("Nuorten yksinäisyys vähenee", "De äldre rör på sig");
        assertThatThrownBy(() -> goals.add(cycle.id(), " ", null, null)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theGoalsOfAnEndedYearStayAsTheyWere() {
        jdbc.sql("update hyte.cycle set state = 'ENDED', confirmed_at = now(), ended_at = now() where id = :id")
                .param("id", cycle.id().value())
                .update();
        assertThatThrownBy(() -> goals.add(cycle.id(), "Uusi tavoite", null, null))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> goals.remove(cycle.id(), goal)).isInstanceOf(Conflict.class);
        assertThat(goals.list(cycle.id())).hasSize(1);
    }

    private MeasureId complete(DepartmentCode department, String title) {
        Person person = department(department);
        MeasureId id = drafts.add(cycle.id(), department, person.username());
        drafts.revise(cycle.id(), department, id, content(title), 0, person.username());
        impacts.screen(
                cycle.id(),
                department,
                id,
                new ImpactScreening(Set.of(), true, false, null, null, null, 0),
                person.username());
        return id;
    }

    private MeasureContent content(String title) {
        return content(title, goal);
    }

    private MeasureContent content(String title, GoalId served) {
        MeasureContent whole = MeasureTest.content(
                new BigDecimal("1000"),
                false,
                LocalDate.of(cycle.year() + 1, 1, 1),
                LocalDate.of(cycle.year() + 1, 12, 31));
        return new MeasureContent(
                served,
                title,
                owner().username(),
                deputy().username(),
                whole.euro(),
                null,
                null,
                false,
                null,
                null,
                null,
                whole.startsOn(),
                whole.endsOn(),
                whole.populationGroup(),
                whole.scopes());
    }

    private void submit(DepartmentCode department, String title) {
        complete(department, title);
        finish("Activity_ProposeMeasures", department(department), Map.of());
        confirm(department);
    }

    private void confirm(DepartmentCode department) {
        for (OpenTask open : open("Activity_ConfirmResponsibility")) {
            if (department.equals(open.department())) {
                desk.complete(
                        open.id(),
                        owner().username().equals(open.assignee()) ? owner() : deputy(),
                        Map.of("responsibilityAccepted", true));
            }
        }
    }

    private Person owner() {
        return town.person(Role.RESPONSIBLE);
    }

    private Person deputy() {
        return town.person(Role.FINANCE);
    }

    private void approve(DepartmentCode department, String title) {
        submit(department, title);
        directorAndCommittee(department, "APPROVED");
    }

    private void directorAndCommittee(DepartmentCode department, String outcome) {
        finish("Activity_ApproveProposals", director(department), Map.of("proposalsApproved", true));
        OpenTask task = open("Activity_RecordDecision").stream()
                .filter(open -> department.equals(open.department()))
                .findFirst()
                .orElseThrow();
        desk.complete(
                task.id(),
                town.person(Role.SECRETARY),
                Map.of(
                        "bodyOutcome",
                        outcome,
                        "decidedOn",
                        LocalDate.now(clock).toString(),
                        "section",
                        "12 §",
                        "comment",
                        "perustelu"));
    }

    private void finish(String task, Person person, Map<String, Object> answers) {
        OpenTask open = open(task).stream()
                .filter(candidate -> candidate.isFor(person))
                .findFirst()
                .orElseThrow();
        desk.complete(open.id(), person, answers);
    }

    private List<OpenTask> open(String task) {
        return worklist.ofCycle(cycle.id()).stream()
                .filter(open -> open.task().equals(task))
                .toList();
    }

    private Measure only(DepartmentCode department) {
        return measures.of(cycle.id(), department).get(0);
    }

    private ProposalState state(DepartmentCode department) {
        return proposals.of(cycle.id(), department).state();
    }

    private Person department(DepartmentCode department) {
        return town.person(Role.DEPARTMENT, department);
    }

    private Person director(DepartmentCode department) {
        return town.person(Role.DEPARTMENT_DIRECTOR, department);
    }
}
