package fi.hytekello.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demonstration.
 *
 * @param data where the embedded database, the password, the clock and the mails are kept
 * @param dataKept false where all below {@code data} is deleted at the end, and need not outlive a crash
 * @param binaries where the embedded database's programs are unpacked, by default below {@code data}
 * @param mails where every mail received is kept, by default below {@code data}
 * @param yearUnderWay whether the first start leaves a municipality in the middle of its year, which takes the longest of it
 * @param smtpPort of the demo's mail server, 0 for any free one
 * @param imapPort of its mailbox, 0 for any free one
 */
@ConfigurationProperties("hytekello")
record DemoProperties(
        @DefaultValue(".hytekello") Path data,
        @DefaultValue("true") boolean dataKept,
        @Nullable Path binaries,
        @Nullable Path mails,
        @DefaultValue("true") boolean yearUnderWay,
        @DefaultValue("0") int smtpPort,
        @DefaultValue("0") int imapPort) {

    Path home() {
        return data.toAbsolutePath().normalize();
    }

    Path programs() {
        return below(binaries, "postgresql");
    }

    Path mailDirectory() {
        return below(mails, "mail");
    }

    private Path below(@Nullable Path given, String name) {
        return given == null ? home().resolve(name) : given.toAbsolutePath().normalize();
    }
}
