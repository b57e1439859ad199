package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("Meeting")
class MeetingPathsTest {

    private static final String PREPARE = "Activity_PrepareMeeting";
    private static final String RECORD = "Activity_RecordMeeting";

    private final Walk walk;
    private final ProcessInstance meeting;

    MeetingPathsTest(Walk walk) {
        this.walk = walk;
        meeting = walk.start();
    }

    @Test
    void invitesAndEndsWhenTheMeetingWasHeld() {
        assertThat(walk.task(PREPARE))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day(FixedDeadlines.NO_STEP));
        prepared("INVITE");
        assertThat(walk.task(RECORD))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day(FixedDeadlines.NO_STEP));
        recorded("HELD");
        assertThat(meeting).isEnded().hasPassed("Event_MeetingHeld");
        Assertions.assertThat(walk.services().calls())
                .containsExactly("openMeeting", "inviteToMeeting", "sendMeetingMemo");
    }

    @Test
    void asksTheMembersOfANewBodyAtOnce() {
        walk.services().asksDates();
        ProcessInstance first = walk.start();
        assertThat(first).isWaitingAt(PREPARE).hasPassed("Activity_AskDates");
    }

    @Test
    void asksForDatesFirstAndComesBackToThePreparation() {
        prepared("ASK_DATES");
        assertThat(meeting).isWaitingAt(PREPARE);
        prepared("INVITE");
        Assertions.assertThat(walk.services().calls())
                .containsExactly("openMeeting", "askMeetingDates", "inviteToMeeting");
    }

    @Test
    void preparesAndInvitesAnewWhenItWasMoved() {
        prepared("INVITE");
        recorded("MOVED");
        assertThat(meeting).isWaitingAt(PREPARE);
        prepared("INVITE");
        recorded("HELD");
        Assertions.assertThat(walk.services().calls())
                .containsExactly("openMeeting", "inviteToMeeting", "inviteToMeeting", "sendMeetingMemo");
    }

    @Test
    void takesTheInvitationsBackWhenItIsNotHeld() {
        prepared("INVITE");
        recorded("NOT_HELD");
        assertThat(meeting).isEnded().hasPassed("Event_MeetingNotHeld");
        Assertions.assertThat(walk.services().calls())
                .containsExactly("openMeeting", "inviteToMeeting", "cancelMeeting");
    }

    @Test
    void endsWhenNoneIsArranged() {
        prepared("NOT_HELD");
        assertThat(meeting).isEnded().hasPassed("Event_MeetingNotHeld");
        Assertions.assertThat(walk.services().calls()).containsExactly("openMeeting", "cancelMeeting");
    }

    @Test
    void remindsAndTellsOfALatePreparation() {
        walk.passTheDeadlineOf("Preparation", FixedDeadlines.NO_STEP);
    }

    @Test
    void remindsAndTellsOfALateRecord() {
        prepared("INVITE");
        walk.passTheDeadlineOf("Holding", FixedDeadlines.NO_STEP);
    }

    private void prepared(String answer) {
        walk.complete(PREPARE, "meetingPreparation", answer);
    }

    private void recorded(String outcome) {
        walk.complete(RECORD, "meetingOutcome", outcome);
    }
}
