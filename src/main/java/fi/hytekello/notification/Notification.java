package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell one person, once: a second one for the same person, kind, subject and due date is dropped.
 *
 * @param cycle null where it is about no year
 * @param subjectKey what it is about, such as {@code task:<id>} or {@code decision:<id>}
 * @param taskId the task that it tells of: once that is done, it is not told any more
 * @param urgency null where its kind and due date tell ({@link UrgencyPolicy})
 * @param payload keys, ids and dates from which the mail is written; no personal data, no texts of people
 */
public record Notification(
        Person recipient,
        MunicipalityCode municipality,
        @Nullable CycleId cycle,
        NotificationKind kind,
        String subjectKey,
        @Nullable LocalDate dueOn,
        @Nullable String taskId,
        @Nullable Urgency urgency,
        Map<String, String> payload) {

    /** A mail as urgent as others of its kind. */
    public Notification(
            Person recipient,
            MunicipalityCode municipality,
            @Nullable CycleId cycle,
            NotificationKind kind,
            String subjectKey,
            @Nullable LocalDate dueOn,
            @Nullable String taskId,
            Map<String, String> payload) {
        this(recipient, municipality, cycle, kind, subjectKey, dueOn, taskId, null, payload);
    }

    public Notification {
        payload = Map.copyOf(payload);
    }

    /**
     * What a payload says to a deputy: the absence, so that the mail can say for whom. Empty for those told in own right.
     *
     * @param told who has to be told in own right; the recipient is one of these or stands in for one
     */
    public static Map<String, String> asDeputy(Person recipient, Predicate<Person> told) {
        return recipient
                .deputyFor(told)
                .map(deputyship -> Map.of("absence", Long.toString(deputyship.absence())))
                .orElse(Map.of());
    }
}
