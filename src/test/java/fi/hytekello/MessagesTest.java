package fi.hytekello;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in Finnish and in Swedish, and every text that a page asks for exists. */
class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern ASKED = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]");

    static Stream<Path> finnish() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> !file.getFileName().toString().contains("_")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("finnish")
    void saysTheSameInSwedish(Path finnish) {
        Properties fi = load(finnish);
        Properties sv =
                load(BUNDLES.resolve(finnish.getFileName().toString().replace(".properties", "_sv.properties")));
        assertThat(sv.stringPropertyNames()).isEqualTo(fi.stringPropertyNames());
        for (String key : fi.stringPropertyNames()) {
            assertThat(placeholders(sv.getProperty(key))).as(key).isEqualTo(placeholders(fi.getProperty(key)));
        }
    }

    /** Only the pages behind personal links, which people open without an account, speak a third language. */
    @Test
    void saysTheSameInEnglishWhereItSpeaksEnglish() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            assertThat(files.filter(file -> file.getFileName().toString().endsWith("_en.properties"))
                            .toList())
                    .containsExactlyInAnyOrder(
                            BUNDLES.resolve("meeting-link_en.properties"),
                            BUNDLES.resolve("nominee-link_en.properties"))
                    .allSatisfy(english -> {
                        Properties fi = load(Path.of(english.toString().replace("_en.properties", ".properties")));
                        Properties en = load(english);
                        assertThat(en.stringPropertyNames()).isEqualTo(fi.stringPropertyNames());
                        fi.stringPropertyNames()
                                .forEach(key -> assertThat(placeholders(en.getProperty(key)))
                                        .as(key)
                                        .isEqualTo(placeholders(fi.getProperty(key))));
                    });
        }
    }

    /** The bundle that comes first would win, and the other text would never be seen. */
    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        Map<String, List<String>> bundles = new TreeMap<>();
        for (Path file : finnish().toList()) {
            load(file)
                    .stringPropertyNames()
                    .forEach(key -> bundles.computeIfAbsent(key, unknown -> new ArrayList<>())
                            .add(file.getFileName().toString()));
        }
        bundles.values().removeIf(files -> files.size() == 1);
        assertThat(bundles).isEmpty();
    }

    /** The later of the two would win, and the other text would never be seen. */
    @Test
    void noKeyStandsTwiceInABundle() throws IOException {
        Set<String> doubled = new TreeSet<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file : files.toList()) {
                Set<String> seen = new TreeSet<>();
                Files.readAllLines(file).stream()
                        .filter(line -> line.matches("[\\w.-]+=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .filter(key -> !seen.add(key))
                        .forEach(key -> doubled.add(file.getFileName() + ": " + key));
            }
        }
        assertThat(doubled).isEmpty();
    }

    @Test
    void everyTextThatAPageAsksForExists() throws IOException {
        Set<String> known = new TreeSet<>();
        finnish().forEach(file -> known.addAll(load(file).stringPropertyNames()));
        Set<String> missing = new TreeSet<>();
        for (Path page : pages()) {
            Matcher asked = ASKED.matcher(Files.readString(page));
            while (asked.find()) {
                if (!known.contains(asked.group(1))) {
                    missing.add(page + ": " + asked.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** {@code municipality.OfficeWords} chooses; a text asked for past it would call a city's manager a kunnanjohtaja. */
    @Test
    void whatIsCalledOtherwiseInACityHasItsOwnTextAndIsAskedForInTheOnePlace() throws IOException {
        Pattern office = Pattern.compile("(?i)kunnanjohtaj|kunnanhallitu|kommundirektör|kommunstyrelse");
        Set<String> named = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (Path finnish : finnish().toList()) {
            Path swedish = BUNDLES.resolve(finnish.getFileName().toString().replace(".properties", "_sv.properties"));
            for (Properties texts : List.of(load(finnish), load(swedish))) {
                known.addAll(texts.stringPropertyNames());
                texts.stringPropertyNames().stream()
                        .filter(key -> office.matcher(texts.getProperty(key)).find())
                        .forEach(named::add);
            }
        }
        assertThat(named)
                .hasSizeGreaterThan(5)
                .allSatisfy(key -> assertThat(known).contains(key + ".city"));
        Set<String> past = new TreeSet<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            for (String key : named) {
                String prefix = key.substring(0, key.lastIndexOf('.') + 1);
                if (text.contains("#{" + key + "}")
                        || text.contains("#{|" + prefix + "$")
                        || text.contains("msg('" + prefix + "'")) {
                    past.add(page + ": " + key);
                }
            }
        }
        assertThat(past).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path root : List.of(Path.of("forms"), Path.of("src/main/resources/templates"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".html")
                                || file.toString().endsWith(".txt"))
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    private static int placeholders(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return properties;
    }
}
