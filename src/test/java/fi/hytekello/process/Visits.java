package fi.hytekello.process;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Notes every element that begins and every flow that is taken; history knows nothing of flows. */
final class Visits extends AbstractBpmnParseListener {

    /** An element or a flow of a model. */
    private record Place(String process, String id) {}

    private final Set<Place> visited = ConcurrentHashMap.newKeySet();

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.getActivities().forEach(activity -> watch(definition.getKey(), activity));
    }

    private void watch(String process, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_START, note(new Place(process, activity.getId())));
        activity.getOutgoingTransitions()
                .forEach(transition -> ((TransitionImpl) transition)
                        .addListener(ExecutionListener.EVENTNAME_TAKE, note(new Place(process, transition.getId()))));
        activity.getActivities().forEach(inner -> watch(process, inner));
    }

    private ExecutionListener note(Place place) {
        return execution -> visited.add(place);
    }

    void forget() {
        visited.clear();
    }

    /** The elements and flows of a model that nobody came to. */
    List<String> missing(String process) {
        RepositoryService repository = PathEngine.ENGINE.getRepositoryService();
        BpmnModelInstance model = repository.getBpmnModelInstance(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .singleResult()
                .getId());
        return Stream.of(FlowNode.class, SequenceFlow.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                // What comes first is begun without the flow to it being taken: the event itself tells.
                .filter(element ->
                        !(element instanceof SequenceFlow flow && flow.getSource() instanceof EventBasedGateway))
                .map(BaseElement::getId)
                .filter(id -> !visited.contains(new Place(process, id)))
                .sorted()
                .toList();
    }
}
