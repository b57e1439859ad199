package fi.hytekello.notification;

import fi.hytekello.municipality.Languages;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a letter as a mail: plain text and HTML, told apart from people's mail by its headers. */
@Component
class MailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailTexts texts;
    private final MessageSource messages;
    private final MailSettings settings;
    private final ObjectProvider<AttachmentSource> attachments;
    private final String host;
    private final Clock clock;
    // An engine of our own: the web's knows pages only, and a mail is no page.
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    MailWriter(
            MailTexts texts,
            MessageSource messages,
            MailSettings settings,
            SiteSettings site,
            ObjectProvider<AttachmentSource> attachments,
            Clock clock) {
        this.texts = texts;
        this.messages = messages;
        this.settings = settings;
        this.attachments = attachments;
        this.host = settings.messageIdHost() == null ? site.baseUrl().getHost() : settings.messageIdHost();
        this.clock = clock;
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

    /** The same for a letter however often it is written, so that a mail sent twice can be told to be one. */
    String messageId(Letter letter) {
        return "<notification-" + letter.id() + "@" + host + ">";
    }

    MimeMessage write(Letter letter, Session session) throws MessagingException {
        List<Attachment> attached = attachments
                .orderedStream()
                .flatMap(source -> source.of(letter.id()).stream())
                .toList();
        List<MailContent> contents = texts.of(letter, attached);
        MailContent content = contents.get(0);
        Context context = new Context(content.language());
        context.setVariable("mails", contents);
        context.setVariable("footerFi", footer(Languages.FINNISH));
        context.setVariable("footerSv", footer(Languages.SWEDISH));

        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(templates.process("notification.txt", context), "plain"));
        parts.addBodyPart(part(templates.process("notification.html", context), "html"));
        OwnMail.CalendarPart calendar = content.calendar();
        if (calendar != null) {
            parts.addBodyPart(event(calendar));
        }

        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
        message.setSubject(contents.stream().map(MailContent::subject).collect(Collectors.joining(" / ")), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setContentLanguage(
                contents.stream().map(part -> part.language().getLanguage()).toArray(String[]::new));
        message.setHeader("X-Hytekello-Kind", letter.kind().name());
        message.setHeader("X-Hytekello-Municipality", letter.municipalityCode().value());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        message.setHeader("List-Id", "Hytekello <notifications." + host + ">");
        message.setContent(whole(parts, files(attached, calendar)));
        message.saveChanges();
        message.setHeader("Message-ID", messageId(letter));
        return message;
    }

    private static MimeMultipart whole(MimeMultipart words, List<MimeBodyPart> files) throws MessagingException {
        if (files.isEmpty()) {
            return words;
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(words);
        MimeMultipart mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(body);
        for (MimeBodyPart file : files) {
            mixed.addBodyPart(file);
        }
        return mixed;
    }

    /** An event comes once more as a file, for programs that do not know the part. */
    private static List<MimeBodyPart> files(List<Attachment> attachments, OwnMail.@Nullable CalendarPart calendar)
            throws MessagingException {
        List<MimeBodyPart> files = new ArrayList<>();
        for (Attachment attachment : attachments) {
            files.add(file(attachment.name(), attachment.content()));
        }
        if (calendar != null) {
            byte[] event = calendar.text().getBytes(StandardCharsets.UTF_8);
            files.add(file(calendar.fileName(), new ByteArrayDataSource(event, "application/ics; charset=UTF-8")));
        }
        return files;
    }

    private static MimeBodyPart file(String name, DataSource content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(content));
        part.setFileName(name);
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    private String footer(Locale locale) {
        return messages.getMessage("mail.footer", null, locale);
    }

    /** What mail programs offer to accept (RFC 6047 2.4). */
    private static MimeBodyPart event(OwnMail.CalendarPart calendar) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                calendar.text().getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=UTF-8; method=" + calendar.method())));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }
}
