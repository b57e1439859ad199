package fi.hytekello.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.mock.env.MockEnvironment;

class SimulationSettingsTest {

    @Test
    void everyStartAsksWhetherItIsASimulation() throws IOException {
        Properties registered = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/META-INF/spring.factories"))) {
            registered.load(file);
        }
        assertThat(registered.getProperty(EnvironmentPostProcessor.class.getName()))
                .contains(SimulationSettings.class.getName());
    }

    @Test
    void aSimulationHasADatabaseAndMailsOfItsOwn(@TempDir Path output) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("hytekello.simulate", "2027")
                .withProperty("hytekello.simulate.output", output.toString());
        new SimulationSettings().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("hytekello.data")).startsWith(output.toString());
        assertThat(environment.getProperty("hytekello.mails"))
                .isEqualTo(output.resolve("mail").toString());
        assertThat(environment.getProperty("camunda.bpm.job-execution.enabled")).isEqualTo("false");
    }

    @Test
    void aRoundOfNominationsNeedsNoYear(@TempDir Path output) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("hytekello.simulate.region", "KH")
                .withProperty("hytekello.simulate.output", output.toString());
        new SimulationSettings().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("hytekello.simulate")).isEqualTo("2026");
        assertThat(environment.getProperty("hytekello.demo")).isEqualTo("false");
        assertThat(environment.getProperty("hytekello.inbox.every"))
                .as("the mailbox is read when the script has sent something")
                .isEqualTo("P1D");
    }

    @Test
    void anOrdinaryStartKeepsItsData() {
        MockEnvironment environment = new MockEnvironment();
        new SimulationSettings().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.containsProperty("hytekello.data")).isFalse();
    }
}
