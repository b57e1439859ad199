package fi.hytekello.plan.process;

import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.plan.FollowUps;
import fi.hytekello.plan.MeasureReports;
import fi.hytekello.plan.ReportPoint;
import fi.hytekello.worklist.TaskRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model MeasureFollowUp asks of the domain. */
@Configuration(proxyBeanMethods = false)
class FollowUpTasks {

    private static final String PROCESS = "MeasureFollowUp";

    @Bean
    TaskRule reportFollowUp(MeasureReports reports) {
        return TaskRule.of(PROCESS, "Activity_ReportFollowUp", MilestoneKind.FOLLOW_UP)
                .onPage("follow-up")
                .asking(text("note", 4000))
                .then(submission -> reports.submit(
                        submission.task().cycle(),
                        submission.task().requiredDepartment(),
                        ReportPoint.HALF_YEAR,
                        submission.answers().text("note"),
                        submission.person().username()));
    }

    @Bean
    TaskRule summariseFollowUp(FollowUps followUps) {
        return TaskRule.of(PROCESS, "Activity_SummariseFollowUp", MilestoneKind.FOLLOW_UP_SUMMARY)
                .onPage("follow-up-summary")
                .asking(text("followUpText", 4000))
                .then(submission -> followUps.submit(
                        submission.task().cycle(),
                        submission.answers().text("followUpText"),
                        submission.person().username()));
    }
}
