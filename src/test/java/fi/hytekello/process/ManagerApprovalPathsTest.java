package fi.hytekello.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("ManagerApproval")
class ManagerApprovalPathsTest {

    private final Walk walk;
    private final ProcessInstance approval;

    ManagerApprovalPathsTest(Walk walk) {
        this.walk = walk;
        approval = walk.start("REPORT_MANAGER", "WELFARE_REPORT", "NONE");
    }

    @Test
    void asksTheManagerByTheMilestoneOfTheCaller() {
        assertThat(walk.task("Activity_ApproveDocument"))
                .hasCandidateGroup("manager")
                .hasDueDate(FixedDeadlines.day("REPORT_MANAGER"));
    }

    @Test
    void endsWhenTheManagerApproves() {
        walk.complete("Activity_ApproveDocument", "managerOutcome", "APPROVED");
        assertThat(approval).isEnded().hasPassed("Event_Approved");
        assertThat(walk.services().calls()).isEmpty();
    }

    @Test
    void opensANewVersionWhenTheManagerReturnsTheDocument() {
        walk.complete("Activity_ApproveDocument", "managerOutcome", "RETURNED");
        assertThat(approval).isEnded().hasPassedInOrder("Activity_OpenNewVersion", "Event_Returned");
        assertThat(walk.services().calls()).containsExactly("openNewVersion");
    }

    @Test
    void endsWhenTheManagerRejects() {
        walk.complete("Activity_ApproveDocument", "managerOutcome", "REJECTED");
        assertThat(approval).isEnded().hasPassed("Event_Rejected");
        assertThat(walk.services().calls()).isEmpty();
    }

    @Test
    void remindsAndTellsOfALateApproval() {
        walk.passTheDeadlineOf("Approval", "REPORT_MANAGER");
    }
}
