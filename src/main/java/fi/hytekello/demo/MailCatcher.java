package fi.hytekello.demo;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.hytekello.inbox.InboxSettings;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A real SMTP server of its own where none is configured; it keeps every mail and passes none on. A mail is in its
 * file before the sender is told that it was accepted. What comes for the regional council lies in a mailbox too, which
 * is read by IMAP.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!production")
@ConditionalOnClass(GreenMail.class)
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "unset")
@EnableConfigurationProperties(MailProperties.class)
class MailCatcher {

    private static final String HERE = "127.0.0.1";

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail mailServer(MailStore store, DemoProperties demo, Clock clock) throws UserException {
        GreenMail server = new DemoMailServer(
                setup(demo.smtpPort(), ServerSetup.PROTOCOL_SMTP), setup(demo.imapPort(), ServerSetup.PROTOCOL_IMAP));
        GreenMailUser everybody = server.getUserManager().createUser("all@example", "all", secret());
        GreenMailUser council =
                server.getUserManager().createUser(DemoPeople.COUNCIL_MAILBOX, DemoPeople.COUNCIL_MAILBOX, secret());
        server.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
            store.add(message.getMessage(), recipient.getEmail());
            ImapHostManager mailboxes = server.getManagers().getImapHostManager();
            try {
                // The files are the archive; the server's own mailboxes live in memory.
                mailboxes.getInbox(everybody).deleteAllMessages();
                if (recipient.getEmail().equalsIgnoreCase(council.getEmail())) {
                    mailboxes
                            .getInbox(council)
                            .appendMessage(
                                    new MimeMessage(message.getMessage()), new Flags(), Date.from(clock.instant()));
                }
            } catch (FolderException impossible) {
                throw new IllegalStateException(impossible);
            }
            return everybody;
        });
        return server;
    }

    private static ServerSetup setup(int port, String protocol) {
        ServerSetup setup = new ServerSetup(port, HERE, protocol);
        setup.setServerStartupTimeout(10_000);
        return setup;
    }

    private static String secret() {
        return UUID.randomUUID().toString();
    }

    @Bean
    JavaMailSenderImpl mailSender(GreenMail server, MailProperties settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setProtocol(settings.getProtocol());
        sender.setHost(HERE);
        sender.setPort(server.getSmtp().getPort());
        sender.setDefaultEncoding(settings.getDefaultEncoding().name());
        Properties properties = new Properties();
        properties.putAll(settings.getProperties());
        sender.setJavaMailProperties(properties);
        return sender;
    }

    /** The regional council's, which the product reads as it would any other. */
    @Bean
    @Conditional(DemoWorldOn.class)
    InboxSettings.Mailbox councilMailbox(GreenMail server) {
        GreenMailUser council = server.getUserManager().getUserByEmail(DemoPeople.COUNCIL_MAILBOX);
        return new InboxSettings.Mailbox(
                DemoPeople.COUNCIL.value(),
                HERE,
                server.getImap().getPort(),
                council.getLogin(),
                council.getPassword(),
                "INBOX",
                InboxSettings.Security.NONE);
    }
}
