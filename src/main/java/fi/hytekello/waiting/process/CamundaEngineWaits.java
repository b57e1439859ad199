package fi.hytekello.waiting.process;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.waiting.EngineWait;
import fi.hytekello.waiting.EngineWait.Kind;
import fi.hytekello.waiting.EngineWaits;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CamundaEngineWaits implements EngineWaits {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Map<String, JobDefinition> definitions = new ConcurrentHashMap<>();

    CamundaEngineWaits(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public List<EngineWait> of(Cycle cycle) {
        List<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(cycle.businessKey()).list().stream()
                        .map(ProcessInstance::getId)
                        .toList();
        if (instances.isEmpty()) {
            return List.of();
        }
        Map<String, Incident> incidents =
                runtime.createIncidentQuery().tenantIdIn(cycle.municipality().value()).list().stream()
                        .filter(incident -> Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType()))
                        .collect(Collectors.toMap(
                                Incident::getConfiguration, Function.identity(), (first, second) -> first));
        Map<String, Map<String, String>> variables = variables(instances);
        return management.createJobQuery().processInstanceIds(Set.copyOf(instances)).list().stream()
                .map(job -> wait(
                        job, incidents.get(job.getId()), variables.getOrDefault(job.getProcessInstanceId(), Map.of())))
                .toList();
    }

    /** What the reusable steps decide on, by process instance. */
    private Map<String, Map<String, String>> variables(List<String> instances) {
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(instances.toArray(String[]::new))
                .variableNameIn("subject", "body")
                .list()
                .stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.groupingBy(
                        VariableInstance::getProcessInstanceId,
                        Collectors.toMap(
                                VariableInstance::getName,
                                variable -> String.valueOf(variable.getValue()),
                                (outer, inner) -> inner)));
    }

    private EngineWait wait(Job job, @Nullable Incident incident, Map<String, String> variables) {
        JobDefinition definition = definitions.computeIfAbsent(
                job.getJobDefinitionId(),
                id -> management.createJobDefinitionQuery().jobDefinitionId(id).singleResult());
        return new EngineWait(
                incident == null ? kind(definition) : Kind.FAILURE,
                job.getProcessInstanceId(),
                definition.getProcessDefinitionKey(),
                definition.getActivityId(),
                instant(incident == null ? job.getCreateTime() : incident.getIncidentTimestamp()),
                incident == null ? instant(job.getDuedate()) : null,
                variables.get("subject"),
                variables.get("body"));
    }

    private static Kind kind(JobDefinition definition) {
        return switch (definition.getJobType()) {
            case AsyncContinuationJobHandler.TYPE -> Kind.STEP;
            case TimerExecuteNestedActivityJobHandler.TYPE -> Kind.TIMER;
            default ->
                switch (definition.getActivityId()) {
                    case "Event_NextMeeting" -> Kind.MEETING;
                    case "Event_AnswersDue" -> Kind.ANSWERS;
                    default -> Kind.OPENING;
                };
        };
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
