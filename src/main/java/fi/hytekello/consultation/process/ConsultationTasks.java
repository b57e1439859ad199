package fi.hytekello.consultation.process;

import fi.hytekello.consultation.Consultation;
import fi.hytekello.consultation.Contacts;
import fi.hytekello.consultation.Summaries;
import fi.hytekello.worklist.TaskRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model ManagementConsultation asks of the domain. Its pages keep what is written before a task ends. */
@Configuration(proxyBeanMethods = false)
class ConsultationTasks {

    static final String PROCESS = "ManagementConsultation";
    static final String HEAR = "Activity_HearManagement";

    @Bean
    TaskRule hearManagement(Contacts contacts) {
        return TaskRule.of(PROCESS, HEAR, null)
                .onPage("management-contact")
                .then(submission -> contacts.finish(submission.task().id()));
    }

    @Bean
    TaskRule writeSummary(Summaries summaries) {
        return TaskRule.of(PROCESS, "Activity_WriteSummary", null)
                .onPage("consultation-summary")
                .then(submission ->
                        summaries.make(Consultation.ofMatter(submission.task().matter()), submission.person()));
    }
}
