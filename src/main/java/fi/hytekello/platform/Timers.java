package fi.hytekello.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** The engine's waiting timers and other jobs, told in the words of the models. */
@Component
public class Timers {

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Map<String, Names> names = new ConcurrentHashMap<>();

    Timers(ManagementService management, RuntimeService runtime, RepositoryService repository) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
    }

    private record Names(String process, String activity) {}

    /**
     * A timer that waits.
     *
     * @param municipality code of the municipality whose process waits
     * @param businessKey of that process
     * @param process the process model's name
     * @param activity the timer's name in the model
     */
    public record Timer(
            String id, Instant due, String municipality, String businessKey, String process, String activity) {}

    /** The timers of these municipalities that are due first. */
    public List<Timer> next(Collection<String> municipalities, int limit) {
        JobQuery query = management.createJobQuery().timers().active();
        return told(
                inOrder(query.tenantIdIn(municipalities.toArray(String[]::new))).listPage(0, limit));
    }

    /**
     * All that waits in these processes, the one due first first: timers and other jobs.
     *
     * @param municipalities codes of the municipalities whose processes they are
     */
    public List<Timer> ofCycles(Collection<String> municipalities, Collection<String> businessKeys) {
        if (businessKeys.isEmpty()) {
            return List.of();
        }
        JobQuery query = management.createJobQuery().withRetriesLeft();
        return told(inOrder(query.tenantIdIn(municipalities.toArray(String[]::new)))
                        .list())
                .stream()
                .filter(timer -> businessKeys.contains(timer.businessKey()))
                .toList();
    }

    /** Runs it now, in the caller's thread; throws what it throws. */
    public void run(Timer timer) {
        management.executeJob(timer.id());
    }

    /** What has gone wrong for good in the processes with this business key. */
    public List<String> incidents(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance -> runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream())
                .map(incident -> incident.getActivityId() + ": " + incident.getIncidentMessage())
                .toList();
    }

    public boolean isRunning(String businessKey) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0;
    }

    /** Business keys of all processes of a municipality or regional council that run, called ones too. */
    public List<String> running(String municipality) {
        return runtime.createProcessInstanceQuery().tenantIdIn(municipality).list().stream()
                .map(instance -> Objects.toString(instance.getBusinessKey(), instance.getProcessDefinitionId()))
                .sorted()
                .toList();
    }

    private static JobQuery inOrder(JobQuery query) {
        return query.orderByJobDuedate().asc().orderByJobId().asc();
    }

    private List<Timer> told(List<Job> jobs) {
        if (jobs.isEmpty()) {
            return List.of();
        }
        Map<String, ProcessInstance> instances = runtime
                .createProcessInstanceQuery()
                .processInstanceIds(jobs.stream().map(Job::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, instance -> instance));
        return jobs.stream()
                .filter(job -> instances.containsKey(job.getProcessInstanceId()))
                .map(job -> timer(job, Objects.requireNonNull(instances.get(job.getProcessInstanceId()))))
                .toList();
    }

    private Timer timer(Job job, ProcessInstance instance) {
        Names told = names.computeIfAbsent(job.getJobDefinitionId(), this::names);
        return new Timer(
                job.getId(),
                job.getDuedate().toInstant(),
                job.getTenantId(),
                Objects.toString(instance.getBusinessKey(), ""),
                told.process(),
                told.activity());
    }

    private Names names(String jobDefinition) {
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(jobDefinition)
                .singleResult();
        FlowElement element = repository
                .getBpmnModelInstance(definition.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId());
        String name = element.getName();
        String process = repository
                .getProcessDefinition(definition.getProcessDefinitionId())
                .getName();
        return new Names(process, name == null ? definition.getActivityId() : name);
    }
}
