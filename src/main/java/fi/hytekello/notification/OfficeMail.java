package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail to an office outside the municipality; its {@link LetterAuthor} puts it into words, and adds the files, when it
 * is sent.
 *
 * @param recipient names the office, such as {@code county:ES}
 * @param cycle null where it is about no year
 * @param subjectKey what it is about; the same to the same office leaves once
 * @param payload keys, ids and dates from which the mail is written
 */
public record OfficeMail(
        String recipient,
        String address,
        Locale language,
        MunicipalityCode municipality,
        @Nullable CycleId cycle,
        NotificationKind kind,
        String subjectKey,
        Map<String, String> payload) {

    public OfficeMail {
        payload = Map.copyOf(payload);
    }
}
