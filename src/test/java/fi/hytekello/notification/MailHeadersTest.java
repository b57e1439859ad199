package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MailSender;
import fi.hytekello.municipality.MunicipalityCode;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people type into names, titles and numbers, a mail has the headers that the product gives it. */
class MailHeadersTest {

    private static final Instant NOW = Instant.parse("2027-01-04T06:00:00Z");
    private static final UUID ID = UUID.fromString("0b6c1a52-0000-4000-8000-0123456789ab");

    private final MailWriter writer = MailContentTest.writer(new Bringing());

    /** An author whose mails bring files with names that somebody typed: the letter's department. */
    private static final class Bringing implements LetterAuthor {

        @Override
        public Set<NotificationKind> kinds() {
            return Set.of(NotificationKind.INVITATION);
        }

        @Override
        public List<MailContent> write(Letter letter) {
            String typed = String.valueOf(letter.department());
            ByteArrayDataSource file = new ByteArrayDataSource(new byte[] {1}, "application/pdf");
            return List.of(new MailContent(Languages.FINNISH, typed, typed, typed, List.of(), null, null, null)
                    .with(List.of(new Attachment(typed + ".pdf", typed, "0", file)))
                    .with(new CalendarPart("REQUEST", typed + ".ics", "BEGIN:VCALENDAR")));
        }
    }

