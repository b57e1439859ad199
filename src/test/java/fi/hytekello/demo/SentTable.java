package fi.hytekello.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * All mails of a municipality's year: the minute at which each left, its recipient, its languages and its subject, held
 * against a table whose rows were checked by hand against the calendar, the script and the decision tables.
 */
final class SentTable {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private SentTable() {}

    /** @param domain of the municipality's people, such as {@code @mantyharju.example} */
    static void assertSent(MailStore mails, String domain, Path table) throws IOException {
        List<String> sent = mails.list(domain).stream()
                .map(mail -> row(mails, mail))
                .sorted()
                .toList();
        Path seen = Path.of("target", table.getFileName().toString());
        Files.write(seen, sent);
        assertThat(sent).as("mails as they left, also in " + seen).containsExactlyElementsOf(Files.readAllLines(table));
    }

    private static String row(MailStore mails, StoredMail mail) {
        try {
            return String.join(
                    "; ",
                    MINUTE.format(mail.at()),
                    mail.to().replaceAll("@.*", ""),
                    String.join("+", mails.read(mail).getContentLanguage()),
                    mail.subject());
        } catch (MessagingException malformed) {
            throw new IllegalStateException("Not a mail: " + mail.file(), malformed);
        }
    }
}
