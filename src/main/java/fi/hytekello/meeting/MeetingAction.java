package fi.hytekello.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting agreed to be done.
 *
 * @param owner organisation and post that answers for it
 * @param dueOn Europe/Helsinki
 * @param doneOn null while it is not done
 * @param notDoneReason why it will not be done, null otherwise
 */
public record MeetingAction(
        long id,
        String title,
        String owner,
        LocalDate dueOn,
        @Nullable LocalDate doneOn,
        @Nullable String notDoneReason,
        int version) {

    public boolean isOpen() {
        return doneOn == null && notDoneReason == null;
    }

    public boolean isLateOn(LocalDate day) {
        return isOpen() && day.isAfter(dueOn);
    }
}
