package fi.hytekello.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.municipality.Municipality;
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
        List<String> sent = rows(mails, domain);
        Path seen = Path.of("target", table.getFileName().toString());
        Files.write(seen, sent);
        assertThat(sent).as("mails as they left, also in " + seen).containsExactlyElementsOf(Files.readAllLines(table));
    }

    /** Another municipality that plays the same has the same mails at the same minutes, in its own name. */
    static void assertSentAlike(MailStore mails, Municipality other, Municipality tables, Path table)
            throws IOException {
        List<String> expected = Files.readAllLines(table).stream()
                .map(row -> row.replace(tables.nameFi(), other.nameFi())
                        .replace(" " + tables.code() + "/", " " + other.code() + "/"))
                .sorted()
                .toList();
        assertThat(rows(mails, "@" + DemoPeople.place(other) + ".example"))
                .as(other.nameFi())
                .containsExactlyElementsOf(expected);
    }

    private static List<String> rows(MailStore mails, String domain) {
        return mails.list(domain).stream()
                .map(mail -> row(mails, mail))
                .sorted()
                .toList();
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
