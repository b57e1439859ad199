package fi.hytekello.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the start one of a simulation where {@code hytekello.simulate} or {@code hytekello.simulate.region} asks for one: no jobs, mails and readings of
 * mailboxes but those the simulation runs, quiet logs, and, unless a database is configured, one of its own that is gone afterwards.
 */
final class SimulationSettings implements EnvironmentPostProcessor {

    static final String YEAR = "hytekello.simulate";
    static final String REGION = "hytekello.simulate.region";
    static final String KIND = "hytekello.simulate.kind";
    static final String OUTPUT = "hytekello.simulate.output";

    /** The year of the letter where nobody says another: 15 January after it is a Friday, as in the seed. */
    private static final int ROUND = 2026;

    static boolean isAskedFor(Environment environment) {
        return environment.containsProperty(YEAR) || environment.containsProperty(REGION);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!isAskedFor(environment)) {
            return;
        }
        Path output = output(environment);
        Map<String, Object> settings = new HashMap<>();
        if (!environment.containsProperty(YEAR)) {
            settings.put(YEAR, Integer.toString(ROUND));
        }
        settings.put("hytekello.demo", "false");
        settings.put("hytekello.mail.dispatch", "false");
        settings.put("hytekello.inbox.every", "P1D");
        settings.put("hytekello.mails", output.resolve("mail").toString());
        settings.put("camunda.bpm.job-execution.enabled", "false");
        settings.put("server.port", "0");
        settings.put("spring.main.log-startup-info", "false");
        settings.put("logging.level.root", "warn");
        // The script has an address that takes no mail; the timeline tells what comes of it.
        settings.put("logging.level.fi.hytekello.notification.MailDispatcher", "error");
        if (!environment.containsProperty("spring.datasource.url")) {
            String data = environment.getProperty("hytekello.data", "");
            Path home = data.isEmpty() ? output : Path.of(data);
            settings.put("hytekello.data", fresh(home).toString());
            settings.put("hytekello.data-kept", "false");
            settings.put(
                    "hytekello.binaries",
                    Path.of(data.isEmpty() ? ".hytekello" : data)
                            .resolve("postgresql")
                            .toString());
        }
        environment.getPropertySources().addFirst(new MapPropertySource("simulation", settings));
    }

    static Path output(Environment environment) {
        return Path.of(environment.getProperty(OUTPUT, "target/simulation"))
                .toAbsolutePath()
                .normalize();
    }

    private static Path fresh(Path home) {
        try {
            Files.createDirectories(home);
            return Files.createTempDirectory(home.toAbsolutePath(), "simulation-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
