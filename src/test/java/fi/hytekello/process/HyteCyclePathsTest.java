package fi.hytekello.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("HyteCycle")
class HyteCyclePathsTest {

    private final Walk walk;
    private final Steps steps;
    private final ProcessInstance year;

    HyteCyclePathsTest(Walk walk) {
        this.walk = walk;
        steps = new Steps(walk);
        year = walk.start();
    }

    @Test
    void goesThroughTheYear() {
        steps.confirmCycle();
        assertThat(walk.job("Event_ReportOpens").getDuedate()).isEqualTo(FixedDeadlines.day("MEASURE_REPORTS"));
        walk.executeJobOf("Event_ReportOpens");
        steps.prepareReport();
        steps.acceptReport();
        assertThat(walk.job("Event_ProposalsOpen").getDuedate()).isEqualTo(FixedDeadlines.day("PROPOSALS"));
        steps.closeProposals();
        assertThat(walk.job("Event_BudgetLinkingOpens").getDuedate()).isEqualTo(FixedDeadlines.day("BUDGET_LINKS"));
        linkBudget();
        assertThat(walk.task("Activity_PublishPlan"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day("ACTIVATION"));
        walk.complete("Activity_PublishPlan");
        assertThat(year).isWaitingAtExactly("Event_FollowUpOpens", "Event_NegotiationOpens");
        steps.negotiate();
        assertThat(walk.job("Event_FollowUpOpens").getDuedate()).isEqualTo(FixedDeadlines.day("FOLLOW_UP"));
        steps.followUp();

        assertThat(year)
                .isEnded()
                .hasPassedInOrder(
                        "Activity_WelfareReport",
                        "Activity_DepartmentalProposals",
                        "Activity_BudgetLinking",
                        "Activity_ActivateMeasures",
                        "Activity_Publishing",
                        "Activity_CountyNegotiation",
                        "Activity_MeasureFollowUp",
                        "Activity_CloseCycle",
                        "Event_CycleEnded")
                .hasNotPassed("Activity_AfterRejection");
        assertThat(walk.services().calls())
                .endsWith(
                        "recordReportAccepted",
                        "checkBudgetFrame",
                        "produceBudgetAnnex",
                        "activateMeasures",
                        "sendInvitations",
                        "closeCycle");
    }

    @Test
    void asksTheCoordinatorAgainWhenTheManagerDoesNotConfirm() {
        assertThat(walk.task("Activity_ConfirmCalendar"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day("CYCLE_OPENING"));
        walk.complete("Activity_ConfirmCalendar");
        assertThat(walk.task("Activity_ConfirmCycle"))
                .hasCandidateGroup("manager")
                .hasDueDate(FixedDeadlines.day("CYCLE_OPENING"));
        walk.complete("Activity_ConfirmCycle", "cycleConfirmed", false);
        assertThat(year).isWaitingAt("Activity_ConfirmCalendar");
        steps.confirmCycle();
        assertThat(year).isWaitingAtExactly("Event_ReportOpens");
    }

    @Test
    void preparesTheBroadReportBeforeTheReportingOfABroadYear() {
        walk.services().broadYear();
        steps.confirmCycle();
        assertThat(year).isWaitingAt("Activity_BroadReportStart");
        escalates("Proposing", "START_DECISION");
        walk.complete("Activity_ProposeStart");
        steps.decide("APPROVED");
        walk.complete("Activity_FixStructure");
        walk.completeForAll("Activity_ListConcerns");
        walk.complete("Activity_ListGroupConcerns");
        walk.complete("Activity_TestConcerns");
        assertThat(year).isWaitingAtExactly("Event_ReportOpens");
    }

    @Test
    void makesANewReportWhenTheManagerWantsOneAfterARejection() {
        rejectReport();
        assertThat(walk.task("Activity_DecideAfterRejection"))
                .hasCandidateGroup("manager")
                .hasDueDate(FixedDeadlines.day("REPORT_PUBLICATION"));
        walk.complete("Activity_DecideAfterRejection", "newReportWanted", true);
        assertThat(year).isWaitingAt("Activity_WelfareReport");
        steps.prepareReport();
        steps.acceptReport();
        assertThat(year).isWaitingAtExactly("Event_ProposalsOpen", "Event_NegotiationOpens");
    }

    @Test
    void goesOnWithoutAReportWhenTheManagerWantsNoNewOne() {
        rejectReport();
        walk.complete("Activity_DecideAfterRejection", "newReportWanted", false);
        assertThat(year).isWaitingAtExactly("Event_ProposalsOpen", "Event_NegotiationOpens");
    }

    @Test
    void escalatesALateKickoff() {
        escalates("Kickoff", "CYCLE_OPENING");
    }

    @Test
    void escalatesALateDecisionAfterARejection() {
        rejectReport();
        escalates("AfterRejection", "REPORT_PUBLICATION");
    }

    @Test
    void escalatesALatePublicationOfThePlan() {
        steps.confirmCycle();
        walk.executeJobOf("Event_ReportOpens");
        steps.prepareReport();
        steps.acceptReport();
        steps.closeProposals();
        linkBudget();
        escalates("Publishing", "ACTIVATION");
    }

    @Test
    void escalatesFromTheReportAndFromWhatTheReportCalls() {
        steps.confirmCycle();
        walk.executeJobOf("Event_ReportOpens");
        escalates("MeasureReports", "MEASURE_REPORTS");
        walk.executeJobOf("Activity_ImportIndicators");
        escalates("Review", "INDICATORS");
        walk.completeForAll("Activity_ReportMeasures");
        walk.completeForAll("Activity_ExplainIndicators");
        escalates("Discussion", "INDICATORS");
        walk.complete("Activity_DiscussIndicators", "discussionDone", true);
        steps.draftReport();
        escalates("Approval", "REPORT_MANAGER");
        steps.managerSays("APPROVED");
        escalates("Recording", "REPORT_BOARD");
        steps.decide("APPROVED");
        steps.decide("APPROVED");
        walk.complete("Activity_PublishReport");
        assertThat(year).isWaitingAtExactly("Event_ProposalsOpen", "Event_NegotiationOpens");
    }

    @Test
    void escalatesFromACommitteeInTheBranchOfADepartment() {
        rejectReport();
        walk.complete("Activity_DecideAfterRejection", "newReportWanted", false);
        walk.executeJobOf("Event_ProposalsOpen");
        walk.completeFor("education", "Activity_ProposeMeasures");
        walk.completeFor("education", "Activity_ApproveProposals", "proposalsApproved", true);
        escalates("Recording", "COMMITTEES");
        assertThat(walk.waitingFor()).containsExactly("Activity_ProposeMeasures", "Activity_RecordDecision");
    }

    @Test
    void escalatesFromTheBudgetAndFromItsDecisions() {
        rejectReport();
        walk.complete("Activity_DecideAfterRejection", "newReportWanted", false);
        steps.closeProposals();
        walk.executeJobOf("Event_BudgetLinkingOpens");
        escalates("Linking", "BUDGET_LINKS");
        steps.linkMeasures();
        escalates("Recording", "BUDGET_BOARD");
    }

    @Test
    void budgetsBesideTheNegotiationAndWaitsForItInTheEnd() {
        rejectReport();
        walk.complete("Activity_DecideAfterRejection", "newReportWanted", false);
        assertThat(walk.job("Event_NegotiationOpens").getDuedate()).isEqualTo(FixedDeadlines.day("COUNTY_NEGOTIATION"));
        walk.executeJobOf("Event_NegotiationOpens");
        escalates("Preparation", "COUNTY_NEGOTIATION");
        steps.closeProposals();
        linkBudget();
        walk.complete("Activity_PublishPlan");
        walk.executeJobOf("Event_FollowUpOpens");
        escalates("Reporting", "FOLLOW_UP");
        steps.reportHalfYear();
        assertThat(year).isNotEnded().isWaitingAtExactly("Activity_CountyNegotiation", "Gateway_JoinYear");
        walk.complete("Activity_PrepareNegotiation", "negotiationArranged", false);
        assertThat(year).isEnded();
    }

    /** Lets the deadline of a phase be missed twice: the year hears of it each time, and nothing stops. */
    private void escalates(String phase, String milestone) {
        int before = walk.services().calls().size();
        walk.passTheDeadlineOf(phase, milestone);
        walk.executeJobOf("Event_" + phase + "Overdue");
        assertThat(walk.services()
                        .calls()
                        .subList(before, walk.services().calls().size()))
                .containsExactly("sendReminders", "tellOverdue", "escalateLateness", "tellOverdue", "escalateLateness");
        assertThat(year).isNotEnded().hasPassed("Activity_EscalateLateness", "Event_LatenessEscalated");
    }

    private void rejectReport() {
        steps.confirmCycle();
        walk.executeJobOf("Event_ReportOpens");
        steps.prepareReport();
        steps.managerSays("REJECTED");
    }

    private void linkBudget() {
        walk.executeJobOf("Event_BudgetLinkingOpens");
        steps.linkMeasures();
        steps.decide("APPROVED");
        steps.decide("APPROVED");
    }
}
