package fi.hytekello.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** An instance of the model under test and all instances that it calls: they are one by their business key. */
final class Walk {

    private static final AtomicInteger YEARS = new AtomicInteger(2025);

    private static final long AN_HOUR = 3_600_000;

    private final RuntimeService runtime = PathEngine.ENGINE.getRuntimeService();
    private final TaskService tasks = PathEngine.ENGINE.getTaskService();
    private final ManagementService management = PathEngine.ENGINE.getManagementService();
    private final String process;
    private final String businessKey = "178/" + YEARS.incrementAndGet();

    Walk(String process) {
        this.process = process;
    }

    Services services() {
        return PathEngine.SERVICES;
    }

    ProcessInstance start() {
        return runtime.startProcessInstanceByKey(process, businessKey, Map.of("cycleId", 1L));
    }

    /** Starts a model that is called for a matter, as its caller would. */
    ProcessInstance start(String milestone, String subject, String body) {
        return runtime.startProcessInstanceByKey(
                process, businessKey, Map.of("cycleId", 1L, "milestone", milestone, "subject", subject, "body", body));
    }

    void complete(String activity) {
        tasks.complete(task(activity).getId());
    }

    void complete(String activity, String answer, Object value) {
        tasks.complete(task(activity).getId(), Map.of(answer, value));
    }

    void completeFor(String department, String activity) {
        tasks.complete(task(activity, department).getId());
    }

    void completeFor(String department, String activity, String answer, Object value) {
        tasks.complete(task(activity, department).getId(), Map.of(answer, value));
    }

    /** Completes the tasks of both departments. */
    void completeForAll(String activity) {
        completeFor("education", activity);
        completeFor("wellbeing", activity);
    }

    /** The only open task of this activity. */
    Task task(String activity) {
        return only(activity, open(activity));
    }

    void complete(Task task, String answer, Object value) {
        tasks.complete(task.getId(), Map.of(answer, value));
    }

    /** The only open task that is this person's own. */
    Task personal(String assignee) {
        return only(
                "of " + assignee,
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(businessKey)
                        .taskAssignee(assignee)
                        .list());
    }

    /** The only open task of this activity in the branch of a department. */
    Task task(String activity, String department) {
        return only(
                activity + " of " + department,
                open(activity).stream()
                        .filter(task -> department.equals(tasks.getVariable(task.getId(), "departmentCode")))
                        .toList());
    }

    /** The activities of all open tasks in alphabetical order, one for each task. */
    List<String> waitingFor() {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    void executeJobOf(String activity) {
        management.executeJob(job(activity).getId());
    }

    /** The only job of this activity. */
    Job job(String activity) {
        Set<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(toSet());
        List<Job> jobs = management.createJobQuery().activityId(activity).list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .toList();
        assertThat(jobs)
                .as(() -> "jobs of %s, while waiting for %s".formatted(activity, waitingFor()))
                .hasSize(1);
        return jobs.get(0);
    }

    /** Fires both timers of a phase, which come back later, disturb no work and are told of. */
    void passTheDeadlineOf(String phase, String milestone) {
        List<String> work = waitingFor();
        int before = services().calls().size();
        fires("Event_" + phase + "Reminder", milestone);
        fires("Event_" + phase + "Overdue", milestone);
        assertThat(services().calls().subList(before, before + 2)).containsExactly("sendReminders", "tellOverdue");
        assertThat(waitingFor()).as("work after the deadline of %s", phase).isEqualTo(work);
    }

    private void fires(String timer, String milestone) {
        Job fired = job(timer);
        assertThat(fired.getDuedate())
                .isAfter(FixedDeadlines.day(milestone))
                .isCloseTo(FixedDeadlines.day(milestone), AN_HOUR);
        management.executeJob(fired.getId());
        Date again = job(timer).getDuedate();
        assertThat(again).as("the next %s", timer).isAfter(fired.getDuedate()).isCloseTo(fired.getDuedate(), AN_HOUR);
    }

    void send(String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .correlate();
    }

    void abandon() {
        runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .rootProcessInstances()
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .forEach(instance -> runtime.deleteProcessInstance(instance, "abandoned", true));
    }

    private List<Task> open(String activity) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(activity)
                .list();
    }

    private Task only(String wanted, List<Task> found) {
        assertThat(found)
                .as(() -> "open tasks %s, while waiting for %s".formatted(wanted, waitingFor()))
                .hasSize(1);
        return found.get(0);
    }
}
