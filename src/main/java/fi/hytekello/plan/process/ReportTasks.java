package fi.hytekello.plan.process;

import static fi.hytekello.worklist.Answer.flag;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.plan.MeasureReports;
import fi.hytekello.plan.ReportPoint;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.worklist.TaskRule;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model WelfareReport asks of the domain. */
@Configuration(proxyBeanMethods = false)
class ReportTasks {

    private static final String PROCESS = "WelfareReport";

    @Bean
    TaskRule reportMeasures(MeasureReports reports) {
        return TaskRule.of(PROCESS, "Activity_ReportMeasures", MilestoneKind.MEASURE_REPORTS)
                .onPage("measure-report")
                .asking(text("note", 4000))
                .then(submission -> reports.submit(
                        submission.task().cycle(),
                        submission.task().requiredDepartment(),
                        ReportPoint.YEAR_END,
                        submission.answers().text("note"),
                        submission.person().username()));
    }

    @Bean
    TaskRule writeDraft(WelfareReports reports) {
        return TaskRule.of(PROCESS, "Activity_WriteDraft", MilestoneKind.REPORT_DRAFT)
                .onPage("report-draft")
                .then(submission -> reports.submit(submission.task().cycle()));
    }

    @Bean
    TaskRule handleDraft(WelfareReports reports) {
        return TaskRule.of(PROCESS, "Activity_HandleDraft", MilestoneKind.REPORT_GROUP)
                .onPage("draft-handling")
                .asking(flag("draftAccepted"), text("comment", 4000))
                .then(submission -> reports.groupDecides(
                        submission.task().cycle(),
                        submission.answers().flag("draftAccepted"),
                        submission.answers().text("comment"),
                        submission.person().username()));
    }

    @Bean
    TaskRule publishReport(WelfareReports reports) {
        return TaskRule.of(PROCESS, "Activity_PublishReport", MilestoneKind.REPORT_PUBLICATION)
                .asking(text("publishedAt", 500))
                .then(submission -> reports.published(
                        submission.task().cycle(),
                        submission.answers().text("publishedAt"),
                        submission.person().username()));
    }

    /** Writes {@code reportAccepted}, the answer that the calling process reads. */
    @Bean
    JavaDelegate recordReportAccepted(WelfareReports reports) {
        return execution -> {
            reports.accepted(CycleVariables.cycle(execution));
            execution.setVariable("reportAccepted", true);
        };
    }

    /** Writes {@code reportAccepted}, the answer that the calling process reads. */
    @Bean
    JavaDelegate recordReportRejected(WelfareReports reports) {
        return execution -> {
            reports.rejected(CycleVariables.cycle(execution));
            execution.setVariable("reportAccepted", false);
        };
    }
}
