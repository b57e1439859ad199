package fi.hytekello.notification.process;

import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.notification.Escalations;
import fi.hytekello.notification.Reminders;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the timers of all phases ask for. */
@Configuration(proxyBeanMethods = false)
class NotificationTasks {

    @Bean
    JavaDelegate sendReminders(Reminders reminders) {
        return execution -> reminders.remind(execution.getProcessInstanceId());
    }

    @Bean
    JavaDelegate tellOverdue(Reminders reminders) {
        return execution -> reminders.tellOverdue(execution.getProcessInstanceId());
    }

    @Bean
    JavaDelegate escalateLateness(Escalations escalations) {
        return execution -> {
            String matter = CycleVariables.matterOrNull(execution);
            if (matter == null) {
                escalations.escalate(CycleVariables.cycle(execution));
            } else {
                escalations.escalate(matter);
            }
        };
    }
}
