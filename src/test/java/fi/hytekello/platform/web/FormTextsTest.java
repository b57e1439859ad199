package fi.hytekello.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.hytekello.municipality.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/** The Camunda Forms are written in Finnish; every text of theirs has its Swedish in the bundles. */
class FormTextsTest {

    /** What stands in a form and is no text for people. */
    private static final Set<String> NO_TEXT = Set.of(
            "type",
            "subtype",
            "id",
            "key",
            "executionPlatform",
            "executionPlatformVersion",
            "pattern",
            "hide",
            "value");

    private static final ResourceBundleMessageSource MESSAGES = messages();

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextIsHandedOutInSwedish(Path file) throws IOException {
        List<String> finnish = texts(form(file));
        ObjectNode form = form(file);
        FormTexts.replace(form, (key, text) -> MESSAGES.getMessage(key, null, Languages.SWEDISH));
        assertThat(texts(form)).hasSameSizeAs(finnish).doesNotContainAnyElementsOf(finnish);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void saysInFinnishWhatTheFormItselfSays(Path file) throws IOException {
        ObjectNode form = form(file);
        FormTexts.replace(form, (key, text) -> MESSAGES.getMessage(key, null, Locale.forLanguageTag("fi")));
        assertThat(form).isEqualTo(form(file));
    }

    @Test
    void noTextIsLeftOverFromAFormThatIsGone() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path file : forms().toList()) {
            FormTexts.replace(form(file), (key, text) -> {
                asked.add(key);
                return text;
            });
        }
        Properties known = new Properties();
        known.load(Files.newBufferedReader(Path.of("src/main/resources/messages/form.properties")));
        assertThat(asked).containsAll(known.stringPropertyNames());
    }

    private static ObjectNode form(Path file) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        Map<String, JsonNode> named = new TreeMap<>();
        node.properties().forEach(entry -> named.put(entry.getKey(), entry.getValue()));
        named.forEach((name, value) -> {
            if (value.isTextual() && !NO_TEXT.contains(name)) {
                texts.add(value.asText());
            }
            texts.addAll(texts(value));
        });
        if (node.isArray()) {
            node.forEach(item -> texts.addAll(texts(item)));
        }
        return texts;
    }

    private static ResourceBundleMessageSource messages() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                yaml.getObject().getProperty("spring.messages.basename").split(",", -1));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
