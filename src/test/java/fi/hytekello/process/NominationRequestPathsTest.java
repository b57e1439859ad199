package fi.hytekello.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("NominationRequest")
class NominationRequestPathsTest {

    private final Walk walk;
    private final ProcessInstance request;

    NominationRequestPathsTest(Walk walk) {
        this.walk = walk;
        request = walk.start();
    }

    @Test
    void endsWithTheAnswer() {
        walk.send("nomination.answered");
        assertThat(request).isEnded();
    }
}
