package fi.hytekello.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.municipality.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Test;

/** A new task, or one that moves to another step or group, must not be missing in people's calendars. */
class ActorsTest {

    private static final Pattern OWN_STEP = Pattern.compile("'([A-Z_]+)'");

    @Test
    void knowsWhoHasTasksInEachStepOfTheModels() throws IOException {
        List<BpmnModelInstance> models = models();
        Map<MilestoneKind, Set<Role>> acting = new EnumMap<>(MilestoneKind.class);
        for (BpmnModelInstance model : models) {
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                for (MilestoneKind step : steps(task, models)) {
                    acting.computeIfAbsent(step, none -> EnumSet.noneOf(Role.class))
                            .addAll(roles(task));
                }
            }
        }
        assertThat(Arrays.stream(MilestoneKind.values())
                        .filter(kind -> !Actors.of(kind).isEmpty())
                        .collect(Collectors.toMap(kind -> kind, Actors::of)))
                .isEqualTo(acting);
    }

    private static List<BpmnModelInstance> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .toList();
        }
    }

    /** The step that the task's deadline names; where it names none, those that its callers hand over. */
    private static Set<MilestoneKind> steps(UserTask task, List<BpmnModelInstance> models) {
        var own = OWN_STEP.matcher(Objects.requireNonNullElse(task.getCamundaDueDate(), ""));
        if (own.find()) {
            return EnumSet.of(MilestoneKind.valueOf(own.group(1)));
        }
        String process = processOf(task);
        return models.stream()
                .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream())
                .filter(call -> call.getCalledElement().equals(process))
                .flatMap(call ->
                        call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream())
                .filter(in -> "milestone".equals(in.getCamundaTarget()))
                .map(in -> MilestoneKind.valueOf(in.getCamundaSourceExpression()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MilestoneKind.class)));
    }

    private static String processOf(UserTask task) {
        return ((BpmnModelInstance) task.getModelInstance())
                .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class)
                .iterator()
                .next()
                .getId();
    }

    /** A task of one named person is asked of those who answer for measures. */
    private static Set<Role> roles(UserTask task) {
        return task.getCamundaCandidateGroupsList().isEmpty()
                ? EnumSet.of(Role.RESPONSIBLE)
                : task.getCamundaCandidateGroupsList().stream()
                        .map(group -> group.replaceAll("-\\$\\{.*", ""))
                        .map(group -> Role.valueOf(group.replace('-', '_').toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
