package fi.hytekello.absence.process;

import fi.hytekello.absence.HandOver;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model Absence asks of the domain. */
@Configuration(proxyBeanMethods = false)
class AbsenceTasks {

    @Bean
    JavaDelegate handTasksOver(HandOver handOver) {
        return execution -> handOver.toDeputy(AbsenceVariables.absence(execution));
    }

    @Bean
    JavaDelegate tellDeputy(HandOver handOver) {
        return execution -> handOver.tellDeputy(AbsenceVariables.absence(execution));
    }

    @Bean
    JavaDelegate handTasksBack(HandOver handOver) {
        return execution -> handOver.back(AbsenceVariables.absence(execution));
    }

    @Bean
    JavaDelegate tellReturned(HandOver handOver) {
        return execution -> handOver.tellReturned(AbsenceVariables.absence(execution));
    }
}
