package fi.hytekello.indicator.process;

import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.indicator.IndicatorReviewing;
import fi.hytekello.indicator.ShippedIndicators;
import fi.hytekello.indicator.Snapshots;
import fi.hytekello.worklist.TaskRule;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the model IndicatorReview asks of the domain. */
@Configuration(proxyBeanMethods = false)
class IndicatorTasks {

    @Bean
    JavaDelegate importIndicators(ShippedIndicators shipped) {
        return execution -> shipped.load();
    }

    @Bean
    JavaDelegate freezeIndicators(Snapshots snapshots) {
        return execution -> snapshots.freeze(CycleVariables.cycle(execution));
    }

    @Bean
    JavaDelegate setTrafficLights(Snapshots snapshots, TrafficLights lights) {
        return execution -> snapshots.setLights(CycleVariables.cycle(execution), lights::of);
    }

    @Bean
    TaskRule explainIndicators(IndicatorReviewing reviewing, MessageSource messages) {
        return TaskRule.of("IndicatorReview", "Activity_ExplainIndicators", MilestoneKind.INDICATORS)
                .onPage("indicator-review")
                .then(submission -> {
                    Locale locale = LocaleContextHolder.getLocale();
                    reviewing.complete(
                            submission.task().cycle(),
                            submission.task().requiredDepartment(),
                            submission.person().username(),
                            locale,
                            indicator -> messages.getMessage(
                                    "indicator.corrective.measure", new Object[] {indicator.title(locale)}, locale));
                });
    }
}
