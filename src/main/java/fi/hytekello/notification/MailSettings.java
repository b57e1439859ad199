package fi.hytekello.notification;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of outgoing mail; the server itself is {@code spring.mail.*}.
 *
 * @param from sender's address, with or without a name
 * @param messageIdHost right side of every Message-ID; without it, the host of the product's own address
 * @param dispatch false where mails are only collected, or sent by hand
 */
@ConfigurationProperties("hytekello.mail")
record MailSettings(
        @DefaultValue("Hytekello <hytekello@localhost>") String from,
        @Nullable String messageIdHost,
        @DefaultValue("true") boolean dispatch) {}
