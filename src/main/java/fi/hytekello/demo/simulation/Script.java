package fi.hytekello.demo.simulation;

import fi.hytekello.worklist.OpenTask;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Who does what when: the rows of {@code demo/script.csv}, of which the first that fits a task holds. A row may be for
 * one of several plays; the municipalities of a simulation take these in turn, so that all returns happen somewhere.
 */
@Component
class Script {

    private final List<Cue> cues =
            DemoTable.read("script.csv").stream().map(Cue::of).toList();
    private final Properties texts = new Properties();

    Script() {
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("demo/texts.properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many plays there are. */
    int plays() {
        return cues.stream().mapToInt(Cue::play).max().orElse(1);
    }

    Cue cue(OpenTask task, Cue.Part part) {
        return cues.stream()
                .filter(cue -> cue.fits(task, part))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The script says nothing of " + task.task()));
    }

    /** What somebody writes. */
    String text(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    /** One of the texts {@code key.0}, {@code key.1} and so on, in turn. */
    String text(String key, int turn) {
        int count = 0;
        while (texts.containsKey(key + "." + count)) {
            count++;
        }
        return text(key + "." + turn % count);
    }
}
