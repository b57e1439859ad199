package fi.hytekello.budget.process;

import static fi.hytekello.worklist.Answer.flag;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.budget.BudgetAnnexes;
import fi.hytekello.budget.BudgetLinks;
import fi.hytekello.budget.Corrections;
import fi.hytekello.budget.CouncilChanges;
import fi.hytekello.budget.ManagerChoices;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.worklist.TaskKind;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskSubmission;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model BudgetLinking asks of the domain. It writes the answer {@code conflictsFound}. */
@Configuration(proxyBeanMethods = false)
class BudgetTasks {

    private static final String PROCESS = "BudgetLinking";

    @Bean
    TaskRule linkMeasures(BudgetLinks links) {
        return TaskRule.of(PROCESS, "Activity_LinkMeasures", MilestoneKind.BUDGET_LINKS)
                .onPage("budget-links")
                .then(submission -> links.requireAllLinked(submission.task().cycle()));
    }

    @Bean
    TaskRule adjustMeasures(Corrections corrections) {
        return TaskRule.of(PROCESS, "Activity_AdjustMeasures", MilestoneKind.BUDGET_LINKS)
                .ofKind(TaskKind.CORRECTION)
                .onPage("budget-adjustment")
                .then(submission -> corrections.complete(
                        submission.task().cycle(),
                        submission.task().requiredDepartment(),
                        submission.person().username()));
    }

    @Bean
    TaskRule decideMeasures(ManagerChoices choices) {
        return TaskRule.of(PROCESS, "Activity_DecideMeasures", MilestoneKind.BUDGET_MANAGER)
                .ofKind(TaskKind.APPROVAL)
                .onPage("budget-decision")
                .asking(flag("proposalReady"), text("comment", 4000))
                .then(submission -> decide(choices, submission));
    }

    private static void decide(ManagerChoices choices, TaskSubmission submission) {
        CycleId cycle = submission.task().cycle();
        String comment = submission.answers().text("comment");
        if (submission.answers().flag("proposalReady")) {
            choices.complete(cycle, comment, submission.person().username());
        } else {
            choices.returnLinks(cycle, comment, submission.person().username());
        }
    }

    @Bean
    TaskRule recordCouncilChanges(CouncilChanges changes) {
        return TaskRule.of(PROCESS, "Activity_RecordCouncilChanges", MilestoneKind.ACTIVATION)
                .onPage("budget-council")
                .then(submission -> changes.complete(
                        submission.task().cycle(), submission.person().username()));
    }

    @Bean
    JavaDelegate checkBudgetFrame(Corrections corrections) {
        return execution ->
                execution.setVariable("conflictsFound", corrections.checkFrame(CycleVariables.cycle(execution)));
    }

    @Bean
    JavaDelegate produceBudgetAnnex(BudgetAnnexes annexes) {
        return execution -> annexes.produce(CycleVariables.cycle(execution));
    }
}
