package fi.hytekello.inbox;

import fi.hytekello.inbox.InboxSettings.Mailbox;
import fi.hytekello.inbox.InboxSettings.Security;
import fi.hytekello.municipality.MunicipalityCode;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what is new in a mailbox, one mail after the other; each is marked as read only after it is stored. Whoever
 * dies in between finds the same mail again and knows it by its Message-ID.
 */
@Component
class MailboxReading {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxReading.class);

    private static final String CONNECT_MILLIS = "5000";
    private static final String READ_MILLIS = "20000";

    private final Inbox inbox;
    private final MailReading reading;
    private final MailboxPositions positions;

    MailboxReading(Inbox inbox, MailReading reading, MailboxPositions positions) {
        this.inbox = inbox;
        this.reading = reading;
        this.positions = positions;
    }

    /** @throws MessagingException when the server does not answer or does not let us in; what was read is kept */
    void read(Mailbox mailbox) throws MessagingException {
        Session session = Session.getInstance(properties(mailbox.security()));
        try (Store store = session.getStore("imap")) {
            store.connect(mailbox.host(), mailbox.usedPort(), mailbox.user(), mailbox.password());
            try (Folder folder = store.getFolder(mailbox.folder())) {
                folder.open(Folder.READ_WRITE);
                readNew(mailbox, folder, (UIDFolder) folder);
            }
        }
    }

    private void readNew(Mailbox mailbox, Folder folder, UIDFolder numbers) throws MessagingException {
        long validity = numbers.getUIDValidity();
        long last = positions
                .find(mailbox.key())
                .filter(known -> known.validity() == validity)
                .map(MailboxPositions.Position::lastUid)
                .orElse(-1L);
        if (last < 0) {
            last = beforeUnread(folder, numbers);
            positions.set(mailbox.key(), new MailboxPositions.Position(validity, last));
        }
        for (Message message : after(last, folder, numbers)) {
            long uid = numbers.getUID(message);
            take(new MunicipalityCode(mailbox.tenant()), read((MimeMessage) message, "uid:" + validity + ":" + uid));
            positions.set(mailbox.key(), new MailboxPositions.Position(validity, uid));
            message.setFlag(Flags.Flag.SEEN, true);
        }
    }

    /** What people had read before the mailbox was ours is left alone. */
    private static long beforeUnread(Folder folder, UIDFolder numbers) throws MessagingException {
        Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        OptionalLong first = OptionalLong.empty();
        for (Message message : unread) {
            long uid = numbers.getUID(message);
            first = OptionalLong.of(first.isEmpty() ? uid : Math.min(first.getAsLong(), uid));
        }
        if (first.isPresent()) {
            return first.getAsLong() - 1;
        }
        int count = folder.getMessageCount();
        return count == 0 ? 0 : numbers.getUID(folder.getMessage(count));
    }

    /** Servers answer an open range at least with the last mail, though it be before it. */
    private static List<Message> after(long last, Folder folder, UIDFolder numbers) throws MessagingException {
        Message[] found = numbers.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        FetchProfile wanted = new FetchProfile();
        wanted.add(UIDFolder.FetchProfileItem.UID);
        wanted.add(FetchProfile.Item.SIZE);
        // Asked for alone, it would come with the server's own reading of the headers.
        wanted.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(found, wanted);
        return Arrays.stream(found)
                .filter(message -> message != null && uid(numbers, message) > last)
                .toList();
    }

    private static long uid(UIDFolder numbers, Message message) {
        try {
            return numbers.getUID(message);
        } catch (MessagingException gone) {
            // Deleted by somebody at this moment.
            return -1;
        }
    }

    /** A mail that its server cannot hand over must not stand in the way of those that follow. */
    private ReadMail read(MimeMessage message, String key) throws MessagingException {
        try {
            return reading.read(message);
        } catch (MessagingException refused) {
            if (!message.getFolder().isOpen()) {
                throw refused;
            }
            LOG.warn("A mail server cannot hand over a mail; the registry is told", refused);
            return reading.unreadable(key);
        }
    }

    /** A mail that its feature cannot take goes to the registry; a database that is away stops the reading. */
    private void take(MunicipalityCode tenant, ReadMail mail) {
        try {
            inbox.take(tenant, mail);
        } catch (RuntimeException failed) {
            LOG.warn("A mail to {} could not be taken and goes to the registry", tenant, failed);
            inbox.take(tenant, mail.with(InboxMail.Trouble.FAILED));
        }
    }

    private static Properties properties(Security security) {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.imap.timeout", READ_MILLIS);
        properties.setProperty("mail.imap.writetimeout", READ_MILLIS);
        // Reading alone marks nothing as read.
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.ssl.enable", Boolean.toString(security == Security.TLS));
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        properties.setProperty("mail.imap.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty("mail.imap.starttls.required", Boolean.toString(security == Security.STARTTLS));
        return properties;
    }
}
