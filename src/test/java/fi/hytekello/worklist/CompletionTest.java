package fi.hytekello.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeTest
class CompletionTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Cycles cycles;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    Decisions decisions;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Town town;
    private Cycle cycle;

    @BeforeEach
    void startCycle() {
        town = towns.make();
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
    }

    @Test
    void theTaskComesToItsGroupWithDeadlineAndTenant() {
        OpenTask task = only();
        assertThat(task.task()).isEqualTo("Activity_ConfirmCalendar");
        assertThat(task.groups()).containsExactly("coordinator");
        assertThat(task.municipality()).isEqualTo(town.code());
        assertThat(task.dueAt()).isNotNull();
        assertThat(worklist.of(town.person(Role.COORDINATOR))).containsExactly(task);
        assertThat(worklist.of(town.person(Role.MANAGER))).isEmpty();
    }

    @Test
    void nobodyCompletesATaskOfAnotherGroup() {
        OpenTask task = only();
        assertThatThrownBy(() -> desk.complete(task.id(), town.person(Role.MANAGER), Map.of()))
                .isInstanceOf(Refused.class);
        assertThat(only()).isEqualTo(task);
    }

    @Test
    void nobodyCompletesATaskOfAnotherMunicipality() {
        OpenTask task = only();
        Town other = towns.make();
        assertThatThrownBy(() -> desk.complete(task.id(), other.person(Role.COORDINATOR), Map.of()))
                .isInstanceOf(Refused.class);
        assertThat(only()).isEqualTo(task);
    }

    @Test
    void withoutASignedInPersonNothingIsCompleted() {
        OpenTask task = only();
        assertThatThrownBy(() -> tasks.complete(task.id())).hasRootCauseInstanceOf(Refused.class);
        assertThat(only()).isEqualTo(task);
    }

    @Test
    void aVariableThatTheFormDoesNotAskIsRefusedAndNothingIsStored() {
        OpenTask task = only();
        assertThatThrownBy(
                        () -> desk.complete(task.id(), town.person(Role.COORDINATOR), Map.of("reportAccepted", true)))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("reportAccepted");
        assertThat(only()).isEqualTo(task);
    }

    @Test
    void theIdOfTheCycleCannotBeOverwritten() {
        OpenTask task = only();
        assertThatThrownBy(() -> desk.complete(task.id(), town.person(Role.COORDINATOR), Map.of("cycleId", 1L)))
                .isInstanceOf(InvalidInput.class);
        assertThat(runtime.getVariable(task.processInstance(), "cycleId"))
                .isEqualTo(cycle.id().value());
    }

    @Test
    void aReturnWithoutACommentIsRefusedNamingTheField() {
        desk.complete(only().id(), town.person(Role.COORDINATOR), Map.of());
        OpenTask task = only();
        assertThatThrownBy(() -> desk.complete(task.id(), town.person(Role.MANAGER), Map.of("cycleConfirmed", false)))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("comment");
        assertThat(decisions.of(cycle.id())).isEmpty();
        assertThat(only()).isEqualTo(task);
    }

    @Test
    void aReturnBringsTheTaskBackAndKeepsTheCommentOutOfTheEngine() {
        desk.complete(only().id(), town.person(Role.COORDINATOR), Map.of());
        desk.complete(
                only().id(),
                town.person(Role.MANAGER),
                Map.of("cycleConfirmed", false, "comment", "Siirtäkää luonnosta viikolla."));
        OpenTask again = only();
        assertThat(again.task()).isEqualTo("Activity_ConfirmCalendar");
        assertThat(runtime.getVariables(again.processInstance())).doesNotContainKey("comment");
        assertThat(decisions.latest(cycle.id(), Subject.CYCLE, DecidedBy.MANAGER, null))
                .get()
                .extracting("comment")
                .isEqualTo("Siirtäkää luonnosta viikolla.");
    }

    @Test
    void anAnswerOfTheLastRoundDoesNotPassForThisOnes() {
        desk.complete(only().id(), town.person(Role.COORDINATOR), Map.of());
        desk.complete(only().id(), town.person(Role.MANAGER), Map.of("cycleConfirmed", false, "comment", "Uudestaan."));
        desk.complete(only().id(), town.person(Role.COORDINATOR), Map.of());
        OpenTask task = only();
        assertThatThrownBy(() -> desk.complete(task.id(), town.person(Role.MANAGER), Map.of("comment", "Hyvä.")))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("cycleConfirmed");
    }

    @Test
    void theSecondClickFindsTheTaskDone() {
        OpenTask task = only();
        desk.complete(task.id(), town.person(Role.COORDINATOR), Map.of());
        assertThatThrownBy(() -> desk.complete(task.id(), town.person(Role.COORDINATOR), Map.of()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aCompletionIsInTheAuditTrail() {
        desk.complete(only().id(), town.person(Role.COORDINATOR), Map.of());
        assertThat(jdbc.sql("select subject from hyte.audit_event where cycle_id = ? and action = 'task.completed'")
                        .param(cycle.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("task.HyteCycle.Activity_ConfirmCalendar");
    }

    @Test
    void aMunicipalityHasOneCycleForAYear() {
        assertThatThrownBy(() -> planning.start(town.code(), cycle.year(), town.person(Role.COORDINATOR)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void confirmingLetsTheYearRun() {
        desk.complete(only().id(), town.person(Role.COORDINATOR), Map.of());
        desk.complete(only().id(), town.person(Role.MANAGER), Map.of("cycleConfirmed", true));
        assertThat(cycles.get(cycle.id()).state()).isEqualTo(Cycle.State.RUNNING);
        assertThat(worklist.ofCycle(cycle.id())).isEmpty();
    }

    private OpenTask only() {
        assertThat(worklist.ofCycle(cycle.id())).hasSize(1);
        return worklist.ofCycle(cycle.id()).get(0);
    }
}
