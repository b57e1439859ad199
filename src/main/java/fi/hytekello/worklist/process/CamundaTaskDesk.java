package fi.hytekello.worklist.process;

import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class CamundaTaskDesk implements TaskDesk {

    /** Two departments that finish at the same moment meet at the same counter; the second simply tries again. */
    private static final int ATTEMPTS = 5;

    private final TaskService tasks;
    private final IdentityService identities;
    private final Worklist worklist;
    private final TransactionTemplate transaction;

    CamundaTaskDesk(TaskService tasks, IdentityService identities, Worklist worklist, TransactionTemplate transaction) {
        this.tasks = tasks;
        this.identities = identities;
        this.worklist = worklist;
        this.transaction = transaction;
    }

    @Override
    public void complete(String taskId, Person person, Map<String, ? extends @Nullable Object> answers) {
        for (int attempt = 1; ; attempt++) {
            try {
                completeOnce(taskId, person, answers);
                return;
            } catch (OptimisticLockingException | CannotAcquireLockException met) {
                if (attempt == ATTEMPTS) {
                    throw new Conflict("problem.task.busy");
                }
            } catch (ProcessEngineException wrapped) {
                throw refusalIn(wrapped);
            }
        }
    }

    private void completeOnce(String taskId, Person person, Map<String, ? extends @Nullable Object> answers) {
        OpenTask task = worklist.find(taskId).orElseThrow(() -> new Conflict("problem.task.gone"));
        if (!task.isFor(person)) {
            throw new Refused("problem.task.foreign");
        }
        identities.setAuthentication(
                person.username().value(),
                person.holdingsInEffect().stream()
                        .map(Person.Holding::group)
                        .distinct()
                        .toList(),
                person.municipalities().stream().map(Object::toString).toList());
        try {
            transaction.executeWithoutResult(status -> tasks.complete(taskId, new HashMap<>(answers)));
        } finally {
            identities.clearAuthentication();
        }
    }

    @Override
    public void handOver(String taskId, @Nullable Username to) {
        Authentication signedIn = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            String assignee = to == null ? null : to.value();
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            if (task != null && !Objects.equals(task.getAssignee(), assignee)) {
                tasks.setAssignee(taskId, assignee);
            }
        } finally {
            if (signedIn != null) {
                identities.setAuthentication(signedIn);
            }
        }
    }

    private static RuntimeException refusalIn(ProcessEngineException wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (List.of(InvalidInput.class, Conflict.class, NotFound.class, Refused.class)
                    .contains(cause.getClass())) {
                return (RuntimeException) cause;
            }
        }
        return wrapped;
    }
}
