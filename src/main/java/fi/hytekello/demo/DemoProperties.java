package fi.hytekello.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demonstration.
 *
 * @param data where the embedded database, the password and the mails are kept
 * @param binaries where the embedded database's programs are unpacked, by default below {@code data}
 */
@ConfigurationProperties("hytekello")
record DemoProperties(
        @DefaultValue(".hytekello") Path data, @Nullable Path binaries) {

    Path home() {
        return data.toAbsolutePath().normalize();
    }

    Path programs() {
        return binaries == null
                ? home().resolve("postgresql")
                : binaries.toAbsolutePath().normalize();
    }
}
