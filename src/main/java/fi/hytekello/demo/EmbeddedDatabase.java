package fi.hytekello.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A real PostgreSQL of its own where none is configured; data that is kept outlives restarts and crashes. */
@Configuration(proxyBeanMethods = false)
@Profile("!production")
@ConditionalOnClass(EmbeddedPostgres.class)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "unset")
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    DataDirectory dataDirectory(DemoProperties demo) throws IOException {
        return DataDirectory.open(demo.home(), demo.dataKept());
    }

    /** Closed as a bean, after all that uses it: a shutdown hook would stop it under the engine. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(DataDirectory directory, DemoProperties demo) throws IOException {
        Files.createDirectories(demo.programs());
        // What is deleted at the end need not outlive a crash.
        String durable = demo.dataKept() ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.database())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(demo.programs().toFile())
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .start();
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) {
        String url = postgres.getJdbcUrl("postgres", "postgres");
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
