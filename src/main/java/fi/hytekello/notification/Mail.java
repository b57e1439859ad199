package fi.hytekello.notification;

import fi.hytekello.municipality.MailSender;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What leaves to one address: one letter, or several as a digest.
 *
 * @param createdAt when it was put together
 * @param asOf when it was first offered to the mail server: its date, however often it is offered
 * @param heldBefore since when the server might have it from an earlier try; null when it certainly has not
 * @param sender of the municipality
 * @param letters all to the same recipient, in the same language, of the same municipality; never empty
 */
record Mail(
        UUID id,
        Instant createdAt,
        Instant asOf,
        @Nullable Instant heldBefore,
        MailSender sender,
        List<Letter> letters) {

    Mail {
        letters = List.copyOf(letters);
    }

    Letter first() {
        return letters.get(0);
    }

    boolean isDigest() {
        return letters.size() > 1;
    }

    String address() {
        return first().address();
    }

    Locale language() {
        return first().language();
    }

    /** How often it was tried and not accepted. */
    int attempts() {
        return first().attempts();
    }
}
