package fi.hytekello;

import fi.hytekello.platform.Providers;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class HytekelloApplication {

    static {
        // Also where a test starts the product, without its main method.
        Providers.name();
    }

    /** The engine's columns have no time zone: every JVM of the product runs in UTC. */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(HytekelloApplication.class, args);
    }
}
