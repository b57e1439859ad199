package fi.hytekello.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What this node knows of a mail server that does not answer. Says so when it begins, after an hour and at the end. */
@Component
public class MailOutage {

    private static final Logger LOG = LoggerFactory.getLogger(MailOutage.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration WORTH_TELLING = Duration.ofHours(1);

    private @Nullable Instant nextTry;
    private @Nullable Instant waitingSince;
    private boolean told;
    private @Nullable UUID brokenOver;

    /** Since when mails wait for the server; empty while it answers, and in the first hour. */
    public synchronized Optional<Instant> waitingSince() {
        return Optional.ofNullable(told ? waitingSince : null);
    }

    /** False for a minute after the server did not answer. */
    synchronized boolean mayTry(Instant now) {
        return nextTry == null || !now.isBefore(nextTry);
    }

    /** @param since when the first mail that waits was due */
    synchronized void noAnswer(Instant now, Instant since, String reason) {
        if (waitingSince == null) {
            LOG.info("The mail server does not answer ({}); it is tried again every minute", reason);
            waitingSince = since;
        }
        nextTry = now.plus(PAUSE);
        if (!told && !now.isBefore(waitingSince.plus(WORTH_TELLING))) {
            told = true;
            LOG.warn("Mails have waited since {}: the mail server does not answer ({})", waitingSince, reason);
        }
    }

    /** The server has said yes or no to a mail. */
    synchronized void isOver() {
        brokenOver = null;
        if (waitingSince != null) {
            LOG.info("The mail server answers again; mails had waited since {}", waitingSince);
        }
        nextTry = null;
        waitingSince = null;
        told = false;
    }

    /**
     * The server hung up or fell silent over a mail.
     *
     * @return true when the last time was over another mail: then it is the server's fault, not the mail's
     */
    synchronized boolean brokenOverAnother(UUID mail) {
        boolean another = brokenOver != null && !brokenOver.equals(mail);
        brokenOver = mail;
        return another;
    }
}
