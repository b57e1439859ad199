package fi.hytekello.platform;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.hytekello.platform.Models.Model;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.junit.jupiter.api.Test;

/** What every model must keep, so that a review need not look for it. */
class ModelContractTest {

    private static final Pattern GENERATED = Pattern.compile("_[0-9a-z]{7}$");
    private static final Pattern SPEAKING = Pattern.compile("(Activity|Event|Gateway|Flow)_[A-Z][A-Za-z0-9]+");
    private static final Pattern ONE_BEAN = Pattern.compile("\\$\\{[a-zA-Z]+}");

    private final List<Model> models = Models.all();

    @Test
    void knowsEveryProcessOfTheYear() {
        assertThat(models)
                .extracting(model -> model.process().getId())
                .containsExactlyInAnyOrder(
                        "Absence",
                        "HyteCycle",
                        "BroadReportStart",
                        "WelfareReport",
                        "DepartmentalProposals",
                        "BodyYear",
                        "BudgetLinking",
                        "IndicatorImport",
                        "IndicatorReview",
                        "ManagerApproval",
                        "BodyDecision",
                        "MeasureFollowUp",
                        "MailedAnswer",
                        "ManagementConsultation",
                        "Meeting",
                        "CountyNegotiation",
                        "NominationRequest",
                        "NominationRound",
                        "NominationReplacement",
                        "StatementRound",
                        "UndeliverableMail",
                        "UnmatchedMail");
    }

    @Test
    void namesTheFileAfterItsOneProcess() {
        assertThat(models).allSatisfy(model -> {
            assertThat(model.all(Process.class)).hasSize(1);
            assertThat(model.fileName()).isEqualTo(kebab(model.process().getId()) + ".bpmn");
        });
    }

    @Test
    void setsTheHistoryAndTheVersionOfEveryProcess() {
        assertThat(models).extracting(Model::process).allSatisfy(process -> {
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
            assertThat(process.getCamundaVersionTag()).matches("\\d+");
            assertThat(process.getName()).isNotBlank();
            assertThat(process.getDocumentations()).isNotEmpty();
        });
    }

    @Test
    void givesEveryElementASpeakingId() {
        assertThat(Models.places(FlowElement.class))
                .allSatisfy(place -> assertThat(place.element().getId()).matches(SPEAKING));
        assertThat(Models.places(BaseElement.class))
                .filteredOn(place -> place.element().getId() != null)
                .allSatisfy(place -> assertThat(place.element().getId()).doesNotContainPattern(GENERATED));
    }

    @Test
    void labelsWhatAPersonReads() {
        assertThat(Models.places(FlowNode.class))
                .filteredOn(place -> !(place.element() instanceof Gateway))
                .filteredOn(place -> isBlank(place.element().getName()))
                .isEmpty();
    }

    @Test
    void asksAQuestionWhereThePathForksAndNamesEveryAnswer() {
        assertThat(Models.places(ExclusiveGateway.class))
                .filteredOn(place -> place.element().getOutgoing().size() > 1)
                .isNotEmpty()
                .allSatisfy(place -> {
                    assertThat(place.element().getName()).endsWith("?");
                    assertThat(place.element().getDefault()).isNotNull();
                    assertThat(place.element().getOutgoing())
                            .allSatisfy(flow -> assertThat(flow.getName()).isNotBlank());
                });
        assertThat(Models.places(ParallelGateway.class))
                .allSatisfy(place -> assertThat(place.element().getName()).isNull());
    }

    @Test
    void conditionsEveryAnswerButTheDefaultOnOneVariable() {
        assertThat(Models.places(SequenceFlow.class))
                .filteredOn(place -> place.element().getSource() instanceof ExclusiveGateway)
                .allSatisfy(place -> assertThat(place.element().getConditionExpression() == null)
                        .isEqualTo(isDefault(place.element())));
        assertThat(Models.places(SequenceFlow.class))
                .filteredOn(place -> place.element().getConditionExpression() != null)
                .allSatisfy(place -> {
                    String condition = place.element().getConditionExpression().getTextContent();
                    Set<String> variables = Pattern.compile("[a-z]\\w*")
                            .matcher(condition.replaceAll("'[^']*'", ""))
                            .results()
                            .map(MatchResult::group)
                            .collect(toSet());
                    assertThat(variables).hasSize(1);
                    assertThat(condition).doesNotContain("(").doesNotContain(".");
                });
    }

