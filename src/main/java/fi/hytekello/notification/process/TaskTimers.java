package fi.hytekello.notification.process;

import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDueChanged;
import fi.hytekello.worklist.TaskOpened;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the timers that ask {@link TaskTimes} ask again when a task of no cycle comes or its deadline moves, so that a
 * short task beside a long one is not forgotten. A timer that the same step has made is not found yet: it looks again
 * on the next morning by itself.
 */
@Component
class TaskTimers {

    private final ObjectProvider<ManagementService> management;
    private final ObjectProvider<RepositoryService> repository;
    private final Map<String, Boolean> asking = new ConcurrentHashMap<>();

    TaskTimers(ObjectProvider<ManagementService> management, ObjectProvider<RepositoryService> repository) {
        this.management = management;
        this.repository = repository;
    }

    @EventListener
    void opened(TaskOpened event) {
        askAgain(event.task());
    }

    @EventListener
    void dueChanged(TaskDueChanged event) {
        askAgain(event.task());
    }

    private void askAgain(OpenTask task) {
        if (task.cycleOrNull() != null || task.dueAt() == null) {
            return;
        }
        ManagementService jobs = management.getObject();
        jobs.createJobQuery().processInstanceId(task.processInstance()).timers().list().stream()
                .filter(job -> asking.computeIfAbsent(job.getJobDefinitionId(), this::asks))
                .map(Job::getId)
                .forEach(job -> jobs.recalculateJobDuedate(job, false));
    }

    private boolean asks(String jobDefinition) {
        JobDefinition definition = management
                .getObject()
                .createJobDefinitionQuery()
                .jobDefinitionId(jobDefinition)
                .singleResult();
        return repository
                .getObject()
                .getBpmnModelInstance(definition.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId())
                .getTextContent()
                .contains("${taskTimes.");
    }
}
