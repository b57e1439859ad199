package fi.hytekello.statement.process;

import fi.hytekello.platform.EngineCalls;
import fi.hytekello.statement.StatementProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

@Component
class CamundaStatementProcess implements StatementProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineCalls engine;

    CamundaStatementProcess(RuntimeService runtime, TaskService tasks, EngineCalls engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
    }

    @Override
    public void given(String taskId) {
        // The link stands for its holder, whoever may be signed in beside it.
        engine.asNobody(() -> {
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            if (task != null) {
                runtime.messageEventReceived("statement.given", task.getExecutionId());
            }
        });
    }
}
