package fi.hytekello.inbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailboxes that are read; none unless somebody sets one. How often is {@code hytekello.inbox.every}, a minute. A
 * mailbox may also be a bean of its own, where its address is known only once its server runs.
 *
 * @param mostMegabytes of a mail with all its files; a larger one stays in the mailbox, and the registry is told
 * @param mostMegabytesOfFile of one attachment
 */
@ConfigurationProperties("hytekello.inbox")
public record InboxSettings(
        @DefaultValue List<Mailbox> mailboxes,
        @DefaultValue("25") int mostMegabytes,
        @DefaultValue("10") int mostMegabytesOfFile) {

    private static final int MEGABYTE = 1024 * 1024;

    public InboxSettings {
        mailboxes = List.copyOf(mailboxes);
        if (mostMegabytes < 1 || mostMegabytesOfFile < 1) {
            throw new IllegalArgumentException("hytekello.inbox: the megabytes are at least 1");
        }
    }

    int mostBytes() {
        return mostMegabytes * MEGABYTE;
    }

    int mostBytesOfFile() {
        return mostMegabytesOfFile * MEGABYTE;
    }

    /** How the connection is kept secret. */
    public enum Security {
        /** From the first byte; port 993. */
        TLS,
        /** From the greeting on, or not at all; port 143. */
        STARTTLS,
        /** Only to a server on this machine. */
        NONE
    }

    /**
     * A mailbox of a tenant, read by nobody else's program.
     *
     * @param tenant code of the municipality or regional council
     * @param port null for the usual one of the security
     * @param folder the folder that is read
     */
    public record Mailbox(
            String tenant,
            String host,
            @Nullable Integer port,
            String user,
            String password,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("TLS") Security security) {

        public Mailbox {
            Objects.requireNonNull(tenant, "hytekello.inbox.mailboxes: tenant");
            Objects.requireNonNull(host, "hytekello.inbox.mailboxes: host");
            Objects.requireNonNull(user, "hytekello.inbox.mailboxes: user");
            Objects.requireNonNull(password, "hytekello.inbox.mailboxes: password");
            if (security == Security.NONE && !isHere(host)) {
                throw new IllegalArgumentException(
                        "hytekello.inbox.mailboxes: a mailbox on another machine is read by TLS or STARTTLS only");
            }
        }

        int usedPort() {
            if (port != null) {
                return port;
            }
            return security == Security.TLS ? 993 : 143;
        }

        /** What the position in it is kept under. */
        String key() {
            return tenant + " " + user + "@" + host + ":" + usedPort() + "/" + folder;
        }

        /** Without the password, for logs and messages; the user may be a person's address. */
        @Override
        public String toString() {
            return "mailbox of " + tenant + " at " + host + ":" + usedPort();
        }

        private static boolean isHere(String host) {
            try {
                return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
            } catch (UnknownHostException unknown) {
                return false;
            }
        }
    }
}
