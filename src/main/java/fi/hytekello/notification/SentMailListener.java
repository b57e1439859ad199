package fi.hytekello.notification;

import jakarta.mail.internet.MimeMessage;

/** Is handed every mail after the server has accepted it and the outbox knows; what it throws is logged only. */
@FunctionalInterface
public interface SentMailListener {

    void sent(MimeMessage message);
}
