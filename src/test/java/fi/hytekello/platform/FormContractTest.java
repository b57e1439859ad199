package fi.hytekello.platform;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The Camunda Forms and the tasks that show them. */
class FormContractTest {

    private static final String DEPLOYED = "camunda-forms:deployment:";
    private static final String OWN_PAGE = "embedded:/task-pages/host.html";

    /** What the Tasklist of 7.24 can show and a plain answer needs. */
    private static final Set<String> SUPPORTED = Set.of(
            "text", "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "datetime", "group");

    private final Map<Path, JsonNode> forms =
            Models.files("forms", ".form").stream().collect(toMap(file -> file, FormContractTest::parsed));

    @Test
    void showsEveryFormInATaskAndEveryTaskInAForm() {
        Set<String> used = Models.places(UserTask.class)
                .map(place -> place.element().getCamundaFormKey())
                .collect(toSet());
        Set<String> existing = forms.keySet().stream()
                .map(file -> DEPLOYED + file.toString().replace('\\', '/'))
                .collect(toCollection(HashSet::new));
        existing.add(OWN_PAGE);
        assertThat(used).isEqualTo(existing);
    }

    @Test
    void namesAFormAfterItsFile() {
        assertThat(forms).allSatisfy((file, form) -> {
            assertThat(form.path("id").asText() + ".form")
                    .isEqualTo(file.getFileName().toString());
            assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
            assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        });
    }

    @Test
    void usesOnlyComponentsThatTheTasklistShows() {
        assertThat(forms)
                .allSatisfy((file, form) -> assertThat(components(form))
                        .isNotEmpty()
                        .allSatisfy(
                                field -> assertThat(field.path("type").asText()).isIn(SUPPORTED)));
    }

    @Test
    void givesEveryFieldItsOwnKeyAndIdAndALabel() {
        assertThat(forms).allSatisfy((file, form) -> {
            assertThat(components(form))
                    .extracting(field -> field.path("id").asText())
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
            assertThat(fields(form))
                    .extracting(field -> field.path("key").asText())
                    .doesNotHaveDuplicates();
            assertThat(fields(form))
                    .allSatisfy(field -> assertThat(field.path("label").asText()
                                    + field.path("dateLabel").asText())
                            .isNotBlank());
        });
    }

    /** The answers are the contract with the task pages' domain; the engine drops everything else. */
    @Test
    void asksForTheseAnswers() {
        Map<String, List<String>> answers = forms.values().stream()
                .collect(toMap(
                        form -> form.path("id").asText(),
                        form -> fields(form).stream()
                                .map(field -> field.path("key").asText())
                                .toList()));
        assertThat(answers)
                .containsOnly(
                        entry("decide-after-rejection", List.of("newReportWanted", "comment")),
                        entry("publish-plan", List.of("publishedAt")),
                        entry("publish-report", List.of("publishedAt")),
                        entry(
                                "record-decision",
                                List.of(
                                        "bodyOutcome",
                                        "nextMeetingOn",
                                        "decidedOn",
                                        "section",
                                        "diaryNumber",
                                        "link",
                                        "comment")));
    }

    @Test
    void limitsEveryTextToWhatTheEngineCanHold() {
        assertThat(forms)
                .allSatisfy((file, form) -> assertThat(fields(form))
                        .filteredOn(field -> field.path("type").asText().startsWith("text"))
                        .allSatisfy(field -> assertThat(
                                        field.at("/validate/maxLength").asInt())
                                .isBetween(1, 4000)));
    }

    @Test
    void asksForTheNextMeetingOnlyWhenTheMatterWasTabled() {
        JsonNode form = Objects.requireNonNull(forms.get(Path.of("forms/decision/record-decision.form")));
        assertThat(fields(form))
                .filteredOn(field -> field.has("conditional"))
                .extracting(
                        field -> field.path("key").asText(),
                        field -> field.at("/conditional/hide").asText(),
                        field -> field.at("/validate/required").asBoolean())
                .containsExactly(tuple("nextMeetingOn", "=bodyOutcome != \"TABLED\"", true));
    }

    private static List<JsonNode> components(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .toList();
    }

    private static List<JsonNode> fields(JsonNode form) {
        return components(form).stream().filter(field -> field.has("key")).toList();
    }

    private static JsonNode parsed(Path file) {
        try {
            return new ObjectMapper().readTree(Models.read(file));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
