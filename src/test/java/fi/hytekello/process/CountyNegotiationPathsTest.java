package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("CountyNegotiation")
class CountyNegotiationPathsTest {

    private final Walk walk;
    private final ProcessInstance negotiation;

    CountyNegotiationPathsTest(Walk walk) {
        this.walk = walk;
        negotiation = walk.start();
    }

    @Test
    void invitesAndEndsWhenTheNegotiationWasHeld() {
        assertThat(walk.task("Activity_PrepareNegotiation"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day("COUNTY_NEGOTIATION"));
        arrange();
        assertThat(walk.task("Activity_RecordNegotiation"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day("COUNTY_NEGOTIATION"));
        walk.complete("Activity_RecordNegotiation", "negotiationOutcome", "HELD");
        assertThat(negotiation).isEnded().hasPassed("Event_NegotiationHeld");
        Assertions.assertThat(walk.services().calls()).containsExactly("sendInvitations");
    }

    @Test
    void preparesAndInvitesAnewWhenItWasMoved() {
        arrange();
        walk.complete("Activity_RecordNegotiation", "negotiationOutcome", "MOVED");
        assertThat(negotiation).isWaitingAt("Activity_PrepareNegotiation");
        arrange();
        walk.complete("Activity_RecordNegotiation", "negotiationOutcome", "HELD");
        Assertions.assertThat(walk.services().calls()).containsExactly("sendInvitations", "sendInvitations");
    }

    @Test
    void takesTheInvitationsBackWhenItIsNotHeld() {
        arrange();
        walk.complete("Activity_RecordNegotiation", "negotiationOutcome", "NOT_HELD");
        assertThat(negotiation).isEnded().hasPassed("Event_NegotiationNotHeld");
        Assertions.assertThat(walk.services().calls()).containsExactly("sendInvitations", "cancelInvitations");
    }

    @Test
    void tellsThatNoneIsArranged() {
        walk.complete("Activity_PrepareNegotiation", "negotiationArranged", false);
        assertThat(negotiation).isEnded().hasPassed("Event_NegotiationNotHeld");
        Assertions.assertThat(walk.services().calls()).containsExactly("cancelInvitations");
    }

    @Test
    void remindsAndTellsOfALatePreparation() {
        walk.passTheDeadlineOf("Preparation", "COUNTY_NEGOTIATION");
    }

    @Test
    void remindsAndTellsOfALateRecord() {
        arrange();
        walk.passTheDeadlineOf("Holding", "COUNTY_NEGOTIATION");
    }

    private void arrange() {
        walk.complete("Activity_PrepareNegotiation", "negotiationArranged", true);
    }
}
