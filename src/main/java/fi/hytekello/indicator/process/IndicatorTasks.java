package fi.hytekello.indicator.process;

import static fi.hytekello.worklist.Answer.flag;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.indicator.IndicatorDiscussions;
import fi.hytekello.indicator.IndicatorReviewing;
import fi.hytekello.indicator.ShippedIndicators;
import fi.hytekello.indicator.Snapshots;
import fi.hytekello.municipality.Username;
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

    @Bean
    TaskRule discussIndicators(IndicatorDiscussions discussions) {
        return TaskRule.of("IndicatorReview", "Activity_DiscussIndicators", MilestoneKind.INDICATORS)
                .onPage("indicator-discussion")
                .asking(flag("discussionDone"), text("returnedDepartment", 40), text("comment", 4000))
                .then(submission -> {
                    CycleId cycle = submission.task().cycle();
                    String comment = submission.answers().text("comment");
                    Username by = submission.person().username();
                    if (submission.answers().flag("discussionDone")) {
                        discussions.done(cycle, comment, by);
                    } else {
                        discussions.sendBack(cycle, submission.answers().text("returnedDepartment"), comment, by);
                    }
                });
    }
}
