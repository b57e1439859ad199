package fi.hytekello.indicator.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the start one of an import where {@code hytekello.import.observations} asks for one: on the product's own
 * database, but without the demo, jobs, mails and the usual address.
 */
final class ImportCommandSettings implements EnvironmentPostProcessor {

    /** The file. */
    static final String FILE = "hytekello.import.observations";

    /** The day on which Sotkanet gave it, {@code yyyy-MM-dd}; may be left out where it is not known. */
    static final String FETCHED_ON = "hytekello.import.fetched-on";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.containsProperty(FILE)) {
            return;
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("hytekello.demo", "false");
        settings.put("hytekello.mail.dispatch", "false");
        settings.put("hytekello.sotkanet.schedule", "-");
        settings.put("camunda.bpm.job-execution.enabled", "false");
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", "0");
        settings.put("spring.main.log-startup-info", "false");
        settings.put("logging.level.root", "warn");
        environment.getPropertySources().addFirst(new MapPropertySource("import", settings));
    }
}
