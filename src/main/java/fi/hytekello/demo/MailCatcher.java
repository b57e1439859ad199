package fi.hytekello.demo;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Properties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A real SMTP server of its own where none is configured; it keeps every mail and passes none on. A mail is in its
 * file before the sender is told that it was accepted.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!production")
@ConditionalOnClass(GreenMail.class)
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "unset")
@EnableConfigurationProperties(MailProperties.class)
class MailCatcher {

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail mailServer(MailStore store, DemoProperties demo) throws UserException {
        ServerSetup smtp = new ServerSetup(demo.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(10_000);
        GreenMail server = new DemoMailServer(smtp);
        GreenMailUser everybody = server.getUserManager().createUser("all@example", "all", "");
        server.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
            store.add(message.getMessage(), recipient.getEmail());
            forgetEarlier(server);
            return everybody;
        });
        return server;
    }

    @Bean
    JavaMailSenderImpl mailSender(GreenMail server, MailProperties settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setProtocol(settings.getProtocol());
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        sender.setDefaultEncoding(settings.getDefaultEncoding().name());
        Properties properties = new Properties();
        properties.putAll(settings.getProperties());
        sender.setJavaMailProperties(properties);
        return sender;
    }

    /** The files are the archive; the server's own mailboxes live in memory. */
    private static void forgetEarlier(GreenMail server) {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
