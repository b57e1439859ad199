package fi.hytekello.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of outgoing mail; the server itself is {@code spring.mail.*}.
 *
 * @param from address of all mails, but for municipalities that have set their own; a name beside it is not used, because
 *     each municipality has its own
 * @param messageIdHost right side of every Message-ID; without it, the host of the product's own address
 * @param dispatch false where mails are only collected, or sent by hand
 */
@ConfigurationProperties("hytekello.mail")
record MailSettings(
        @DefaultValue("Hytekello <hytekello@localhost>") String from,
        @Nullable String messageIdHost,
        @DefaultValue("true") boolean dispatch) {

    MailSettings {
        address(from);
    }

    /** The address alone. */
    String address() {
        return address(from);
    }

    private static String address(String from) {
        try {
            return new InternetAddress(from, true).getAddress();
        } catch (AddressException malformed) {
            throw new IllegalArgumentException("hytekello.mail.from is no mail address: " + from, malformed);
        }
    }
}
