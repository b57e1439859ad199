package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import java.util.Locale;
import java.util.Map;

/**
 * A feature that words its own mails. The outbox keeps only the ids; the mail is worded when it leaves. The features
 * know the outbox, so it asks them through this.
 */
public interface MailSource {

    /**
     * What to word.
     *
     * @param municipality its name in the recipient's language
     * @param address the recipient's address
     */
    record Asked(
            NotificationKind kind,
            CycleId cycle,
            int year,
            String municipality,
            String address,
            Map<String, String> payload,
            Locale language) {}

    boolean words(NotificationKind kind);

    OwnMail of(Asked asked);
}
