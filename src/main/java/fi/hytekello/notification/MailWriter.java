package fi.hytekello.notification;

import fi.hytekello.municipality.Languages;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a mail: plain text and HTML, told apart from people's mail by its headers. */
@Component
class MailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailTexts texts;
    private final DigestTexts digests;
    private final MessageSource messages;
    private final MailSettings settings;
    private final ObjectProvider<AttachmentSource> attachments;
    private final String host;
    // An engine of our own: the web's knows pages only, and a mail is no page.
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    MailWriter(
            MailTexts texts,
            DigestTexts digests,
            MessageSource messages,
            MailSettings settings,
            SiteSettings site,
            ObjectProvider<AttachmentSource> attachments) {
        this.texts = texts;
        this.digests = digests;
        this.messages = messages;
        this.settings = settings;
        this.attachments = attachments;
        this.host = settings.messageIdHost() == null ? site.baseUrl().getHost() : settings.messageIdHost();
        templates.setEnableSpringELCompiler(true);
        templates.addTemplateResolver(templates(".txt", TemplateMode.TEXT));
        templates.addTemplateResolver(templates(".html", TemplateMode.HTML));
    }

    private static ClassLoaderTemplateResolver templates(String suffix, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/mail/");
        resolver.getResolvablePatternSpec().addPattern("*" + suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(UTF_8);
        return resolver;
    }

    /** The same however often the mail is written, so that one sent twice can be told to be one. */
    String messageId(Mail mail) {
        return "<notification-" + mail.id() + "@" + host + ">";
    }

    MimeMessage write(Mail mail, Session session) throws MessagingException {
        return mail.isDigest() ? digest(mail, session) : single(mail, session);
    }

    private MimeMessage single(Mail mail, Session session) throws MessagingException {
        Letter letter = mail.first();
        List<Attachment> attached = attachments
                .orderedStream()
                .flatMap(source -> source.of(letter.id()).stream())
                .toList();
        List<MailContent> contents = texts.of(letter, attached);
        MailContent content = contents.get(0);
        MimeMultipart parts = words("notification", "mails", contents, content.language());
        OwnMail.CalendarPart calendar = content.calendar();
        if (calendar != null) {
            parts.addBodyPart(MimeParts.event(calendar));
        }
        MimeMessage message = addressed(mail, session);
        message.setSubject(contents.stream().map(MailContent::subject).collect(Collectors.joining(" / ")), UTF_8);
        message.setContentLanguage(
                contents.stream().map(part -> part.language().getLanguage()).toArray(String[]::new));
        message.setHeader("X-Hytekello-Kind", letter.kind().name());
        return finished(message, mail, MimeParts.whole(parts, MimeParts.files(attached, calendar)));
    }

    private MimeMessage digest(Mail mail, Session session) throws MessagingException {
        Digest digest = digests.of(mail);
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
        return finished(message, mail, words("digest", "digest", digest, digest.language()));
    }

    private MimeMultipart words(String template, String name, Object content, Locale language)
            throws MessagingException {
        Context context = new Context(language);
        context.setVariable(name, content);
        context.setVariable("footerFi", footer(Languages.FINNISH));
        context.setVariable("footerSv", footer(Languages.SWEDISH));
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(MimeParts.text(templates.process(template + ".txt", context), "plain"));
        parts.addBodyPart(MimeParts.text(templates.process(template + ".html", context), "html"));
        return parts;
    }

    private MimeMessage addressed(Mail mail, Session session) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address(), true));
        message.setSentDate(Date.from(mail.asOf()));
        message.setHeader(
                "X-Hytekello-Municipality", mail.first().municipalityCode().value());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        message.setHeader("List-Id", "Hytekello <notifications." + host + ">");
        return message;
    }

    private MimeMessage finished(MimeMessage message, Mail mail, MimeMultipart content) throws MessagingException {
        message.setContent(content);
        message.saveChanges();
        message.setHeader("Message-ID", messageId(mail));
        return message;
    }

    private String footer(Locale locale) {
        return messages.getMessage("mail.footer", null, locale);
    }
}