    @Test
    void startsEveryProcessWithoutATrigger() {
        assertThat(Models.places(StartEvent.class))
                .filteredOn(place -> place.element().getParentElement() instanceof Process
                        || !((SubProcess) place.element().getParentElement()).triggeredByEvent())
                .allSatisfy(place ->
                        assertThat(place.element().getEventDefinitions()).isEmpty());
    }

    @Test
    void callsServicesByDelegateExpressionOnly() {
        assertThat(Models.places(ServiceTask.class)).isNotEmpty().allSatisfy(place -> {
            ServiceTask task = place.element();
            assertThat(task.getCamundaDelegateExpression()).matches(ONE_BEAN);
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
        });
        assertThat(Models.places(ScriptTask.class)).isEmpty();
    }

    @Test
    void keepsListenersOutOfTheModels() {
        assertThat(models)
                .allSatisfy(model -> assertThat(Models.read(model.file()))
                        .doesNotContain("Listener")
                        .doesNotContain("camunda:script"));
    }

    @Test
    void givesEveryAsynchronousStepARetryCycle() {
        assertThat(Models.places(FlowNode.class))
                .filteredOn(place -> !(place.element() instanceof EventBasedGateway))
                .filteredOn(place -> place.element().isCamundaAsyncBefore()
                        || place.element().isCamundaAsyncAfter())
                .extracting(place -> place.element().getId(), place -> retryCycle(place.element()))
                .containsExactlyInAnyOrder(
                        tuple("Activity_ImportIndicators", "R3/PT10M"),
                        tuple("Activity_FetchRegions", "R5/PT30M"),
                        tuple("Activity_FetchTitles", "R5/PT30M"),
                        tuple("Activity_ImportBatch", "R5/PT30M"));
    }

    @Test
    void givesEveryUserTaskAFormAGroupOrAPersonAndADueDate() {
        assertThat(Models.places(UserTask.class)).isNotEmpty().allSatisfy(place -> {
            UserTask task = place.element();
            assertThat(task.getCamundaFormKey()).isNotBlank();
            assertThat(isBlank(task.getCamundaCandidateGroups())).isNotEqualTo(isBlank(task.getCamundaAssignee()));
            assertThat(task.getCamundaDueDate())
                    .matches(
                            "\\$\\{(deadlines\\.due\\(execution, ('[A-Z_]+'|milestone)\\)|\\w+Times\\.(due|\\w+Due)\\(execution\\))}");
        });
    }

    @Test
    void namesAPersonOnlyByTheIdOfARequest() {
        assertThat(Models.places(UserTask.class))
                .filteredOn(place -> !isBlank(place.element().getCamundaAssignee()))
                .extracting(
                        place -> place.element().getId(),
                        place -> place.element().getCamundaAssignee())
                .containsExactly(
                        tuple("Activity_ConfirmResponsibility", "${responsiblePeople.assignee(responsibility)}"));
    }

    @Test
    void writesNoDurationsIntoTheModels() {
        assertThat(Models.places(TimerEventDefinition.class))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.element().getTextContent().strip())
                        .matches("\\$\\{(deadlines|\\w+Times)\\..*"));
    }

    private static boolean isDefault(SequenceFlow flow) {
        return flow.equals(((ExclusiveGateway) flow.getSource()).getDefault());
    }

    private static String retryCycle(FlowNode node) {
        return node.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                .singleResult()
                .getTextContent();
    }

    private static boolean isBlank(String name) {
        return name == null || name.isBlank();
    }

    private static String kebab(String id) {
        return id.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
