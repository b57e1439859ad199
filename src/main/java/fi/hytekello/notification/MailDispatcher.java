package fi.hytekello.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.StringUtils;

/**
 * Sends what is due in the outbox, a batch over one connection. Each mail is taken, sent and marked in a transaction of
 * its own: whoever dies in between has at most the mail in hand sent again, under the same Message-ID. Any number may
 * run at once.
 */
@Component
public class MailDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(MailDispatcher.class);

    private static final int BATCH = 50;
    private static final Duration WAIT_FOR_SERVER = Duration.ofMinutes(1);

    /** How long a refused mail waits, by the number of refusals; after one more it is given up, 58 hours on. */
    private static final List<Integer> BACK_OFF_MINUTES = List.of(1, 5, 15, 60, 180, 360, 720, 720, 1440);

    private enum Result {
        SENT,
        REFUSED,
        TAKEN_BY_ANOTHER
    }

    private final Outbox outbox;
    private final MailWriter writer;
    private final ObjectProvider<JavaMailSenderImpl> servers;
    private final ObjectProvider<SentMailListener> listeners;
    private final TransactionOperations transactions;
    private final Clock clock;

    MailDispatcher(
            Outbox outbox,
            MailWriter writer,
            ObjectProvider<JavaMailSenderImpl> servers,
            ObjectProvider<SentMailListener> listeners,
            TransactionOperations transactions,
            Clock clock) {
        this.outbox = outbox;
        this.writer = writer;
        this.servers = servers;
        this.listeners = listeners;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Sends all that is due now and returns how many mails the server accepted. Not to be called in a transaction.
     * Without a mail server nothing is sent and everything waits.
     */
    public int dispatchDue() {
        JavaMailSenderImpl server = servers.getIfAvailable();
        if (server == null) {
            return 0;
        }
        int sent = 0;
        while (true) {
            List<Letter> batch = outbox.due(clock.instant(), BATCH);
            if (batch.isEmpty()) {
                return sent;
            }
            Progress progress = send(batch, server);
            sent += progress.sent;
            if (progress.handled == 0) {
                return sent;
            }
        }
    }

    /** How far a batch has come. */
    private static final class Progress {
        int sent;
        int handled;
    }

    private Progress send(List<Letter> batch, JavaMailSenderImpl server) {
        Progress progress = new Progress();
        try (Transport connection = connect(server)) {
            for (Letter letter : batch) {
                Result result = deliver(letter, server.getSession(), connection);
                progress.sent += result == Result.SENT ? 1 : 0;
                progress.handled += result == Result.TAKEN_BY_ANOTHER ? 0 : 1;
                // A mail on which the server hangs up is refused like any other, or it would hold up the rest for ever.
                if (result == Result.REFUSED && !connection.isConnected()) {
                    return progress;
                }
            }
        } catch (MessagingException unreachable) {
            LOG.warn("The mail server does not answer; mails wait for it: {}", kind(unreachable));
            outbox.postpone(clock.instant(), WAIT_FOR_SERVER, kind(unreachable));
        }
        return progress;
    }

    private static Transport connect(JavaMailSenderImpl server) throws MessagingException {
        String protocol = given(server.getProtocol());
        Transport connection = server.getSession().getTransport(protocol == null ? "smtp" : protocol);
        connection.connect(
                server.getHost(), server.getPort(), given(server.getUsername()), given(server.getPassword()));
        return connection;
    }

    private Result deliver(Letter letter, Session session, Transport connection) {
        MimeMessage message;
        try {
            message = writer.write(letter, session);
        } catch (MessagingException | RuntimeException unwritable) {
            return transaction(letter, () -> refused(letter, unwritable));
        }
        Result result = transaction(letter, () -> {
            try {
                connection.sendMessage(message, message.getAllRecipients());
            } catch (MessagingException | IllegalStateException refusal) {
                return refused(letter, refusal);
            }
            outbox.sent(letter.id(), writer.messageId(letter), clock.instant());
            return Result.SENT;
        });
        if (result == Result.SENT) {
            tellListeners(message);
        }
        return result;
    }

    private interface Step {
        Result run();
    }

    private Result transaction(Letter letter, Step step) {
        Result result = transactions.execute(
                status -> outbox.take(letter.id(), clock.instant()) ? step.run() : Result.TAKEN_BY_ANOTHER);
        return Objects.requireNonNull(result);
    }

    private Result refused(Letter letter, Exception reason) {
        Instant now = clock.instant();
        if (letter.attempts() >= BACK_OFF_MINUTES.size()) {
            LOG.warn(
                    "Notification {} is given up after {} refusals: {}",
                    letter.id(),
                    letter.attempts() + 1,
                    kind(reason));
            outbox.giveUp(letter.id(), now, kind(reason));
        } else {
            LOG.info("Notification {} was refused and will be tried again: {}", letter.id(), kind(reason));
            outbox.tryAgain(
                    letter.id(), now.plus(Duration.ofMinutes(BACK_OFF_MINUTES.get(letter.attempts()))), kind(reason));
        }
        return Result.REFUSED;
    }

    private void tellListeners(MimeMessage message) {
        listeners.orderedStream().forEach(listener -> {
            try {
                listener.sent(message);
            } catch (RuntimeException failed) {
                LOG.warn("A listener of sent mails failed", failed);
            }
        });
    }

    /** The kinds of an exception and its causes: the messages of mail servers repeat addresses. */
    private static String kind(Throwable problem) {
        Throwable cause = problem.getCause();
        String name = problem.getClass().getSimpleName();
        return cause == null || cause == problem ? name : name + ": " + kind(cause);
    }

    private static @Nullable String given(@Nullable String text) {
        return StringUtils.hasText(text) ? text : null;
    }
}
