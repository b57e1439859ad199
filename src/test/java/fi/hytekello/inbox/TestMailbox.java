package fi.hytekello.inbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.hytekello.municipality.MunicipalityCode;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mailbox on an IMAP server of the test's own; mails are put there as they stand. */
final class TestMailbox implements AutoCloseable {

    private final GreenMail server;
    private final GreenMailUser user;
    private final InboxSettings.Mailbox settings;
    private @Nullable Instant arrival;

    TestMailbox(MunicipalityCode tenant) throws IOException, UserException {
        int port = freePort();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.getUserManager().createUser("liitto@" + tenant + ".example", "liitto", "secret");
        settings = of(tenant, port);
    }

    static InboxSettings.Mailbox of(MunicipalityCode tenant, int port) {
        return new InboxSettings.Mailbox(
                tenant.value(), "127.0.0.1", port, "liitto", "secret", "INBOX", InboxSettings.Security.NONE);
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    InboxSettings.Mailbox settings() {
        return settings;
    }

    /** @param lines of the mail, headers first, as they go over the wire */
    void deliver(String... lines) throws MessagingException {
        String raw = String.join("\r\n", lines) + "\r\n";
        MimeMessage mail = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        if (arrival == null) {
            user.deliver(mail);
        } else {
            append(mail, arrival);
        }
    }

    private void append(MimeMessage mail, Instant at) {
        try {
            folder().appendMessage(mail, new Flags(), Date.from(at));
        } catch (FolderException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** What is delivered from now on arrives at this moment, whatever this machine's clock says. */
    void at(Instant moment) {
        arrival = moment;
    }

    /** Headers and body of an ordinary mail with a text. */
    void deliverText(String id, String subject, String... more) throws MessagingException {
        String[] lines = {
            "From: Kirjaamo <kirjaamo@kunta.example>",
            "To: liitto@liitto.example",
            "Message-ID: <" + id + ">",
            "Subject: " + subject,
            String.join("\r\n", more.length == 0 ? new String[] {"X-Plain: yes"} : more),
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8",
            "",
            "Hei, tässä on vastauksemme."
        };
        deliver(lines);
    }

    /** A mail with a text and a file. */
    void deliverFile(String id, String subject, String disposition, byte[] content) throws MessagingException {
        deliver(
                "From: kirjaamo@kunta.example",
                "Message-ID: <" + id + ">",
                "Subject: " + subject,
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=b1",
                "",
                "--b1",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                "Liitteenä päätös.",
                "--b1",
                "Content-Type: application/octet-stream",
                "Content-Transfer-Encoding: base64",
                disposition,
                "",
                Base64.getMimeEncoder().encodeToString(content),
                "--b1--");
    }

    void markAsRead() throws FolderException {
        for (StoredMessage message : stored()) {
            folder().setFlags(new Flags(Flags.Flag.SEEN), true, message.getUid(), null, true);
        }
    }

    List<Boolean> read() throws FolderException {
        return stored().stream()
                .map(message -> message.getFlags().contains(Flags.Flag.SEEN))
                .toList();
    }

    private List<StoredMessage> stored() throws FolderException {
        return folder().getMessages();
    }

    private MailFolder folder() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user);
    }

    @Override
    public void close() {
        server.stop();
    }
}