    static Stream<String> hostile() {
        return Stream.of(
                "A\r\nBcc: x@y.example",
                "A\nBcc: x@y.example",
                "A\rBcc: x@y.example",
                "A\r\n\r\n<h1>Another mail</h1>",
                "A\r\n \r\nBcc: x@y.example",
                "A\u2028Bcc: x@y.example",
                "A\u2029Bcc: x@y.example",
                "A\u0085Bcc: x@y.example",
                "A\u000BBcc: x@y.example\u0000",
                "=?UTF-8?Q?A=0D=0ABcc:_x@y.example?=",
                "=\u200B?UTF-8?Q?A=0D=0ABcc:_x@y.example?=",
                "\u202Egnp.elif",
                "\uD83D half",
                "\"A\" <x@y.example>, ",
                "Å😀".repeat(300),
                "A".repeat(3000),
                "Ä B".repeat(700) + "\r\nBcc: x@y.example");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void addsNoHeaderAndNoLine(String typed) throws Exception {
        MailSender sender = new MailSender(typed, typed, "", "", typed, typed);
        Letter task = letter(NotificationKind.TASK_NOTICE, typed);
        Letter decision = letter(NotificationKind.RETURNED, typed);
        Letter bringing = letter(NotificationKind.INVITATION, typed);
        Letter plain = letter(NotificationKind.TASK_NOTICE, "A");
        List<String> usual = names(written(MailSender.NONE, List.of(plain)));
        for (Letter letter : List.of(task, decision, bringing)) {
            MimeMessage mail = written(sender, List.of(letter));
            assertThat(names(mail)).isEqualTo(usual);
            assertHarmless(mail);
        }
        List<Letter> several = List.of(task, decision);
        MimeMessage digest = written(sender, several);
        assertThat(names(digest)).isEqualTo(names(written(MailSender.NONE, List.of(plain, plain))));
        assertHarmless(digest);
    }

    private static void assertHarmless(MimeMessage mail) throws Exception {
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getFrom()).hasSize(1);
        assertThat(mail.getFrom()[0].toString()).endsWith("<hytekello@juva.example>");
        assertThat(mail.getSubject())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]")
                .doesNotContain("=?");
        assertThat(mail.getSubject().length()).isLessThan(600);
        for (Multipart parts : multiparts((Multipart) mail.getContent())) {
            for (int i = 0; i < parts.getCount(); i++) {
                assertPartHarmless(parts.getBodyPart(i));
            }
        }
    }

    private static void assertPartHarmless(BodyPart part) throws Exception {
        assertThat(Collections.list(part.getAllHeaders()))
                .extracting(Header::getName)
                .isSubsetOf("Content-Type", "Content-Transfer-Encoding", "Content-Disposition");
        if (part.getFileName() != null) {
            assertThat(part.getFileName())
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}/\\\\]")
                    .matches("(?s).*\\.(pdf|ics)");
        }
    }

    private static List<Multipart> multiparts(Multipart whole) throws Exception {
        List<Multipart> all = new ArrayList<>(List.of(whole));
        for (int i = 0; i < whole.getCount(); i++) {
            if (whole.getBodyPart(i).getContent() instanceof Multipart inner) {
                all.addAll(multiparts(inner));
            }
        }
        return all;
    }

    @Test
    void aLongSubjectIsFolded() throws Exception {
        Letter letter = letter(NotificationKind.TASK_NOTICE, "Kulttuuri ja vapaa-aika, ".repeat(3));
        String[] lines = raw(MailSender.NONE, List.of(letter)).split("\r\n", -1);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThan(200));
        assertThat(written(MailSender.NONE, List.of(letter)).getSubject())
                .startsWith("Juva, Kulttuuri ja vapaa-aika, Kulttuuri")
                .endsWith("– viimeistään pe 15.1.2027 klo 16.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example, c@d.example",
                "group:a@b.example,c@d.example;",
                "A <a@b.example>",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\u2028",
                "a\u0000@b.example",
                "ä@b.example",
                "a@b@c.example",
                ""
            })
    void writesToOnePlainAddressOnly(String address) {
        Letter letter = letter(NotificationKind.TASK_NOTICE, "A", address);
        assertThatThrownBy(() -> written(MailSender.NONE, List.of(letter)))
                .isInstanceOf(AddressException.class)
                .satisfies(refused -> assertThat(
                                Refusal.ofUnwritable((Exception) refused).verdict())
                        .isEqualTo(Refusal.Verdict.NEVER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example", "kirjaamo"})
    void aWrongAddressOfTheMunicipalityIsNotTheRecipientsFault(String address) {
        Letter letter = letter(NotificationKind.TASK_NOTICE, "A");
        for (MailSender sender :
                List.of(new MailSender("", "", "", address, "", ""), new MailSender("", "", address, "", "", ""))) {
            assertThatThrownBy(() -> written(sender, List.of(letter)))
                    .isInstanceOf(IllegalStateException.class)
                    .satisfies(refused -> assertThat(
                                    Refusal.ofUnwritable((Exception) refused).verdict())
                            .isEqualTo(Refusal.Verdict.LATER));
        }
    }

    private static Letter letter(NotificationKind kind, String typed) {
        return letter(kind, typed, "koordinaattori@juva.example");
    }

    private static Letter letter(NotificationKind kind, String typed, String address) {
        Locale in = Languages.FINNISH;
        return new Letter(
                ID,
                kind,
                address,
                in,
                0,
                typed,
                typed,
                new MunicipalityCode("178"),
                typed.equals("A") || typed.startsWith("Kulttuuri") ? "Juva" : typed,
                false,
                new CycleId(7),
                2027,
                typed,
                null,
                "4711",
                Map.of("name", typed, "task", typed, "turn", "FINANCE", "due", "2027-01-15T14:00:00Z"),
                new Letter.Made(
                        Subject.WELFARE_REPORT,
                        DecidedBy.BOARD,
                        Outcome.RETURNED,
                        typed,
                        LocalDate.of(2027, 1, 3),
                        typed,
                        typed,
                        typed,
                        null));
    }

    /** As a mail program reads it. */
    private MimeMessage written(MailSender sender, List<Letter> letters) throws Exception {
        byte[] bytes = raw(sender, letters).getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private String raw(MailSender sender, List<Letter> letters) throws Exception {
        Mail mail = new Mail(ID, NOW, NOW, null, sender, letters);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(mail, Session.getInstance(new Properties())).writeTo(bytes);
        String raw = bytes.toString(StandardCharsets.ISO_8859_1);
        String head = raw.substring(0, raw.indexOf("\r\n\r\n"));
        assertThat(head.lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(998).matches("[\\x20-\\x7E\\t]+"));
        return raw;
    }

    private static List<String> names(MimeMessage mail) throws Exception {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(Header::getName)
                .sorted()
                .toList();
    }
}
