package fi.hytekello;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** A missing text would show in another language, and bring that language's dates along. */
class TasklistTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    @ParameterizedTest
    @CsvSource({"tasklist,fi", "tasklist,sv", "welcome,fi", "welcome,sv"})
    void everyTextOfTheWebApplicationIsTranslated(String application, String language) throws IOException {
        Map<String, String> original = texts(application, "en");
        Map<String, String> translation = texts(application, language);

        assertThat(translation.keySet()).isEqualTo(original.keySet());
        assertThat(translation)
                .allSatisfy((key, text) ->
                        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(original.getOrDefault(key, ""))));
    }

    private static Map<String, String> texts(String application, String language) throws IOException {
        var file = new ClassPathResource(
                "META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(application, language));
        String content = file.getContentAsString(StandardCharsets.UTF_8).replace("\uFEFF", "");
        var texts = new TreeMap<String, String>();
        collect("", new ObjectMapper().readTree(content), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), texts);
            }
        } else if (node.isObject()) {
            node.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), texts));
        } else {
            texts.put(path, node.asText());
        }
    }

    private static Set<String> placeholders(String text) {
        var names = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }
}
