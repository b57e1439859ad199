package fi.hytekello.notification;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server of the test's own, on a free port. */
final class MailServer implements AutoCloseable {

    private final GreenMail server;
    private final int port;

    MailServer() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", "2000");
        properties.setProperty("mail.smtp.timeout", "2000");
        sender.setJavaMailProperties(properties);
        return sender;
    }

    /** The server refuses what is sent to this address. */
    void refuse(String address) {
        UserManager users = server.getUserManager();
        users.setMessageDeliveryHandler((message, recipient) -> {
            if (recipient.getEmail().equals(address)) {
                throw new IllegalStateException("No mailbox " + address);
            }
            GreenMailUser known = users.getUserByEmail(recipient.getEmail());
            return known == null ? users.createUser(recipient.getEmail(), recipient.getEmail(), "") : known;
        });
    }

    void stop() {
        server.stop();
    }

    void start() {
        server.start();
    }

    List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    List<String> receivedIds() {
        return Arrays.stream(server.getReceivedMessages())
                .map(MailServer::id)
                .sorted()
                .toList();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
