package fi.hytekello.demo.simulation;

import fi.hytekello.notification.SentMailListener;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Remembers, while a year is played, which mails the server has accepted. */
@Component
class SentMails implements SentMailListener {

    /** Kind and municipality are what the headers {@code X-Hytekello-…} say; a digest is noted for each kind that it tells. */
    record Sent(String kind, String municipality, String recipient) {}

    private final List<Sent> sent = new ArrayList<>();
    private boolean remembering;

    synchronized void remember(boolean on) {
        remembering = on;
        sent.clear();
    }

    /** What was sent since the last call. */
    synchronized List<Sent> take() {
        List<Sent> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    @Override
    public synchronized void sent(MimeMessage message) {
        if (remembering) {
            try {
                String municipality = message.getHeader("X-Hytekello-Municipality", null);
                String recipient = InternetAddress.toUnicodeString(message.getAllRecipients());
                for (String kind : kinds(message)) {
                    sent.add(new Sent(kind, municipality, recipient));
                }
            } catch (MessagingException malformed) {
                throw new IllegalStateException(malformed);
            }
        }
    }

    private static String[] kinds(MimeMessage message) throws MessagingException {
        String told = message.getHeader("X-Hytekello-Told", null);
        return (told == null ? message.getHeader("X-Hytekello-Kind", null) : told).split(",", -1);
    }
}
