package fi.hytekello.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what is due, a batch over one connection; only when the connection stands is it put into mails. Each mail is
 * sent and marked in a transaction of its own: whoever dies in between has at most the mail in hand sent again, with the
 * same Message-ID and content. Any number may run at once.
 */
@Component
public class MailDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(MailDispatcher.class);

    private static final int BATCH = 50;

    /** How long a refused mail waits, by the number of refusals; after one more it is given up, 58 hours on. */
    private static final List<Integer> BACK_OFF_MINUTES = List.of(1, 5, 15, 60, 180, 360, 720, 720, 1440);

    /** Longer than the pause after an outage, so that others are tried first. */
    private static final Duration LET_OTHERS_GO_FIRST = Duration.ofMinutes(5);

    private enum Result {
        SENT,
        REFUSED,
        BROKEN,
        TAKEN_BY_ANOTHER
    }

    private final MailFolding folding;
    private final MailQueue queue;
    private final MailWriter writer;
    private final MailOutage outage;
    private final UndeliverableMails undeliverable;
    private final QuietTimes quietTimes;
    private final ObjectProvider<JavaMailSenderImpl> servers;
    private final ObjectProvider<SentMailListener> listeners;
    private final TransactionOperations transactions;
    private final Clock clock;

    MailDispatcher(
            MailFolding folding,
            MailQueue queue,
            MailWriter writer,
            MailOutage outage,
            UndeliverableMails undeliverable,
            QuietTimes quietTimes,
            ObjectProvider<JavaMailSenderImpl> servers,
            ObjectProvider<SentMailListener> listeners,
            TransactionOperations transactions,
            Clock clock) {
        this.folding = folding;
        this.queue = queue;
        this.writer = writer;
        this.outage = outage;
        this.undeliverable = undeliverable;
        this.quietTimes = quietTimes;
        this.servers = servers;
        this.listeners = listeners;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Sends all that is due now and returns how many mails the server accepted. Not to be called in a transaction.
     * Without a mail server and in quiet times nothing is sent and everything waits.
     */
    public int dispatchDue() {
        JavaMailSenderImpl server = servers.getIfAvailable();
        int sent = 0;
        boolean more = server != null;
        while (more && mayTry(clock.instant()) && queue.isAnythingDue(clock.instant())) {
            Progress progress = sendBatch(Objects.requireNonNull(server));
            sent += progress.sent;
            more = progress.found;
        }
        undeliverable.openCases();
        return sent;
    }

    /** What an outage has held up waits for office hours, too. */
    private boolean mayTry(Instant now) {
        return !quietTimes.areAt(now) && outage.mayTry(now);
    }

    /** How far a batch has come. */
    private static final class Progress {
        boolean found;
        int sent;
    }

    private Progress sendBatch(JavaMailSenderImpl server) {
        Progress progress = new Progress();
        try (MailConnection connection = MailConnection.to(server)) {
            MailFolding.Batch batch = folding.offer(clock.instant(), BATCH);
            progress.found = batch.found();
            send(batch.mails(), connection, progress);
        } catch (MessagingException unreachable) {
            noAnswer(Refusal.kinds(unreachable));
        }
        return progress;
    }

    private void send(List<Mail> mails, MailConnection connection, Progress progress) {
        Deque<Mail> left = new ArrayDeque<>(mails);
        try {
            boolean open = true;
            while (open && !left.isEmpty()) {
                Result result = deliver(left.remove(), connection);
                progress.sent += result == Result.SENT ? 1 : 0;
                open = result != Result.BROKEN && (result != Result.REFUSED || connection.isOpen());
            }
        } finally {
            queue.release(left, clock.instant());
        }
    }

    private Result deliver(Mail mail, MailConnection connection) {
        MimeMessage message;
        try {
            message = writer.write(mail, connection.session());
        } catch (MessagingException | RuntimeException unwritable) {
            return transaction(mail, () -> refused(mail, Refusal.ofUnwritable(unwritable)));
        }
        Result result = transaction(mail, () -> {
            try {
                connection.send(message);
            } catch (MessagingException | IllegalStateException refusal) {
                return refused(mail, Refusal.of(refusal));
            }
            outage.isOver();
            queue.sent(mail.id(), writer.messageId(mail), clock.instant());
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

    private Result transaction(Mail mail, Step step) {
        Result result = transactions.execute(status -> queue.take(mail.id()) ? step.run() : Result.TAKEN_BY_ANOTHER);
        return Objects.requireNonNull(result);
    }

    private Result refused(Mail mail, Refusal refusal) {
        Instant now = clock.instant();
        Instant heldSince = refusal.mayHaveArrived() ? mail.asOf() : mail.heldBefore();
        if (refusal.breaksConnection() && outage.brokenOverAnother(mail.id())) {
            queue.putOff(mail.id(), now.plus(LET_OTHERS_GO_FIRST), refusal.reason(), heldSince);
            noAnswer(refusal.reason());
        } else if (refusal.verdict() == Refusal.Verdict.NEVER || isEnough(mail)) {
            LOG.warn("Mail {} is given up after {} tries: {}", mail.id(), mail.attempts() + 1, refusal.reason());
            queue.giveUp(mail.id(), now, refusal.reason());
        } else {
            LOG.info("Mail {} was not accepted and will be tried again: {}", mail.id(), refusal.reason());
            queue.tryAgain(mail.id(), quietTimes.atOnce(now.plus(backOff(mail))), refusal.reason(), heldSince);
        }
        if (refusal.breaksConnection()) {
            return Result.BROKEN;
        }
        outage.isOver();
        return Result.REFUSED;
    }

    private void noAnswer(String reason) {
        Instant now = clock.instant();
        outage.noAnswer(now, queue.waitingSince(now).orElse(now), reason);
    }

    private boolean isEnough(Mail mail) {
        return mail.attempts() >= BACK_OFF_MINUTES.size() && queue.acceptedAnySince(mail.createdAt());
    }

    private static Duration backOff(Mail mail) {
        return Duration.ofMinutes(BACK_OFF_MINUTES.get(Math.min(mail.attempts(), BACK_OFF_MINUTES.size() - 1)));
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
}
