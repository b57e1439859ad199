package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell somebody who does not sign in, once; its {@link LetterAuthor} puts it into words when it is sent.
 *
 * @param recipient key of the recipient, such as {@code party:<id>}
 * @param cycle null where it is about no year
 * @param on with recipient, kind and subject it makes the mail leave once
 * @param sendAfter when it is due; it leaves in the next office hours and may be withdrawn until then
 * @param payload as in {@link Notification}
 */
public record OutsideNotice(
        String recipient,
        String address,
        Locale language,
        MunicipalityCode municipality,
        @Nullable CycleId cycle,
        NotificationKind kind,
        String subjectKey,
        LocalDate on,
        Instant sendAfter,
        Map<String, String> payload) {

    public OutsideNotice {
        payload = Map.copyOf(payload);
    }

    /** The same, saying this too. */
    public OutsideNotice with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(payload);
        all.putAll(more);
        return new OutsideNotice(
                recipient, address, language, municipality, cycle, kind, subjectKey, on, sendAfter, all);
    }
}
