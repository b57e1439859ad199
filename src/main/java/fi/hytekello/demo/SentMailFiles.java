package fi.hytekello.demo;

import fi.hytekello.notification.SentMailListener;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Keeps the mails of a simulation that sends them to a server of somebody else. */
@Component
@ConditionalOnProperty({SimulationSettings.YEAR, "spring.mail.host"})
class SentMailFiles implements SentMailListener {

    private final MailStore store;

    SentMailFiles(MailStore store) {
        this.store = store;
    }

    @Override
    public void sent(MimeMessage message) {
        try {
            store.add(message, ((InternetAddress) message.getAllRecipients()[0]).getAddress());
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
