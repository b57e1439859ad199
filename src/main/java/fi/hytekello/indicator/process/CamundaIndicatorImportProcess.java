package fi.hytekello.indicator.process;

import fi.hytekello.indicator.source.ImportId;
import fi.hytekello.indicator.source.IndicatorImportProcess;
import fi.hytekello.platform.EngineCalls;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

@Component
class CamundaIndicatorImportProcess implements IndicatorImportProcess {

    static final String PROCESS = "IndicatorImport";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final EngineCalls calls;
    private final Clock clock;

    CamundaIndicatorImportProcess(
            RuntimeService runtime, ManagementService management, EngineCalls calls, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public void begin(ImportId id) {
        calls.asNobody(() -> {
            runtime.createProcessInstanceByKey(PROCESS)
                    .businessKey(key(id))
                    .setVariable(ImportVariables.IMPORT, id.value())
                    .execute();
        });
    }

    @Override
    public Standing standing(ImportId id) {
        return calls.asNobody(() -> {
            List<Job> jobs = jobs(id);
            boolean stopped = jobs.stream().anyMatch(job -> job.getRetries() == 0);
            Instant next = jobs.stream()
                    .filter(job -> job.getRetries() > 0)
                    .map(job -> job.getDuedate().toInstant())
                    .filter(due -> due.isAfter(clock.instant()))
                    .findFirst()
                    .orElse(null);
            return new Standing(stopped, next);
        });
    }

    @Override
    public void retry(ImportId id) {
        calls.asNobody(() -> jobs(id).forEach(job -> {
            if (job.getRetries() == 0) {
                management.setJobRetries(job.getId(), 1);
            }
            management.setJobDuedate(job.getId(), Date.from(clock.instant()));
        }));
    }

    @Override
    public void cancel(ImportId id) {
        calls.asNobody(
                () -> instances(id).forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "cancelled")));
    }

    private List<Job> jobs(ImportId id) {
        return instances(id).stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    private List<ProcessInstance> instances(ImportId id) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(key(id))
                .list();
    }

    private static String key(ImportId id) {
        return "indicator-import/" + id;
    }
}
