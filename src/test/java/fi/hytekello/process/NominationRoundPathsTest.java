package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.junit.jupiter.api.Test;

@PathsOf("NominationRound")
class NominationRoundPathsTest {

    private static final String PREPARE = "Activity_PrepareNomination";
    private static final String APPROVE = "Activity_ApproveNomination";

    private final RuntimeService runtime = PathEngine.ENGINE.getRuntimeService();
    private final Walk walk;
    private final ProcessInstance round;

    NominationRoundPathsTest(Walk walk) {
        this.walk = walk;
        round = walk.start();
    }

    @Test
    void asksEveryOrganisationOfItsOwnWhenTheDirectorApproves() {
        assertThat(walk.task(PREPARE))
                .hasCandidateGroup("regional-coordinator")
                .hasDueDate(FixedDeadlines.day(FixedDeadlines.NO_STEP));
        walk.complete(PREPARE);
        assertThat(walk.task(APPROVE)).hasCandidateGroup("regional-director");
        walk.complete(APPROVE, "requestApproved", true);
        Assertions.assertThat(requests())
                .extracting(request -> runtime.getVariable(request.getId(), "requestId"))
                .containsExactlyInAnyOrder(1L, 2L);
        answer();
        assertThat(round).isNotEnded();
        answer();
        assertThat(walk.task("Activity_ComposeGroup")).hasCandidateGroup("regional-coordinator");
        walk.complete("Activity_ComposeGroup", "groupComposed", true);
        assertThat(round).isEnded().hasPassed("Activity_BeginFirstMeeting", "Event_GroupComposed");
        Assertions.assertThat(walk.services().calls()).endsWith("beginFirstMeeting");
    }

    @Test
    void endsWithoutAMeetingWhenNobodyIsAppointed() {
        walk.complete(PREPARE);
        walk.complete(APPROVE, "requestApproved", true);
        answer();
        answer();
        walk.complete("Activity_ComposeGroup", "groupComposed", false);
        assertThat(round).isEnded().hasPassed("Event_RoundCancelled").hasNotPassed("Activity_BeginFirstMeeting");
    }

    @Test
    void goesBackToTheCoordinatorWhenTheDirectorReturnsIt() {
        walk.complete(PREPARE);
        walk.complete(APPROVE, "requestApproved", false);
        Assertions.assertThat(walk.waitingFor()).containsExactly(PREPARE);
        Assertions.assertThat(requests()).isEmpty();
    }

    @Test
    void remindsWhoseTurnItIsAndTellsTheNextLevelItself() {
        late("Preparation");
        walk.complete(PREPARE);
        late("Approval");
        walk.complete(APPROVE, "requestApproved", true);
        answer();
        answer();
        late("Composition");
    }

    private void late(String phase) {
        walk.passTheDeadlineOf(phase, FixedDeadlines.NO_STEP);
        Assertions.assertThat(walk.services().calls()).endsWith("sendReminders", "tellOverdue", "escalateLateness");
    }

    /** Ends one request, wherever it waits: its own paths are tested elsewhere. */
    private void answer() {
        String request = requests().get(0).getId();
        ProcessInstanceModificationBuilder end = runtime.createProcessInstanceModification(request);
        runtime.getActiveActivityIds(request).forEach(end::cancelAllForActivity);
        end.startBeforeActivity("Event_RequestAnswered");
        end.execute();
    }

    private List<ProcessInstance> requests() {
        return runtime.createProcessInstanceQuery()
                .superProcessInstanceId(round.getId())
                .list();
    }
}
