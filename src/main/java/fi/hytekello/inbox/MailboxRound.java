package fi.hytekello.inbox;

import fi.hytekello.inbox.InboxSettings.Mailbox;
import fi.hytekello.municipality.MunicipalityCode;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads all mailboxes again and again; one that does not answer holds up none of the others. */
@Component
public class MailboxRound {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxRound.class);

    private static final Duration WARN_AGAIN = Duration.ofHours(1);

    private final InboxSettings settings;
    private final ObjectProvider<Mailbox> more;
    private final MailboxReading reading;
    private final Clock clock;
    private final Map<String, Instant> warned = new HashMap<>();

    MailboxRound(InboxSettings settings, ObjectProvider<Mailbox> more, MailboxReading reading, Clock clock) {
        this.settings = settings;
        this.more = more;
        this.reading = reading;
        this.clock = clock;
    }

    /** Reads what is new in each, once; who asks while another reads waits until that is done. */
    @Scheduled(initialDelayString = "${hytekello.inbox.every:PT1M}", fixedDelayString = "${hytekello.inbox.every:PT1M}")
    public synchronized void run() {
        all().forEach(this::read);
    }

    /** Whether anything of a tenant is read at all. */
    public boolean reads(MunicipalityCode tenant) {
        return all().anyMatch(mailbox -> mailbox.tenant().equals(tenant.value()));
    }

    private Stream<Mailbox> all() {
        return Stream.concat(settings.mailboxes().stream(), more.stream());
    }

    private void read(Mailbox mailbox) {
        try {
            reading.read(mailbox);
            if (warned.remove(mailbox.key()) != null) {
                LOG.info("The {} is read again", mailbox);
            }
        } catch (MessagingException | RuntimeException failed) {
            warn(mailbox, failed);
        }
    }

    private void warn(Mailbox mailbox, Exception failed) {
        Instant now = clock.instant();
        Instant last = warned.get(mailbox.key());
        if (last == null || !now.isBefore(last.plus(WARN_AGAIN))) {
            warned.put(mailbox.key(), now);
            LOG.warn(
                    "The {} cannot be read and is tried again: {}",
                    mailbox,
                    failed.getClass().getSimpleName(),
                    failed);
        }
    }
}
