package fi.hytekello.nomination;

import fi.hytekello.body.Organisation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether a mail to a request comes from where its organisation is known to be: an answer from elsewhere is taken, but
 * the registry is warned, for a mail only claims who sent it.
 */
public enum MailSender {
    /** An address that is kept of the organisation. */
    KNOWN,
    /** Another address of the same domain. */
    SAME_DOMAIN,
    STRANGER;

    /** @param address as the mail claims it; empty where it has none */
    public static MailSender of(Organisation organisation, String address) {
        List<String> kept = Stream.of(
                        organisation.registryEmail(), organisation.expertEmail(), organisation.managementEmail())
                .filter(Objects::nonNull)
                .map(one -> one.toLowerCase(Locale.ROOT))
                .toList();
        String sender = address.strip().toLowerCase(Locale.ROOT);
        if (kept.contains(sender)) {
            return KNOWN;
        }
        return kept.stream().map(MailSender::domain).anyMatch(domain(sender)::equals) ? SAME_DOMAIN : STRANGER;
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }
}
