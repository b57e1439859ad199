package fi.hytekello.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import fi.hytekello.absence.Absence;
import fi.hytekello.absence.AbsenceDraft;
import fi.hytekello.absence.Absences;
import fi.hytekello.absence.HandOver;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
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
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Owner and deputy confirm, each in a task of their own. */
@WholeTest
class ResponsibilityTest {

    private static final String CONFIRM = "Activity_ConfirmResponsibility";
    private static final String PROPOSE = "Activity_ProposeMeasures";

    @Autowired
    private ImpactDrafts impacts;

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
    MeasureHistory history;

    @Autowired
    ProposalDrafts drafts;

    @Autowired
    Proposals proposals;

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    Confirmations confirmations;

    @Autowired
    EarlierMeasures earlier;

    @Autowired
    Absences absences;

    @Autowired
    HandOver handOver;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private MockMvc browser;
    private Town town;
    private Cycle cycle;
    private GoalId goal;
    private Person contact;
    private Person owner;
    private Person deputy;

    @BeforeEach
    void openRound() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        town = towns.make();
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        goal = goals.add(cycle.id(), "Nuorten yksinäisyys vähenee", null, null);
        contact = town.person(Role.DEPARTMENT, Town.EDUCATION);
        owner = town.person(Role.RESPONSIBLE);
        deputy = town.person(Role.FINANCE);
        runtime.createProcessInstanceByKey("DepartmentalProposals")
                .businessKey(cycle.businessKey())
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", town.code().value())
                .execute();
    }

    @Test
    void asksEachNamedPersonOnceForAllTheirMeasures() {
        propose(owner, deputy);
        propose(deputy, owner);
        submit();
        assertThat(state()).isEqualTo(ProposalState.CONFIRMING);
        assertThat(worklist.of(owner)).extracting(OpenTask::task).containsExactly(CONFIRM);
        assertThat(responsibilities.openFor(cycle.id(), Town.EDUCATION, owner.username()))
                .extracting(MeasurePart::part)
                .containsExactly(MeasurePart.Part.OWNER, MeasurePart.Part.DEPUTY);
        answer(owner, true);
        assertThat(state()).isEqualTo(ProposalState.CONFIRMING);
        answer(deputy, true);
        assertThat(state()).isEqualTo(ProposalState.SUBMITTED);
    }

    @Test
    void aNamedPersonsTaskIsThatPersonsAlone() {
        propose(owner, deputy);
        submit();
        OpenTask task = taskOf(owner);
        assertThat(task.isFor(deputy)).isFalse();
        assertThat(task.isFor(contact)).isFalse();
        assertThatThrownBy(() -> desk.complete(task.id(), deputy, Map.of("responsibilityAccepted", true)))
                .isInstanceOf(Refused.class);
        assertThat(worklist.of(town.person(Role.DEPARTMENT_DIRECTOR, Town.EDUCATION)))
                .extracting(OpenTask::task)
                .doesNotContain(CONFIRM);
        identities.setAuthentication(
                owner.username().value(),
                List.of("responsible"),
                List.of(town.code().value()));
        try {
            assertThat(tasks.createTaskQuery()
                            .taskAssignee(owner.username().value())
                            .list())
                    .extracting(org.camunda.bpm.engine.task.Task::getId)
                    .containsExactly(task.id());
            assertThatThrownBy(() -> tasks.claim(task.id(), null)).hasRootCauseInstanceOf(Refused.class);
            assertThatThrownBy(
                            () -> tasks.setAssignee(task.id(), deputy.username().value()))
                    .isInstanceOf(AuthorizationException.class);
        } finally {
            identities.clearAuthentication();
        }
        assertThat(worklist.find(task.id()))
                .hasValueSatisfying(open -> assertThat(open.assignee()).isEqualTo(owner.username()));
    }

    @Test
    void theDeputyOfANamedPersonAnswersInThatPersonsName() {
        Person standIn = town.person(Role.SECRETARY);
        LocalDate today = LocalDate.now(clock);
        absences.set(List.of(new AbsenceDraft(owner.username(), town.code(), today, today, standIn.username())), owner);
        propose(owner, deputy);
        submit();
        OpenTask task = taskOf(owner);
        assertThat(worklist.of(town.person(Role.SECRETARY))).containsExactly(task);
        assertThat(engineAssignee(task)).isEqualTo(standIn.username().value());
        assertThat(jdbc.sql("select recipient from hyte.notification where task_id = :task")
                        .param("task", task.id())
                        .query(String.class)
                        .list())
                .containsExactly(standIn.username().value());
        desk.complete(task.id(), town.person(Role.SECRETARY), Map.of("responsibilityAccepted", true));
        assertThat(responsibilities.of(cycle.id()).get(0))
                .extracting(MeasurePart::person, MeasurePart::state)
                .containsExactly(owner.username(), MeasurePart.State.CONFIRMED);
    }

    @Test
    void aNamedPersonsOpenTaskIsHandedOverInTheTasklistAndBack() {
        propose(owner, deputy);
        submit();
        OpenTask task = taskOf(owner);
        LocalDate today = LocalDate.now(clock);
        absences.set(
                List.of(new AbsenceDraft(
                        owner.username(),
                        town.code(),
                        today,
                        today,
                        town.person(Role.SECRETARY).username())),
                owner);
        Absence absence = absences.of(owner.username()).get(0);
        handOver.toDeputy(absence.id());
        assertThat(engineAssignee(task))
                .isEqualTo(town.person(Role.SECRETARY).username().value());
        assertThat(taskOf(owner)).isEqualTo(task);
        absences.end(absence.id(), absence.version(), owner);
        handOver.back(absence.id());
        assertThat(engineAssignee(task)).isEqualTo(owner.username().value());
        assertThat(worklist.of(town.person(Role.SECRETARY))).isEmpty();
    }

    private String engineAssignee(OpenTask task) {
        return tasks.createTaskQuery().taskId(task.id()).singleResult().getAssignee();
    }

    @Test
    void tellsTheNamedPersonAndNoGroupByMail() {
        propose(owner, deputy);
        submit();
        assertThat(jdbc.sql("""
                                select recipient from hyte.notification where cycle_id = :cycle and kind = 'TASK_NOTICE'
                                    and payload ->> 'task' = 'Activity_ConfirmResponsibility' order by 1""")
                        .param("cycle", cycle.id().value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        owner.username().value(), deputy.username().value());
        assertThat(runtime.createVariableInstanceQuery()
                        .variableName("responsibility")
                        .list())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(variable.getValue()).isInstanceOf(Long.class));
    }

    @Test
    void aRefusalComesBackWithItsReasonAndConfirmationsStay() {
        MeasureId id = propose(owner, deputy);
        submit();
        answer(owner, true);
        assertThatThrownBy(() -> answer(deputy, false))
                .isInstanceOf(InvalidInput.class)
                .extracting("messageKey")
                .isEqualTo("problem.responsibility.unmarked");
        mark(id, null);
        assertThatThrownBy(() -> answer(deputy, false))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("rows[1].refusalReason");
        mark(id, "Työaika on sidottu.");
        assertThatThrownBy(() -> answer(deputy, true))
                .isInstanceOf(InvalidInput.class)
                .extracting("messageKey")
                .isEqualTo("problem.responsibility.marked");
        answer(deputy, false);
        assertThat(state()).isEqualTo(ProposalState.RETURNED);
        assertThat(responsibilities.of(cycle.id()))
                .extracting(MeasurePart::state)
                .containsExactly(MeasurePart.State.CONFIRMED, MeasurePart.State.REFUSED);

        revise(id, owner, town.person(Role.SECRETARY));
        submit();
        assertThat(worklist.of(owner)).isEmpty();
        answer(town.person(Role.SECRETARY), true);
        assertThat(state()).isEqualTo(ProposalState.SUBMITTED);
    }

    @Test
    void nobodyIsAskedTwiceForNothing() {
        propose(owner, deputy);
        submit();
        answer(owner, true);
        answer(deputy, true);
        desk.complete(
                open("Activity_ApproveProposals").id(),
                town.person(Role.DEPARTMENT_DIRECTOR, Town.EDUCATION),
                Map.of("proposalsApproved", false, "comment", "tarkentakaa"));
        submit();
        assertThat(state()).isEqualTo(ProposalState.SUBMITTED);
        assertThat(worklist.of(owner)).isEmpty();
    }

    @Test
    void theDepartmentTakesItsProposalsBackFromSomebodyWhoDoesNotAnswer() throws Exception {
        propose(owner, deputy);
        submit();
        answer(owner, true);
        assertThatThrownBy(() -> confirmations.takeBack(cycle.id(), Town.EDUCATION, deputy))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> confirmations.takeBack(
                        cycle.id(), Town.EDUCATION, towns.make().person(Role.COORDINATOR)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> confirmations.takeBack(cycle.id(), Town.TECHNICAL, town.person(Role.COORDINATOR)))
                .isInstanceOf(Conflict.class);
        String page = "/cycles/" + cycle.id() + "/measures";
        browser.perform(post(page + "/take-back/education")
                        .with(csrf())
                        .with(user(contact.username().value())))
                .andExpect(redirectedUrl(page));
        assertThat(state()).isEqualTo(ProposalState.RETURNED);
        assertThat(worklist.of(deputy)).isEmpty();
        assertThat(worklist.of(contact)).extracting(OpenTask::task).contains(PROPOSE);
    }

    @Test
    void whoHasLeftIsFoundAtTheSubmission() {
        MeasureId id = propose(owner, deputy);
        jdbc.sql("update hyte.person set active = false where username = :left")
                .param("left", deputy.username().value())
                .update();
        assertThatThrownBy(this::submit)
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("rows[1].deputy");
        assertThatThrownBy(() -> revise(id, deputy, owner)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> revise(id, owner, towns.make().person(Role.FINANCE)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void nothingIsAcceptedThatSomebodyHasNotConfirmed() {
        MeasureId id = propose(owner, deputy);
        submit();
        answer(owner, true);
        answer(deputy, true);
        jdbc.sql("update hyte.department_proposal set state = 'COMMITTEE_APPROVED' where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        jdbc.sql("delete from hyte.measure_confirmation where measure_id = :id and part = 'DEPUTY'")
                .param("id", id.value())
                .update();
        assertThatThrownBy(() -> proposals.accept(
                        cycle.id(), null, town.person(Role.WELLBEING_GROUP).username()))
                .isInstanceOf(InvalidInput.class)
                .extracting("messageKey")
                .isEqualTo("problem.proposals.unconfirmed");
    }

    @Test
    void thePageOfAMeasureTellsItsHistoryInWords() throws Exception {
        MeasureId id = propose(owner, deputy);
        submit();
        answer(owner, true);
        assertThat(history.of(measures.get(id)))
                .extracting(MeasureHistory.Entry::action)
                .containsExactly("measure.answered", "impact.screened", "measure.changed", "measure.drafted");
        String page = "/cycles/" + cycle.id() + "/measures/" + id;
        String shown = browser.perform(get(page).with(user(contact.username().value())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(shown)
                .contains(
                        "Nuorten yksinäisyys vähenee", "1\u00a0000,00\u00a0€", "hyvinvointisuunnitelma", "vahvistanut")
                .doesNotContain("??");
        browser.perform(get(page)
                        .with(user(
                                towns.make().person(Role.COORDINATOR).username().value())))
                .andExpect(status().isNotFound());
        browser.perform(get("/tasks/" + taskOf(deputy).id() + "/responsibility")
                        .with(user(deputy.username().value())))
                .andExpect(status().isOk());
    }

    @Test
    void draftsAreTheirDepartmentsOwn() throws Exception {
        MeasureId id = propose(owner, deputy);
        String page = "/cycles/" + cycle.id() + "/measures/" + id;
        browser.perform(get(page).with(user(contact.username().value()))).andExpect(status().isOk());
        browser.perform(get(page).with(user(deputy.username().value()))).andExpect(status().isNotFound());
    }

    @Test
    void unfinishedMeasuresOfEarlierYearsAreCopiedOnce() {
        MeasureId old = unfinished("Nuorten yksinäisyys vähenee");
        MeasureId other = unfinished("Poistunut tavoite");
        assertThat(earlier.of(cycle.id(), Town.EDUCATION)).hasSize(2);
        assertThat(earlier.of(cycle.id(), Town.TECHNICAL)).isEmpty();
        assertThat(earlier.copy(cycle.id(), Town.EDUCATION, List.of(old, other), contact.username()))
                .isEqualTo(2);
        assertThat(earlier.copy(cycle.id(), Town.EDUCATION, List.of(old), contact.username()))
                .isZero();
        assertThat(earlier.of(cycle.id(), Town.EDUCATION)).isEmpty();
        List<Measure> copies = measures.of(cycle.id(), Town.EDUCATION);
        assertThat(copies).extracting(Measure::copiedFrom).containsExactly(old, other);
        assertThat(copies.get(0).content())
                .returns(goal, MeasureContent::goal)
                .returns(LocalDate.of(cycle.year() + 1, 1, 1), MeasureContent::startsOn)
                .returns(LocalDate.of(cycle.year() + 1, 12, 31), MeasureContent::endsOn)
                .returns(owner.username(), MeasureContent::owner)
                .returns(null, MeasureContent::deputy);
        assertThat(copies.get(0).content().euro()).isEqualByComparingTo("700");
        assertThat(copies.get(1).content().goal()).isNull();
        assertThatThrownBy(() -> earlier.copy(cycle.id(), Town.EDUCATION, List.of(), contact.username()))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void ofTwoWhoEditAGoalTheSecondIsToldAndGoalsChangePlaces() {
        Goal seen = goals.get(cycle.id(), goal);
        GoalContent whole = new GoalContent(
                "Uusi nimi",
                null,
                LifeCycleGroup.CHILDREN_AND_YOUNG,
                GoalCategory.PREVENTION,
                "kiusaaminen",
                184,
                new BigDecimal("12.5"),
                cycle.year() + 2);
        goals.revise(cycle.id(), goal, whole, seen.version());
        assertThatThrownBy(() -> goals.revise(cycle.id(), goal, whole, seen.version()))
                .isInstanceOf(Conflict.class);
        assertThat(goals.get(cycle.id(), goal).content().category()).isEqualTo(GoalCategory.PREVENTION);
        assertThatThrownBy(() ->
                        goals.add(cycle.id(), new GoalContent("T", null, null, null, null, null, BigDecimal.ONE, 2030)))
                .isInstanceOf(InvalidInput.class);
        GoalId second = goals.add(cycle.id(), "Toinen", null, null);
        goals.move(cycle.id(), second, Goals.Move.UP);
        goals.move(cycle.id(), second, Goals.Move.UP);
        assertThat(goals.list(cycle.id())).extracting(Goal::id).containsExactly(second, goal);
    }

    private MeasureId unfinished(String goalTitle) {
        return new MeasureId(jdbc.sql("""
                        with c as (insert into hyte.cycle (municipality_code, year, created_at, created_by)
                            values (:town, :year, now(), 'test')
                            on conflict (municipality_code, year) do update set created_by = 'test' returning id),
                        g as (insert into hyte.goal (cycle_id, title_fi, priority)
                            select id, :goal, :priority from c returning id, cycle_id)
                        insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title,
                            owner_username, deputy, euro, euro_year2, starts_on, ends_on, population_group,
                            status, changed_by, changed_at)
                        select g.cycle_id, :town, 'education', g.id, 'Kerhot', :owner, 'apulaisrehtori', 1500, 700,
                            make_date(:year, 1, 1), make_date(:year, 12, 31), 'CHILDREN', 'ACTIVE', 'test', now()
                        from g returning id""")
                .param("town", town.code().value())
                .param("year", cycle.year() - 1)
                .param("goal", goalTitle)
                .param("priority", goalTitle.length())
                .param("owner", owner.username().value())
                .query(Long.class)
                .single());
    }

    private MeasureId propose(Person as, Person other) {
        MeasureId id = drafts.add(cycle.id(), Town.EDUCATION, contact.username());
        revise(id, as, other);
        impacts.screen(
                cycle.id(),
                Town.EDUCATION,
                id,
                new ImpactScreening(Set.of(), true, false, null, null, null, 0),
                contact.username());
        return id;
    }

    private void revise(MeasureId id, Person as, Person other) {
        MeasureContent whole = new MeasureContent(
                goal,
                "Kerhot",
                as.username(),
                other.username(),
                new BigDecimal("1000"),
                null,
                null,
                false,
                null,
                null,
                null,
                LocalDate.of(cycle.year() + 1, 1, 1),
                LocalDate.of(cycle.year() + 1, 12, 31),
                PopulationGroup.CHILDREN,
                Set.of(PlanScope.WELLBEING_PLAN));
        drafts.revise(cycle.id(), Town.EDUCATION, id, whole, measures.get(id).version(), contact.username());
    }

    private void mark(MeasureId id, @org.jspecify.annotations.Nullable String reason) {
        responsibilities.mark(cycle.id(), Town.EDUCATION, deputy.username(), id, MeasurePart.Part.DEPUTY, true, reason);
    }

    private void submit() {
        OpenTask task = worklist.of(contact).stream()
                .filter(open -> open.task().equals(PROPOSE))
                .findFirst()
                .orElseThrow();
        desk.complete(task.id(), contact, Map.of());
    }

    private void answer(Person person, boolean accepted) {
        desk.complete(taskOf(person).id(), person, Map.of("responsibilityAccepted", accepted));
    }

    private OpenTask taskOf(Person person) {
        Username name = person.username();
        return worklist.ofCycle(cycle.id()).stream()
                .filter(open -> open.task().equals(CONFIRM) && name.equals(open.assignee()))
                .findFirst()
                .orElseThrow();
    }

    private OpenTask open(String task) {
        return worklist.ofCycle(cycle.id()).stream()
                .filter(open -> open.task().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private ProposalState state() {
        return proposals.of(cycle.id(), Town.EDUCATION).state();
    }
}
