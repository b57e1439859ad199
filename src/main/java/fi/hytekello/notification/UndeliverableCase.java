package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that takes no mail, for those who deal with it. Personal data: for its page only.
 *
 * @param why it takes none
 * @param names whose address it is, in the reader's language; without those who are not known any more
 * @param kept the address as it is kept now, which may have been corrected meanwhile
 * @param mails what waits for it, the oldest first
 */
public record UndeliverableCase(
        long id,
        MunicipalityCode municipality,
        @Nullable CycleId cycle,
        String address,
        Instant since,
        Why why,
        List<String> names,
        String kept,
        List<Waiting> mails) {

    /** What the mail server said of it. */
    public enum Why {
        REFUSED,
        MALFORMED,
        /** It took nothing in all tries. */
        TRIES
    }

    /**
     * Something that could not be told.
     *
     * @param nameKey message key of the task's name, null where it is about no task
     * @param dueAt deadline of that task
     */
    public record Waiting(
            NotificationKind kind,
            @Nullable String nameKey,
            @Nullable Instant dueAt,
            Instant since) {}

    public UndeliverableCase {
        names = List.copyOf(names);
        mails = List.copyOf(mails);
    }
}
