package fi.hytekello.demo;

import fi.hytekello.inbox.MailboxRound;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Answers mails as whoever received them does in a mail program: over SMTP to where answers go. Then the mailboxes are
 * read, as they are every minute.
 */
@Component
public class MailReplies {

    private static final int LONGEST_TEXT = 20_000;

    private final MailStore store;
    private final ObjectProvider<JavaMailSender> server;
    private final MailboxRound mailboxes;
    private final Clock clock;

    MailReplies(MailStore store, ObjectProvider<JavaMailSender> server, MailboxRound mailboxes, Clock clock) {
        this.store = store;
        this.server = server;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /** A file that goes with a mail. */
    public record Enclosed(String name, Resource content) {}

    /** Where an answer to this mail goes; empty where it takes none. */
    public Optional<String> answersGoTo(StoredMail mail) {
        try {
            String[] named = store.read(mail).getHeader("Reply-To");
            return named == null ? Optional.empty() : Optional.of(InternetAddress.parse(named[0])[0].getAddress());
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /**
     * Answers a mail; the answer carries its subject and says which mail it answers.
     *
     * @throws InvalidInput when there is no text, or too much
     * @throws Conflict when the mail takes no answer
     */
    public void reply(StoredMail mail, String text, @Nullable Enclosed file) {
        String to = answersGoTo(mail).orElseThrow(() -> new Conflict("problem.mail.noReply"));
        try {
            MimeMessage original = store.read(mail);
            MimeMessageHelper reply = mail(original.getAllRecipients()[0].toString(), to, text, file);
            String subject = mail.subject();
            reply.setSubject(subject.startsWith("Re: ") ? subject : "Re: " + subject);
            MimeMessage message = reply.getMimeMessage();
            message.setHeader("In-Reply-To", original.getMessageID());
            message.setHeader("References", original.getMessageID());
            send(message);
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** Writes a mail that answers none, as somebody does who has mislaid the one to be answered. */
    public void write(String from, String to, String subject, String text) {
        try {
            MimeMessageHelper mail = mail(from, to, text, null);
            mail.setSubject(subject);
            send(mail.getMimeMessage());
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private MimeMessageHelper mail(String from, String to, String text, @Nullable Enclosed file)
            throws MessagingException {
        if (text.isBlank()) {
            throw new InvalidInput("replyText", "problem.answer.missing");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidInput("replyText", "problem.answer.long", LONGEST_TEXT, text.length());
        }
        MimeMessageHelper mail = new MimeMessageHelper(
                server.getObject().createMimeMessage(), file != null, StandardCharsets.UTF_8.name());
        mail.setFrom(from);
        mail.getMimeMessage().setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSentDate(Date.from(clock.instant()));
        mail.setText(text);
        if (file != null) {
            mail.addAttachment(file.name(), file.content());
        }
        return mail;
    }

    private void send(MimeMessage message) throws MessagingException {
        String domain = message.getFrom()[0].toString().replaceFirst(".*@", "");
        message.setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + domain + ">");
        server.getObject().send(message);
        readMailboxes();
    }

    /** In a thread of its own: whoever may be signed in here has no part in it. */
    private void readMailboxes() {
        Thread reading = new Thread(mailboxes::run, "mailboxes");
        reading.start();
        try {
            reading.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
