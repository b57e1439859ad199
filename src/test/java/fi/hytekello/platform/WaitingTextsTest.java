package fi.hytekello.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.platform.Models.Place;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a model waits for besides people has a name for the page that tells why a year waits. */
class WaitingTextsTest {

    /** Of a person, of a region or of all municipalities, not of a year: no year waits for them. */
    private static final Set<String> OF_NO_YEAR = Set.of("Absence", "BodyYear", "IndicatorImport", "NominationRequest");

    static Stream<Place<? extends FlowNode>> waits() {
        return Stream.<Place<? extends FlowNode>>concat(
                        Models.places(IntermediateCatchEvent.class),
                        Models.places(Activity.class)
                                .filter(place -> place.element().isCamundaAsyncBefore()))
                .filter(place -> !OF_NO_YEAR.contains(place.model().process().getId()));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void hasAName(Place<? extends FlowNode> place) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages/waiting.properties"))) {
            texts.load(reader);
        }
        assertThat(texts)
                .containsKey("waiting.step." + place.model().process().getId() + "."
                        + place.element().getId());
    }
}
