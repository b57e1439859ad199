package fi.hytekello.inbox;

import fi.hytekello.notification.OneLine;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads a mail whatever it is: what cannot be read becomes a mail with a trouble, never an error. */
@Component
class MailReading {

    private static final Logger LOG = LoggerFactory.getLogger(MailReading.class);

    private static final Pattern ADDRESS = Pattern.compile("[^<>()\\s\",;:=?@]{1,64}@[^<>()\\s\",;:=?@]{1,255}");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final int MOST_IDS = 50;

    private final InboxSettings settings;
    private final Clock clock;

    MailReading(InboxSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws MessagingException when the mailbox no longer answers */
    ReadMail read(MimeMessage message) throws MessagingException {
        Date received = message.getReceivedDate();
        Instant receivedAt = received == null ? clock.instant() : received.toInstant();
        boolean tooLarge = message.getSize() > settings.mostBytes();
        // What the server itself makes of a mail is not used: servers stumble over broken ones.
        MimeMessage own = tooLarge ? headersOf(message) : new MimeMessage(message);
        ReadMail headers = headers(own, receivedAt, message.getSize());
        if (headers.automatic()) {
            return headers;
        }
        return tooLarge ? headers.with(InboxMail.Trouble.TOO_LARGE) : whole(own, headers);
    }

    /** A mail of which nothing is known but that it is there. */
    ReadMail unreadable(String key) {
        return new ReadMail(
                key, InboxMail.Trouble.UNREADABLE, false, "", "", "", clock.instant(), List.of(), List.of());
    }

    private static MimeMessage headersOf(MimeMessage message) throws MessagingException {
        List<String> lines = Collections.list(message.getAllHeaderLines());
        lines.addAll(List.of("", ""));
        return new MimeMessage(
                message.getSession(),
                new ByteArrayInputStream(String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1)));
    }

    private ReadMail whole(MimeMessage message, ReadMail headers) {
        MailParts parts = new MailParts(settings.mostBytesOfFile());
        InboxMail.Trouble trouble = headers.trouble();
        try {
            parts.read(message);
        } catch (MessagingException | IOException | RuntimeException broken) {
            LOG.info(
                    "A mail could not be read as a whole: {}", broken.getClass().getSimpleName());
            trouble = InboxMail.Trouble.UNREADABLE;
        }
        return new ReadMail(
                headers.key(),
                trouble,
                false,
                headers.sender(),
                headers.subject(),
                HarmlessText.of(parts.text()),
                headers.receivedAt(),
                headers.answersTo(),
                parts.files());
    }

    private static ReadMail headers(MimeMessage message, Instant receivedAt, int size) throws MessagingException {
        String sender = sender(message);
        String subject = OneLine.subject(decoded(first(message, "Subject")));
        boolean report = first(message, "Content-Type").toLowerCase(Locale.ROOT).contains("delivery-status");
        String submitted = first(message, "Auto-Submitted").strip();
        boolean automatic = !report && !submitted.isEmpty() && !submitted.equalsIgnoreCase("no");
        List<String> ids = ids(first(message, "Message-ID"));
        return new ReadMail(
                ids.isEmpty() ? digest(receivedAt + "|" + sender + "|" + subject + "|" + size) : ids.get(0),
                report ? InboxMail.Trouble.UNDELIVERED : null,
                automatic,
                sender,
                subject,
                "",
                receivedAt,
                answersTo(message),
                List.of());
    }

    private static String digest(String known) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(known.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What it answers to, then what that answered to and so on. */
    private static List<String> answersTo(MimeMessage message) throws MessagingException {
        List<String> references = new ArrayList<>(ids(first(message, "References")));
        Collections.reverse(references);
        List<String> all = new ArrayList<>(ids(first(message, "In-Reply-To")));
        all.addAll(references);
        return all.stream().distinct().limit(MOST_IDS).toList();
    }

    private static List<String> ids(String header) {
        return MESSAGE_ID.matcher(header).results().map(MatchResult::group).toList();
    }

    /** The last address: what stands before it may be any text, also another address. */
    private static String sender(MimeMessage message) throws MessagingException {
        String written = first(message, "From");
        return OneLine.subject(ADDRESS.matcher(written)
                .results()
                .map(MatchResult::group)
                .reduce((before, last) -> last)
                .orElse(written));
    }

    private static String first(Message message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    private static String decoded(String header) {
        String line = MimeUtility.unfold(header);
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException unknown) {
            return line;
        }
    }
}
