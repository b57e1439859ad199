package fi.hytekello.statement.process;

import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.statement.StatementProcess;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

@Component
class CamundaStatementProcess implements StatementProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identities;

    CamundaStatementProcess(RuntimeService runtime, TaskService tasks, IdentityService identities) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identities = identities;
    }

    @Override
    public void given(String taskId) {
        asNobody(() -> {
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            if (task != null) {
                runtime.messageEventReceived("statement.given", task.getExecutionId());
            }
        });
    }

    @Override
    public void deadlineMoved(Collection<String> taskIds, Instant dueAt) {
        asNobody(() -> {
            if (taskIds.isEmpty()) {
                return;
            }
            for (Task task : tasks.createTaskQuery()
                    .taskIdIn(taskIds.toArray(String[]::new))
                    .list()) {
                task.setDueDate(Date.from(dueAt));
                tasks.saveTask(task);
            }
        });
    }

    /** The link stands for its holder, whoever may be signed in beside it; the domain has checked what is done. */
    private void asNobody(Runnable work) {
        Authentication signedIn = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            work.run();
        } catch (OptimisticLockingException | CannotAcquireLockException met) {
            throw new Conflict("problem.task.busy");
        } finally {
            if (signedIn != null) {
                identities.setAuthentication(signedIn);
            }
        }
    }
}
