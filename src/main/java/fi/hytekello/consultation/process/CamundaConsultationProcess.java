package fi.hytekello.consultation.process;

import fi.hytekello.consultation.Consultation;
import fi.hytekello.consultation.ConsultationProcess;
import fi.hytekello.platform.EngineCalls;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class CamundaConsultationProcess implements ConsultationProcess {

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<EngineCalls> engine;

    CamundaConsultationProcess(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<EngineCalls> engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
    }

    @Override
    public void begin(Consultation consultation) {
        engine.getObject()
                .asNobody(() -> runtime.getObject()
                        .startProcessInstanceByKey(
                                ConsultationTasks.PROCESS,
                                "consultation/" + consultation.id(),
                                ConsultationVariables.of(consultation)));
    }

    @Override
    public void dueMoved(Map<String, Instant> dueByTask) {
        if (!dueByTask.isEmpty()) {
            engine.getObject().asNobody(() -> setDue(dueByTask));
        }
    }

    @Override
    public void ended(Consultation consultation) {
        engine.getObject()
                .asNobody(() -> runtime.getObject()
                        .createMessageCorrelation("consultation.ended")
                        .processInstanceVariableEquals(
                                ConsultationVariables.CONSULTATION,
                                consultation.id().value())
                        .correlate());
    }

    private void setDue(Map<String, Instant> dueByTask) {
        TaskService service = tasks.getObject();
        for (Task task : service.createTaskQuery()
                .taskIdIn(dueByTask.keySet().toArray(String[]::new))
                .list()) {
            task.setDueDate(Date.from(dueByTask.get(task.getId())));
            service.saveTask(task);
        }
    }
}
