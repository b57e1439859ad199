package fi.hytekello.cycle.process;

import static fi.hytekello.worklist.Answer.flag;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.worklist.TaskKind;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskSubmission;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model HyteCycle asks of the domain. */
@Configuration(proxyBeanMethods = false)
class CycleTasks {

    private static final String PROCESS = "HyteCycle";

    @Bean
    TaskRule confirmCalendar() {
        return TaskRule.of(PROCESS, "Activity_ConfirmCalendar", MilestoneKind.CYCLE_OPENING)
                .onPage("calendar");
    }

    @Bean
    TaskRule confirmCycle(CyclePlanning planning, Decisions decisions) {
        return TaskRule.of(PROCESS, "Activity_ConfirmCycle", MilestoneKind.CYCLE_OPENING)
                .ofKind(TaskKind.APPROVAL)
                .onPage("cycle-confirmation")
                .asking(flag("cycleConfirmed"), text("comment", 4000))
                .then(submission -> {
                    boolean confirmed = submission.answers().flag("cycleConfirmed");
                    decisions.record(
                            byManager(submission, Subject.CYCLE, confirmed ? Outcome.APPROVED : Outcome.RETURNED));
                    if (confirmed) {
                        planning.confirm(submission.task().cycle());
                    }
                });
    }

    @Bean
    TaskRule decideAfterRejection(Decisions decisions) {
        return TaskRule.of(PROCESS, "Activity_DecideAfterRejection", MilestoneKind.REPORT_PUBLICATION)
                .ofKind(TaskKind.APPROVAL)
                .asking(flag("newReportWanted"), text("comment", 4000).mandatory())
                .then(submission -> {
                    boolean again = submission.answers().flag("newReportWanted");
                    decisions.record(
                            byManager(submission, Subject.WELFARE_REPORT, again ? Outcome.RETURNED : Outcome.REJECTED));
                });
    }

    @Bean
    TaskRule publishPlan(CyclePlanning planning) {
        return TaskRule.of(PROCESS, "Activity_PublishPlan", MilestoneKind.ACTIVATION)
                .asking(text("publishedAt", 500))
                .then(submission -> planning.published(
                        submission.task().cycle(),
                        submission.answers().text("publishedAt"),
                        submission.person().username()));
    }

    /** Writes {@code broadYear}, the answer that the next gateway reads: the kind is final once the manager has confirmed. */
    @Bean
    JavaDelegate readCycleKind(Cycles cycles) {
        return execution -> execution.setVariable(
                "broadYear", cycles.get(CycleVariables.cycle(execution)).kind() == Cycle.Kind.BROAD);
    }

    @Bean
    JavaDelegate closeCycle(CyclePlanning planning) {
        return execution -> planning.close(CycleVariables.cycle(execution));
    }

    private static DecisionDraft byManager(TaskSubmission submission, Subject subject, Outcome outcome) {
        return DecisionDraft.ofOfficial(
                submission.task().cycle(),
                subject,
                DecidedBy.MANAGER,
                null,
                outcome,
                submission.answers().text("comment"),
                submission.person().username());
    }
}
