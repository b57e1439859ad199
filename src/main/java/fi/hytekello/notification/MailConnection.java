package fi.hytekello.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** One connection to the mail server, for many mails. */
final class MailConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailConnection.class);

    private final Session session;
    private final Transport transport;

    private MailConnection(Session session, Transport transport) {
        this.session = session;
        this.transport = transport;
    }

    /** @throws MessagingException when the server does not answer, or does not let us in */
    static MailConnection to(JavaMailSenderImpl server) throws MessagingException {
        Session session = server.getSession();
        String protocol = given(server.getProtocol());
        Transport transport = session.getTransport(protocol == null ? "smtp" : protocol);
        transport.connect(server.getHost(), server.getPort(), given(server.getUsername()), given(server.getPassword()));
        return new MailConnection(session, transport);
    }

    Session session() {
        return session;
    }

    void send(MimeMessage message) throws MessagingException {
        transport.sendMessage(message, message.getAllRecipients());
    }

    /** Asks the server. */
    boolean isOpen() {
        return transport.isConnected();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debug("The mail server hung up before the end", gone);
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return StringUtils.hasText(text) ? text : null;
    }
}
