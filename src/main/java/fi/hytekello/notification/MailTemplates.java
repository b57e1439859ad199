package fi.hytekello.notification;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MailSender;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lays out the words of a mail, as plain text and as HTML, with the signature and the footer below. */
@Component
class MailTemplates {

    private final MessageSource messages;
    // An engine of our own: the web's knows pages only, and a mail is no page.
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    MailTemplates(MessageSource messages) {
        this.messages = messages;
        templates.setEnableSpringELCompiler(true);
        templates.addTemplateResolver(templates(".txt", TemplateMode.TEXT));
        templates.addTemplateResolver(templates(".html", TemplateMode.HTML));
    }

    private static ClassLoaderTemplateResolver templates(String suffix, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/mail/");
        resolver.getResolvablePatternSpec().addPattern("*" + suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    /** What the municipality signs in one language. */
    record Signature(Locale language, String text, List<String> lines) {

        static Signature of(MailSender sender, Locale language) {
            String text = sender.signature(language);
            return new Signature(language, text, text.lines().toList());
        }
    }

    /** Letters of one matter, in one language or in both. */
    MimeMultipart of(List<MailContent> contents, MailSender sender) throws MessagingException {
        List<Locale> languages =
                contents.stream().map(MailContent::language).distinct().toList();
        return filled("notification", "mails", contents, languages, sender);
    }

    MimeMultipart of(Digest digest, MailSender sender) throws MessagingException {
        return filled("digest", "digest", digest, List.of(digest.language()), sender);
    }

    private MimeMultipart filled(
            String template, String name, Object content, List<Locale> languages, MailSender sender)
            throws MessagingException {
        Context context = new Context(languages.get(0));
        context.setVariable(name, content);
        context.setVariable(
                "signatures",
                languages.stream()
                        .map(language -> Signature.of(sender, language))
                        .filter(signature -> !signature.text().isEmpty())
                        .toList());
        context.setVariable("footerFi", footer(sender, Languages.FINNISH));
        context.setVariable("footerSv", footer(sender, Languages.SWEDISH));
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(MimeParts.text(templates.process(template + ".txt", context), "plain"));
        parts.addBodyPart(MimeParts.text(templates.process(template + ".html", context), "html"));
        return parts;
    }

    private String footer(MailSender sender, Locale language) {
        return sender.replyTo().isEmpty()
                ? messages.getMessage("mail.footer", null, language)
                : messages.getMessage("mail.footer.reply", new Object[] {sender.replyTo()}, language);
    }
}
