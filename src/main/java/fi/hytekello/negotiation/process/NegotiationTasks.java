package fi.hytekello.negotiation.process;

import static fi.hytekello.worklist.Answer.choice;
import static fi.hytekello.worklist.Answer.flag;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.negotiation.Invitations;
import fi.hytekello.negotiation.NegotiationOutcome;
import fi.hytekello.negotiation.Negotiations;
import fi.hytekello.worklist.TaskRule;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model CountyNegotiation asks of the domain. */
@Configuration(proxyBeanMethods = false)
class NegotiationTasks {

    private static final String PROCESS = "CountyNegotiation";

    @Bean
    TaskRule prepareNegotiation(Negotiations negotiations) {
        return TaskRule.of(PROCESS, "Activity_PrepareNegotiation", MilestoneKind.COUNTY_NEGOTIATION)
                .onPage("negotiation")
                .asking(flag("negotiationArranged"), text("reason", 2000))
                .then(submission -> negotiations.arrange(
                        submission.task().cycle(),
                        submission.answers().flag("negotiationArranged"),
                        submission.answers().text("reason"),
                        submission.person().username()));
    }

    @Bean
    TaskRule recordNegotiation(Negotiations negotiations) {
        return TaskRule.of(PROCESS, "Activity_RecordNegotiation", MilestoneKind.COUNTY_NEGOTIATION)
                .onPage("negotiation-record")
                .asking(choice("negotiationOutcome", NegotiationOutcome.values()), text("reason", 2000))
                .then(submission -> negotiations.conclude(
                        submission.task().cycle(),
                        submission.answers().choice("negotiationOutcome", NegotiationOutcome.class),
                        submission.answers().text("reason"),
                        submission.person().username()));
    }

    @Bean
    JavaDelegate sendInvitations(Invitations invitations) {
        return execution -> invitations.send(CycleVariables.cycle(execution));
    }

    @Bean
    JavaDelegate cancelInvitations(Invitations invitations) {
        return execution -> invitations.cancel(CycleVariables.cycle(execution));
    }
}
