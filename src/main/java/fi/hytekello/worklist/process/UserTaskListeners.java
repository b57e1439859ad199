package fi.hytekello.worklist.process;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts our listeners on every user task of every model; the models themselves carry none. */
@Component
class UserTaskListeners extends AbstractProcessEnginePlugin {

    private final ObjectProvider<EngineTasks> tasks;
    private final ObjectProvider<CompletionGuard> guard;
    private final ObjectProvider<IdentityService> identities;
    private final ProblemOfRequest problems;

    UserTaskListeners(
            ObjectProvider<EngineTasks> tasks,
            ObjectProvider<CompletionGuard> guard,
            ObjectProvider<IdentityService> identities,
            ProblemOfRequest problems) {
        this.tasks = tasks;
        this.guard = guard;
        this.identities = identities;
        this.problems = problems;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPreBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                listenTo(((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition());
            }
        });
    }

    private void listenTo(TaskDefinition task) {
        task.addTaskListener(
                TaskListener.EVENTNAME_CREATE, t -> tasks.getObject().created(t));
        task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
        task.addTaskListener(
                TaskListener.EVENTNAME_UPDATE, t -> tasks.getObject().updated(t));
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completing);
        task.addTaskListener(
                TaskListener.EVENTNAME_DELETE, t -> tasks.getObject().ended(t));
    }

    private void assigned(DelegateTask task) {
        problems.remembering(() -> guard.getObject().claiming(task, signedIn()));
        tasks.getObject().assigned(task);
    }

    private void completing(DelegateTask task) {
        problems.remembering(() -> guard.getObject().completing(task, signedIn()));
    }

    private Optional<Authentication> signedIn() {
        return Optional.ofNullable(identities.getObject().getCurrentAuthentication());
    }
}
