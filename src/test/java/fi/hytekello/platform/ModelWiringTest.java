package fi.hytekello.platform;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.platform.Models.Model;
import fi.hytekello.platform.Models.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** What stands behind the models: phases with their timers, escalations, messages, and the beans of the expressions. */
class ModelWiringTest {

    private static final Pattern BEAN = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"|[$#]\\{(\\w+\\.\\w+)\\(");

    private final List<Model> models = Models.all();

    @Test
    void enclosesEveryUserTaskInAPhase() {
        assertThat(Models.places(UserTask.class))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(enclosing(place.element())
                                .anyMatch(scope -> !timers(place.model(), scope).isEmpty()))
                        .as(place.toString())
                        .isTrue());
    }

    @Test
    void remindsInEveryPhaseAndTellsWhenItIsOverdue() {
        assertThat(phases()).isNotEmpty().allSatisfy(phase -> {
            List<BoundaryEvent> timers = timers(phase.model(), phase.element());
            assertThat(timers).hasSize(2).noneMatch(BoundaryEvent::cancelActivity);
            assertThat(timers)
                    .extracting(BoundaryEvent::getName)
                    .containsExactlyInAnyOrder("Muistutus", "Määräaika ohi");
            assertThat(timers)
                    .extracting(timer -> List.copyOf(timer.getSucceedingNodes().list())
                            .get(0)
                            .getId())
                    .containsExactlyInAnyOrder("Activity_SendReminders", "Activity_TellOverdue");
        });
    }

    @Test
    void measuresAPhaseAndItsTasksByTheSameMilestone() {
        assertThat(phases()).allSatisfy(phase -> {
            Stream<String> ofTimers = timers(phase.model(), phase.element()).stream()
                    .map(timer -> timer.getTextContent().strip());
            Stream<String> ofTasks = phase.model()
                    .all(UserTask.class)
                    .filter(task -> enclosing(task).anyMatch(phase.element()::equals))
                    .map(UserTask::getCamundaDueDate);
            assertThat(Stream.concat(ofTimers, ofTasks)
                            .map(text -> text.replaceAll(".*execution(, )?|\\).*", ""))
                            .distinct())
                    .as(phase.toString())
                    .hasSize(1);
        });
    }

    @Test
    void catchesInTheYearEveryEscalationThrownBelowIt() {
        Set<String> thrown = Models.places(EscalationEventDefinition.class)
                .filter(place -> place.element().getParentElement() instanceof EndEvent)
                .map(place -> place.element().getEscalation().getEscalationCode())
                .collect(toSet());
        Set<String> caught = Models.places(StartEvent.class)
                .filter(place -> place.model().process().getId().equals("HyteCycle"))
                .filter(place -> !place.element().isInterrupting())
                .flatMap(place -> place.element().getEventDefinitions().stream())
                .map(definition ->
                        ((EscalationEventDefinition) definition).getEscalation().getEscalationCode())
                .collect(toSet());
        assertThat(thrown).containsExactly("phaseOverdue").isEqualTo(caught);
    }

    @Test
    void branchesInParallelByDepartmentNamedPersonOrWhoIsAsked() {
        assertThat(Models.places(MultiInstanceLoopCharacteristics.class))
                .isNotEmpty()
                .allSatisfy(place -> {
                    assertThat(place.element().isSequential()).isFalse();
                    Map<String, String> variables = Map.of(
                            "${responsiblePeople.of(execution)}", "responsibility",
                            "${statementBranches.of(execution)}", "branch",
                            "${nominationRequests.of(execution)}", "requestId");
                    String collection = place.element().getCamundaCollection();
                    assertThat(collection).matches("\\$\\{\\w+\\.of\\(execution\\)}");
                    assertThat(place.element().getCamundaElementVariable())
                            .isEqualTo(variables.getOrDefault(collection, "departmentCode"));
                });
    }

    @Test
    void listensToTheseMessages() {
        assertThat(Models.places(Message.class))
                .extracting(place -> place.element().getName())
                .containsExactlyInAnyOrder(
                        "absence.changed",
                        "absence.cancelled",
                        "proposals.roundClosed",
                        "proposals.takenBack",
                        "followUp.closed",
                        "indicators.reviewClosed",
                        "nomination.answered",
                        "nomination.deadlineMoved",
                        "statement.given");
    }

    /** Bean names and bean methods are public API: running instances call them for a year. */
    @Test
    void callsTheseBeansFromExpressions() {
        assertThat(beans())
                .containsExactly(
                        "absenceTimes.begins",
                        "absenceTimes.ends",
                        "absenceTimes.firstMorning",
                        "absenceTimes.returnMorning",
                        "activateMeasures",
                        "askMeetingDates",
                        "beginFirstMeeting",
                        "bodyReviewTimes.due",
                        "bodyReviewTimes.handlers",
                        "bodyReviewTimes.overdue",
                        "bodyReviewTimes.reminders",
                        "bodyYearTimes.nextCheck",
                        "cancelInvitations",
                        "cancelMeeting",
                        "checkBody",
                        "checkBudgetFrame",
                        "closeCycle",
                        "closeNominationAnswers",
                        "conflictingDepartments.of",
                        "continueAsAnnual",
                        "deadlines.due",
                        "deadlines.missed",
                        "deadlines.nextMeeting",
                        "deadlines.opens",
                        "deadlines.overdue",
                        "deadlines.reminders",
                        "escalateLateness",
                        "fetchIndicatorTitles",
                        "fetchRegions",
                        "finishIndicatorImport",
                        "followUpDepartments.of",
                        "freezeIndicators",
                        "handTasksBack",
                        "handTasksOver",
                        "importIndicatorBatch",
                        "importIndicators",
                        "inboxTimes.due",
                        "inviteToMeeting",
                        "meetingPreparationTimes.due",
                        "meetingPreparationTimes.handlers",
                        "meetingPreparationTimes.overdue",
                        "meetingPreparationTimes.reminders",
                        "meetingRecordTimes.due",
                        "meetingRecordTimes.handlers",
                        "meetingRecordTimes.overdue",
                        "meetingRecordTimes.reminders",
                        "nominationRequests.of",
                        "nominationRoundTimes.due",
                        "nominationTimes.answersDue",
                        "nominationTimes.due",
                        "openMeeting",
                        "openNewVersion",
                        "produceBudgetAnnex",
                        "proposingDepartments.of",
                        "readCycleKind",
                        "recordReportAccepted",
                        "recordReportRejected",
                        "reportingDepartments.of",
                        "responsiblePeople.assignee",
                        "responsiblePeople.of",
                        "reviewingDepartments.of",
                        "sendInvitations",
                        "sendNominationRequest",
                        "sendReminders",
                        "setTrafficLights",
                        "statementBranches.of",
                        "taskTimes.overdue",
                        "taskTimes.reminders",
                        "tellDeputy",
                        "tellOverdue",
                        "tellReturned",
                        "undeliverableTimes.due",
                        "undeliverableTimes.handlers",
                        "undeliverableTimes.overdue",
                        "undeliverableTimes.reminders");
    }

    private Set<String> beans() {
        return models.stream()
                .flatMap(model -> BEAN.matcher(Models.read(model.file())).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static List<Place<SubProcess>> phases() {
        return Models.places(SubProcess.class)
                .filter(place -> !timers(place.model(), place.element()).isEmpty())
                .toList();
    }

    private static List<BoundaryEvent> timers(Model model, Activity activity) {
        return model.all(BoundaryEvent.class)
                .filter(event -> event.getAttachedTo().equals(activity))
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .toList();
    }

    /** The subprocesses around an element, innermost first. */
    private static Stream<SubProcess> enclosing(ModelElementInstance element) {
        return Stream.iterate(element, ModelElementInstance::getParentElement)
                .takeWhile(scope -> !(scope instanceof Process))
                .filter(SubProcess.class::isInstance)
                .map(SubProcess.class::cast);
    }
}
