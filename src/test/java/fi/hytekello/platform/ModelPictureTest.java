package fi.hytekello.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.platform.Models.Model;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.api.Test;

/** The models can be read on a screen, and each picture shows the model beside it. */
class ModelPictureTest {

    @Test
    void drawsEveryElement() {
        assertThat(Models.places(FlowNode.class))
                .allSatisfy(
                        place -> assertThat(shape(place.element()).getBounds()).isNotNull());
        assertThat(Models.places(SequenceFlow.class))
                .allSatisfy(
                        place -> assertThat(place.element().getDiagramElement().getWaypoints())
                                .hasSizeGreaterThan(1));
    }

    @Test
    void placesEveryLabel() {
        assertThat(Models.places(FlowNode.class))
                .filteredOn(place -> place.element() instanceof Event || place.element() instanceof ExclusiveGateway)
                .allSatisfy(place -> assertPlaced(shape(place.element()).getBpmnLabel()));
        assertThat(Models.places(SequenceFlow.class))
                .filteredOn(place -> place.element().getName() != null)
                .allSatisfy(place ->
                        assertPlaced(place.element().getDiagramElement().getBpmnLabel()));
    }

    @Test
    void keepsShapesApart() {
        assertThat(Models.all()).allSatisfy(model -> {
            List<FlowNode> nodes = model.all(FlowNode.class)
                    .filter(node -> !(node instanceof BoundaryEvent))
                    .toList();
            for (FlowNode one : nodes) {
                assertThat(nodes)
                        .filteredOn(other -> !other.equals(one))
                        .filteredOn(other -> other.getParentElement().equals(one.getParentElement()))
                        .filteredOn(other -> area(other).intersects(area(one)))
                        .as("over %s", model.at(one))
                        .isEmpty();
            }
        });
    }

    @Test
    void drawsASubprocessOpenAndAroundItsContent() {
        assertThat(Models.places(SubProcess.class))
                .allSatisfy(
                        place -> assertThat(shape(place.element()).isExpanded()).isTrue());
        assertThat(Models.places(FlowNode.class))
                .filteredOn(place -> place.element().getParentElement() instanceof SubProcess)
                .allMatch(place ->
                        area((SubProcess) place.element().getParentElement()).contains(area(place.element())));
    }

    @Test
    void putsBoundaryEventsOnTheBottomEdge() {
        assertThat(Models.places(BoundaryEvent.class))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(area(place.element()).getCenterY())
                        .isEqualTo(area(place.element().getAttachedTo()).getMaxY()));
    }

    /** When this fails, draw the pictures anew: the usage is at the head of src/tools/models/render.mjs. */
    @Test
    void showsTheModelAsItIs() {
        assertThat(Models.all())
                .allSatisfy(model -> assertThat(Models.read(picture(model)))
                        .contains("data-model-sha256=\"" + sha256(Models.read(model.file())) + "\""));
        assertThat(Models.files("processes", ".svg"))
                .containsExactlyElementsOf(
                        Models.all().stream().map(ModelPictureTest::picture).toList());
    }

    private static Path picture(Model model) {
        return model.file().resolveSibling(model.fileName().replaceAll("\\.bpmn$", ".svg"));
    }

    private static BpmnShape shape(FlowNode node) {
        return (BpmnShape) node.getDiagramElement();
    }

    private static Rectangle2D area(FlowNode node) {
        Bounds bounds = shape(node).getBounds();
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static void assertPlaced(BpmnLabel label) {
        assertThat(label).isNotNull();
        assertThat(label.getBounds()).isNotNull();
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.replace("\r\n", "\n").getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
