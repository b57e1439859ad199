package fi.hytekello.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@PathsOf("IndicatorImport")
class IndicatorImportPathsTest {

    private final Walk walk;
    private final ProcessInstance fetching;

    IndicatorImportPathsTest(Walk walk) {
        this.walk = walk;
        fetching = walk.start();
    }

    @Test
    void importsBatchAfterBatchUntilNoneIsLeft() {
        walk.services().batchesLeft(2);
        walk.executeJobOf("Activity_FetchRegions");
        walk.executeJobOf("Activity_FetchTitles");
        walk.executeJobOf("Activity_ImportBatch");
        walk.executeJobOf("Activity_ImportBatch");
        Assertions.assertThat(walk.services().calls())
                .containsExactly(
                        "fetchRegions", "fetchIndicatorTitles", "importIndicatorBatch", "importIndicatorBatch");
        walk.executeJobOf("Activity_ImportBatch");
        Assertions.assertThat(walk.services().calls()).endsWith("importIndicatorBatch", "finishIndicatorImport");
        assertThat(fetching).isEnded().hasPassed("Event_ImportEnded");
    }

    @Test
    void triesTheSameStepAgainAfterAFailureAndLaterWaitsForAPerson() {
        walk.executeJobOf("Activity_FetchRegions");
        walk.services().breakDown("fetchIndicatorTitles");
        for (int left = 4; left >= 0; left--) {
            assertThatThrownBy(() -> walk.executeJobOf("Activity_FetchTitles"));
            Assertions.assertThat(walk.job("Activity_FetchTitles").getRetries()).isEqualTo(left);
        }
        walk.services().repair();
        walk.executeJobOf("Activity_FetchTitles");
        assertThat(fetching).isWaitingAt("Activity_ImportBatch");
        Assertions.assertThat(walk.services().calls()).containsOnlyOnce("fetchRegions");
    }
}
