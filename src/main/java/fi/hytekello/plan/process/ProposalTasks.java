package fi.hytekello.plan.process;

import static fi.hytekello.worklist.Answer.flag;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.plan.Confirmations;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.Proposals;
import fi.hytekello.worklist.TaskKind;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskSubmission;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model DepartmentalProposals asks of the domain, and the activation of what came of it. */
@Configuration(proxyBeanMethods = false)
class ProposalTasks {

    private static final String PROCESS = "DepartmentalProposals";

    @Bean
    TaskRule proposeMeasures(Proposals proposals) {
        return TaskRule.of(PROCESS, "Activity_ProposeMeasures", MilestoneKind.PROPOSALS)
                .ofKind(TaskKind.PROPOSAL)
                .onPage("proposals")
                .asking(text("noProposalsReason", 1000))
                .then(submission -> proposals.submit(
                        submission.task().cycle(),
                        submission.task().requiredDepartment(),
                        submission.answers().text("noProposalsReason")));
    }

    @Bean
    TaskRule confirmResponsibility(Confirmations confirmations) {
        return TaskRule.of(PROCESS, "Activity_ConfirmResponsibility", MilestoneKind.PROPOSALS)
                .onPage("responsibility")
                .asking(flag("responsibilityAccepted"))
                .then(submission -> confirmations.answer(
                        submission.task().cycle(),
                        submission.task().requiredDepartment(),
                        submission.task().namedPerson(),
                        submission.answers().flag("responsibilityAccepted")));
    }

    @Bean
    TaskRule approveProposals(Proposals proposals) {
        return TaskRule.of(PROCESS, "Activity_ApproveProposals", MilestoneKind.PROPOSALS)
                .ofKind(TaskKind.APPROVAL)
                .onPage("proposal-approval")
                .asking(flag("proposalsApproved"), text("comment", 4000))
                .then(submission -> proposals.directorDecides(
                        submission.task().cycle(),
                        submission.task().requiredDepartment(),
                        submission.answers().flag("proposalsApproved"),
                        submission.answers().text("comment"),
                        submission.person().username()));
    }

    @Bean
    TaskRule reconcileProposals(Proposals proposals) {
        return TaskRule.of(PROCESS, "Activity_ReconcileProposals", MilestoneKind.RECONCILIATION)
                .onPage("reconciliation")
                .asking(flag("proposalsReconciled"), text("returnedDepartment", 40), text("comment", 4000))
                .then(submission -> reconcile(proposals, submission));
    }

    private static void reconcile(Proposals proposals, TaskSubmission submission) {
        String comment = submission.answers().text("comment");
        if (submission.answers().flag("proposalsReconciled")) {
            proposals.accept(
                    submission.task().cycle(), comment, submission.person().username());
        } else {
            proposals.returnOne(
                    submission.task().cycle(),
                    submission.answers().text("returnedDepartment"),
                    comment,
                    submission.person().username());
        }
    }

    @Bean
    JavaDelegate activateMeasures(Measures measures) {
        return execution -> measures.activateInBudget(CycleVariables.cycle(execution));
    }
}
