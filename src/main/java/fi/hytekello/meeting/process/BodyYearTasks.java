package fi.hytekello.meeting.process;

import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.body.BodyAdded;
import fi.hytekello.body.BodyId;
import fi.hytekello.meeting.BodyYears;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskRule;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** What the model BodyYear asks of the domain, and when it begins: with the body. */
@Configuration(proxyBeanMethods = false)
class BodyYearTasks {

    static final String PROCESS = "BodyYear";
    static final String REVIEW = "Activity_ReviewBody";

    private static final int LONGEST_NOTE = 2000;

    private final ObjectProvider<RuntimeService> runtime;

    BodyYearTasks(ObjectProvider<RuntimeService> runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void added(BodyAdded added) {
        runtime.getObject()
                .createProcessInstanceByKey(PROCESS)
                .businessKey("body-year/" + added.id())
                .setVariable(MeetingVariables.BODY, added.id().value())
                .setVariable("matter", "body:" + added.id())
                .setVariable("municipalityCode", added.keeper().value())
                .execute();
    }

    /** Writes {@code bodyFindings} and {@code bodyEnded}. */
    @Bean
    static JavaDelegate checkBody(BodyYears years) {
        return execution -> {
            MunicipalityCode keeper = new MunicipalityCode(execution.getTenantId());
            BodyId body = MeetingVariables.body(execution);
            execution.setVariable("bodyFindings", years.check(keeper, body));
            execution.setVariable("bodyEnded", years.isOver(keeper, body));
        };
    }

    @Bean
    static TaskRule reviewBody(BodyYears years) {
        return TaskRule.of(PROCESS, REVIEW, null)
                .onPage("body-year")
                .asking(text("reviewNote", LONGEST_NOTE))
                .then(submission -> years.seen(
                        submission.task().municipality(),
                        body(submission.task()),
                        submission.answers().text("reviewNote")));
    }

    private static BodyId body(OpenTask task) {
        return new BodyId(Long.parseLong(Objects.requireNonNull(task.matter()).replace("body:", "")));
    }
}
