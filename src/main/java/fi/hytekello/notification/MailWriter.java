package fi.hytekello.notification;

import fi.hytekello.municipality.EmailAddresses;
import fi.hytekello.municipality.MailSender;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes a mail: plain text and HTML, from its municipality, told apart from people's mail by its headers. */
@Component
class MailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailTexts texts;
    private final DigestTexts digests;
    private final MailTemplates templates;
    private final String host;
    private final String ownAddress;

    MailWriter(
            MailTexts texts, DigestTexts digests, MailTemplates templates, MailSettings settings, SiteSettings site) {
        this.texts = texts;
        this.digests = digests;
        this.templates = templates;
        this.host = settings.messageIdHost() == null ? site.baseUrl().getHost() : settings.messageIdHost();
        this.ownAddress = settings.address();
    }

    /** The same however often the mail is written, so that one sent twice can be told to be one. */
    String messageId(Mail mail) {
        return "<notification-" + mail.id() + "@" + host + ">";
    }

    MimeMessage write(Mail mail, Session session) throws MessagingException {
        return write(mail, session, texts::of);
    }

    /** The mail with sample data in place of what its ids stand for. */
    MimeMessage sample(Mail mail, Session session) throws MessagingException {
        return write(mail, session, texts::sample);
    }

    private MimeMessage write(Mail mail, Session session, Function<Letter, List<MailContent>> words)
            throws MessagingException {
        return mail.isDigest() ? digest(mail, session, words) : single(mail, session, words);
    }

    private MimeMessage single(Mail mail, Session session, Function<Letter, List<MailContent>> words)
            throws MessagingException {
        Letter letter = mail.first();
        List<MailContent> contents = words.apply(letter);
        MailContent content = contents.get(0);
        MimeMultipart parts = templates.of(contents, mail.sender());
        CalendarPart calendar = content.calendar();
        if (calendar != null) {
            parts.addBodyPart(MimeParts.event(calendar));
        }
        MimeMessage message = addressed(mail, session);
        message.setSubject(contents.stream().map(MailContent::subject).collect(Collectors.joining(" / ")), UTF_8);
        message.setContentLanguage(
                contents.stream().map(part -> part.language().getLanguage()).toArray(String[]::new));
        message.setHeader("X-Hytekello-Kind", letter.kind().name());
        return finished(message, mail, MimeParts.whole(parts, MimeParts.files(content.attachments(), calendar)));
    }

    private MimeMessage digest(Mail mail, Session session, Function<Letter, List<MailContent>> words)
            throws MessagingException {
        Digest digest = digests.of(mail, words);
        MimeMessage message = addressed(mail, session);
        message.setSubject(digest.subject(), UTF_8);
        message.setContentLanguage(new String[] {digest.language().getLanguage()});
        message.setHeader("X-Hytekello-Kind", "DIGEST");
        message.setHeader(
                "X-Hytekello-Told",
                mail.letters().stream()
                        .map(letter -> letter.kind().name())
                        .distinct()
                        .collect(Collectors.joining(",")));
        return finished(message, mail, templates.of(digest, mail.sender()));
    }

    private MimeMessage addressed(Mail mail, Session session) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(from(mail));
        MailSender sender = mail.sender();
        if (!sender.replyTo().isEmpty()) {
            message.setReplyTo(new InternetAddress[] {ofSender(sender.replyTo())});
        }
        message.setRecipient(Message.RecipientType.TO, plain(mail.address()));
        message.setSentDate(Date.from(mail.asOf()));
        message.setHeader(
                "X-Hytekello-Municipality", mail.first().municipalityCode().value());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        message.setHeader("List-Id", "Hytekello <notifications." + host + ">");
        return message;
    }

    private InternetAddress from(Mail mail) {
        MailSender sender = mail.sender();
        String own = sender.name(mail.language());
        InternetAddress from = new InternetAddress();
        from.setAddress(
                sender.address().isEmpty()
                        ? ownAddress
                        : ofSender(sender.address()).getAddress());
        try {
            from.setPersonal(OneLine.name(own.isEmpty() ? mail.first().municipality() : own), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return from;
    }

    /** A wrong address of the sender is no fault of the recipient's, whose address would else be given up. */
    private static InternetAddress ofSender(String address) {
        try {
            return plain(address);
        } catch (AddressException malformed) {
            throw new IllegalStateException("A municipality's own address is no mail address", malformed);
        }
    }

    /** Neither a list nor a group nor a name with an address: what stands there is the only one who gets the mail. */
    private static InternetAddress plain(String address) throws AddressException {
        if (!EmailAddresses.isOne(address)) {
            throw new AddressException("Not one plain address");
        }
        return new InternetAddress(address, true);
    }

    private MimeMessage finished(MimeMessage message, Mail mail, MimeMultipart content) throws MessagingException {
        message.setContent(content);
        message.saveChanges();
        message.setHeader("Message-ID", messageId(mail));
        return message;
    }
}
