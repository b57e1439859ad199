package fi.hytekello.platform;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.hytekello.platform.Models.Place;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.api.Test;

/** How one process calls another: the year its phases, a phase the decisions. */
class ModelCallsTest {

    @Test
    void callsExistingProcessesWithTheCycleAndItsBusinessKey() {
        Set<String> ids =
                Models.all().stream().map(model -> model.process().getId()).collect(toSet());
        assertThat(Models.places(CallActivity.class)).isNotEmpty().allSatisfy(place -> {
            CallActivity call = place.element();
            assertThat(ids).contains(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("latest");
            List<CamundaIn> in = in(call);
            assertThat(in).extracting(CamundaIn::getCamundaBusinessKey).contains("#{execution.processBusinessKey}");
            List<String> matter = place.model().process().getId().equals("NominationRound")
                    ? List.of("municipalityCode", "matter", "requestId")
                    : List.of("cycleId");
            assertThat(in).extracting(CamundaIn::getCamundaTarget).containsAll(matter);
            assertThat(in).extracting(CamundaIn::getCamundaVariables).containsOnlyNulls();
        });
    }

    @Test
    void tellsEveryDecisionItsBodySubjectAndMilestone() {
        assertThat(Models.places(CallActivity.class))
                .filteredOn(place -> place.element().getCalledElement().equals("BodyDecision"))
                .extracting(
                        place -> place.model().process().getId(),
                        place -> constant(place, "body"),
                        place -> constant(place, "subject"),
                        place -> constant(place, "milestone"))
                .containsExactlyInAnyOrder(
                        tuple("BroadReportStart", "BOARD", "BROAD_START", "START_DECISION"),
                        tuple("WelfareReport", "BOARD", "WELFARE_REPORT", "REPORT_BOARD"),
                        tuple("WelfareReport", "COUNCIL", "WELFARE_REPORT", "REPORT_COUNCIL"),
                        tuple("DepartmentalProposals", "COMMITTEE", "PROPOSALS", "COMMITTEES"),
                        tuple("BudgetLinking", "BOARD", "BUDGET", "BUDGET_BOARD"),
                        tuple("BudgetLinking", "COUNCIL", "BUDGET", "BUDGET_COUNCIL"),
                        tuple("MeasureFollowUp", "BOARD", "FOLLOW_UP", "FOLLOW_UP_BOARD"));
    }

    @Test
    void takesBackOnlyTheAnswerOfEveryCall() {
        assertThat(Models.places(CallActivity.class))
                .extracting(
                        place -> place.model().process().getId(),
                        place -> place.element().getId(),
                        place -> out(place.element()))
                .containsExactlyInAnyOrder(
                        tuple("HyteCycle", "Activity_BroadReportStart", ""),
                        tuple("NominationRound", "Activity_NominationRequest", ""),
                        tuple("BroadReportStart", "Activity_BoardDecision", "bodyOutcome"),
                        tuple("HyteCycle", "Activity_WelfareReport", "reportAccepted"),
                        tuple("HyteCycle", "Activity_DepartmentalProposals", ""),
                        tuple("HyteCycle", "Activity_BudgetLinking", ""),
                        tuple("HyteCycle", "Activity_CountyNegotiation", ""),
                        tuple("HyteCycle", "Activity_MeasureFollowUp", ""),
                        tuple("MeasureFollowUp", "Activity_BoardDecision", "bodyOutcome"),
                        tuple("WelfareReport", "Activity_IndicatorReview", ""),
                        tuple("WelfareReport", "Activity_StatementRound", "draftOutcome"),
                        tuple("WelfareReport", "Activity_ManagerApproval", "managerOutcome"),
                        tuple("WelfareReport", "Activity_BoardDecision", "bodyOutcome"),
                        tuple("WelfareReport", "Activity_CouncilDecision", "bodyOutcome"),
                        tuple("DepartmentalProposals", "Activity_CommitteeDecision", "bodyOutcome"),
                        tuple("BudgetLinking", "Activity_BoardDecision", "bodyOutcome"),
                        tuple("BudgetLinking", "Activity_CouncilDecision", "bodyOutcome"));
    }

    private static String out(CallActivity call) {
        return call.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list().stream()
                .map(CamundaOut::getCamundaTarget)
                .collect(joining());
    }

    private static List<CamundaIn> in(CallActivity call) {
        return call.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaIn.class)
                .list();
    }

    private static String constant(Place<CallActivity> place, String target) {
        return in(place.element()).stream()
                .filter(in -> target.equals(in.getCamundaTarget()))
                .map(CamundaIn::getCamundaSourceExpression)
                .collect(joining());
    }
}
