package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell, with all that the outbox knows of it; names are in the recipient's language.
 *
 * @param attempts how often it was refused before
 * @param title the recipient's post, null when the person is no longer known
 * @param city whether the municipality calls itself a city
 * @param cycleOrNull the cycle that it is about; null with its year where it is about none
 * @param department the department's name, null for the municipality's own matters
 * @param absent the post of whom the recipient stands in for, null for what is the recipient's own
 * @param party whose statement a task waits for, null for all other matters
 * @param payload keys, ids and dates from which it is worded, as in {@link Notification}
 * @param decision null for mails about tasks
 */
public record Letter(
        UUID id,
        NotificationKind kind,
        String address,
        Locale language,
        int attempts,
        @Nullable String title,
        @Nullable String absent,
        MunicipalityCode municipalityCode,
        String municipality,
        boolean city,
        @Nullable CycleId cycleOrNull,
        @Nullable Integer yearOrNull,
        @Nullable String department,
        @Nullable String party,
        @Nullable String taskId,
        Map<String, String> payload,
        @Nullable Made decision) {

    /** The decision as it stands in the record when the mail is written. */
    public record Made(
            Subject subject,
            DecidedBy by,
            Outcome outcome,
            @Nullable String comment,
            LocalDate on,
            @Nullable String section,
            @Nullable String diaryNumber,
            @Nullable String link,
            @Nullable LocalDate nextMeetingOn) {}

    public Letter {
        payload = Map.copyOf(payload);
    }

    /** The cycle of a letter about one. */
    public CycleId cycle() {
        if (cycleOrNull == null) {
            throw new IllegalStateException(kind + " is about no cycle");
        }
        return cycleOrNull;
    }

    /** The cycle's year of a letter about one. */
    public int year() {
        if (yearOrNull == null) {
            throw new IllegalStateException(kind + " is about no cycle");
        }
        return yearOrNull;
    }

    /** The deadline that it tells of; null where it tells of none. */
    public @Nullable Instant dueAt() {
        String due = payload.get("due");
        return due == null ? null : Instant.parse(due);
    }

    /** The municipality, and the department where it is a department's matter. */
    String place() {
        return department == null ? municipality : municipality + ", " + department;
    }
}
