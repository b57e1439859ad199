package fi.hytekello.cycle.process;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.MilestoneKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The waiting timers of a cycle's processes whose moments come from {@link Deadlines}, and from which milestone. */
@Component
class CycleTimers {

    /** Such as {@code ${deadlines.reminders(execution, 'PROPOSALS')}}; a reusable process has its milestone in a variable. */
    private static final Pattern EXPRESSION =
            Pattern.compile("\\$\\{deadlines\\.(\\w+)\\(execution(?:, (?:'(\\w+)'|milestone))?\\)}");

    private static final String MILESTONE = "milestone";

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Map<String, Optional<Asked>> byJobDefinition = new ConcurrentHashMap<>();

    CycleTimers(ManagementService management, RuntimeService runtime, RepositoryService repository) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
    }

    /** @param milestone null where the process instance knows it */
    private record Asked(String question, @Nullable MilestoneKind milestone) {}

    /**
     * A waiting timer.
     *
     * @param question the method of {@link Deadlines} that its model asks
     */
    record DatedTimer(String job, String question, MilestoneKind milestone, Instant due) {}

    List<DatedTimer> of(Cycle cycle) {
        Set<String> instances = runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(cycle.businessKey())
                .tenantIdIn(cycle.municipality().value())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(toSet());
        if (instances.isEmpty()) {
            return List.of();
        }
        Map<String, MilestoneKind> passed = milestonesPassedTo(instances);
        return management.createJobQuery().processInstanceIds(instances).timers().list().stream()
                .flatMap(job -> dated(job, passed).stream())
                .toList();
    }

    /** When these jobs are due now. */
    Map<String, Instant> due(Cycle cycle) {
        return of(cycle).stream().collect(toMap(DatedTimer::job, DatedTimer::due));
    }

    private Map<String, MilestoneKind> milestonesPassedTo(Set<String> instances) {
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(instances.toArray(String[]::new))
                .variableName(MILESTONE)
                .list()
                .stream()
                .collect(toMap(
                        VariableInstance::getProcessInstanceId,
                        variable -> MilestoneKind.valueOf((String) variable.getValue()),
                        (first, second) -> first));
    }

    private Optional<DatedTimer> dated(Job job, Map<String, MilestoneKind> passed) {
        return byJobDefinition
                .computeIfAbsent(job.getJobDefinitionId(), this::asked)
                .flatMap(asked -> {
                    MilestoneKind milestone =
                            asked.milestone() == null ? passed.get(job.getProcessInstanceId()) : asked.milestone();
                    return milestone == null
                            ? Optional.empty()
                            : Optional.of(new DatedTimer(
                                    job.getId(),
                                    asked.question(),
                                    milestone,
                                    job.getDuedate().toInstant()));
                });
    }

    private Optional<Asked> asked(String jobDefinition) {
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(jobDefinition)
                .singleResult();
        Matcher expression = EXPRESSION.matcher(repository
                .getBpmnModelInstance(definition.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId())
                .getTextContent());
        if (!expression.find()) {
            return Optional.empty();
        }
        String milestone = expression.group(2);
        return Optional.of(new Asked(expression.group(1), milestone == null ? null : MilestoneKind.valueOf(milestone)));
    }
}
