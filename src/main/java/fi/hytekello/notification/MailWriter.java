package fi.hytekello.notification;

import fi.hytekello.municipality.Languages;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
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
        MailContent content = texts.of(letter, attached);
        Context context = new Context(content.language());
        context.setVariable("mail", content);
        context.setVariable("footerFi", footer(Languages.FINNISH));
        context.setVariable("footerSv", footer(Languages.SWEDISH));

        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(templates.process("notification.txt", context), "plain"));
        parts.addBodyPart(part(templates.process("notification.html", context), "html"));

        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
        message.setSubject(content.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setContentLanguage(new String[] {content.language().getLanguage()});
        message.setHeader("X-Hytekello-Kind", letter.kind().name());
        message.setHeader("X-Hytekello-Municipality", letter.municipalityCode().value());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        message.setHeader("List-Id", "Hytekello <notifications." + host + ">");
        message.setContent(attached.isEmpty() ? parts : with(parts, attached));
        message.saveChanges();
        message.setHeader("Message-ID", messageId(letter));
        return message;
    }

    private static MimeMultipart with(MimeMultipart text, List<Attachment> attachments) throws MessagingException {
        MimeMultipart all = new MimeMultipart("mixed");
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(text);
        all.addBodyPart(body);
        for (Attachment attachment : attachments) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(attachment.content()));
            part.setFileName(attachment.name());
            part.setDisposition(Part.ATTACHMENT);
            all.addBodyPart(part);
        }
        return all;
    }

    private String footer(Locale locale) {
        return messages.getMessage("mail.footer", null, locale);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }
}
