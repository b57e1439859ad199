package fi.hytekello.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("ManagementConsultation")
class ManagementConsultationPathsTest {

    private static final String HEAR = "Activity_HearManagement";
    private static final String SUMMARISE = "Activity_WriteSummary";

    private final Walk walk;
    private final ProcessInstance consultation;

    ManagementConsultationPathsTest(Walk walk) {
        this.walk = walk;
        consultation = walk.start();
    }

    @Test
    void hearsEachMunicipalityInATaskOfItsOwnAndSumsUpWhenTheLastIsHeard() {
        assertThat(walk.taskOfBranch(HEAR, "1"))
                .hasCandidateGroup("coordinator")
                .hasDueDate(FixedDeadlines.day(FixedDeadlines.NO_STEP));
        walk.completeBranch("2", HEAR);
        assertThat(walk.waitingFor()).containsExactly(HEAR);
        walk.completeBranch("1", HEAR);
        assertThat(walk.task(SUMMARISE))
                .hasCandidateGroup("regional-coordinator")
                .hasDueDate(FixedDeadlines.day(FixedDeadlines.NO_STEP));
        walk.complete(SUMMARISE);
        assertThat(consultation).isEnded().hasPassed("Event_ConsultationEnded").hasNotPassed("Event_EndedEarly");
    }

    @Test
    void sumsUpWhatThereIsWhenTheHearingIsEndedEarly() {
        walk.completeBranch("1", HEAR);
        walk.send("consultation.ended");
        assertThat(walk.waitingFor()).containsExactly(SUMMARISE);
        walk.complete(SUMMARISE);
        assertThat(consultation).isEnded().hasPassed("Event_EndedEarly");
    }

    @Test
    void remindsWhoeverHearsAndWhoeverSumsUpAndTellsTheNextLevelItself() {
        late("Hearing");
        walk.completeBranch("1", HEAR);
        walk.completeBranch("2", HEAR);
        late("Summary");
    }

    private void late(String phase) {
        walk.passTheDeadlineOf(phase, FixedDeadlines.NO_STEP);
        assertThat(walk.services().calls()).endsWith("sendReminders", "tellOverdue", "escalateLateness");
    }
}
