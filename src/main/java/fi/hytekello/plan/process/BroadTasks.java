package fi.hytekello.plan.process;

import fi.hytekello.cycle.CycleKinds;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.plan.Chapters;
import fi.hytekello.plan.Concerns;
import fi.hytekello.plan.StartProposals;
import fi.hytekello.worklist.TaskOpened;
import fi.hytekello.worklist.TaskRule;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the model BroadReportStart asks of the domain. */
@Configuration(proxyBeanMethods = false)
class BroadTasks {

    private static final String PROCESS = "BroadReportStart";

    @Bean
    TaskRule proposeStart(StartProposals proposals) {
        return TaskRule.of(PROCESS, "Activity_ProposeStart", MilestoneKind.START_DECISION)
                .onPage("start-proposal")
                .then(submission -> proposals.submit(submission.task().cycle()));
    }

    @Bean
    TaskRule fixStructure() {
        return TaskRule.of(PROCESS, "Activity_FixStructure", MilestoneKind.STRUCTURE)
                .onPage("report-structure");
    }

    @Bean
    TaskRule listConcerns(Concerns concerns) {
        return TaskRule.of(PROCESS, "Activity_ListConcerns", MilestoneKind.JOYS_AND_CONCERNS)
                .onPage("joys-and-concerns")
                .then(submission -> concerns.submit(
                        submission.task().cycle(), submission.task().requiredDepartment()));
    }

    @Bean
    TaskRule listGroupConcerns(Concerns concerns) {
        return TaskRule.of(PROCESS, "Activity_ListGroupConcerns", MilestoneKind.JOYS_AND_CONCERNS)
                .onPage("joys-and-concerns")
                .then(submission -> concerns.submit(submission.task().cycle(), null));
    }

    @Bean
    TaskRule testConcerns(Concerns concerns) {
        return TaskRule.of(PROCESS, "Activity_TestConcerns", MilestoneKind.CONCERN_TESTS)
                .onPage("concern-tests")
                .then(submission -> concerns.submitTests(submission.task().cycle()));
    }

    /** The board turned the broad report down. */
    @Bean
    JavaDelegate continueAsAnnual(CycleKinds kinds) {
        return execution -> kinds.continueAsAnnual(CycleVariables.cycle(execution));
    }

    /** A version of the proposal is there when its writing begins, the default chapters when the structure is fixed. */
    @Component
    static class BroadPreparation {

        private final StartProposals proposals;
        private final Chapters chapters;

        BroadPreparation(StartProposals proposals, Chapters chapters) {
            this.proposals = proposals;
            this.chapters = chapters;
        }

        @EventListener
        void opened(TaskOpened opened) {
            switch (opened.task().task()) {
                case "Activity_ProposeStart" -> proposals.begin(opened.task().cycle());
                case "Activity_FixStructure" -> chapters.ensure(opened.task().cycle());
                default -> {}
            }
        }
    }
}
