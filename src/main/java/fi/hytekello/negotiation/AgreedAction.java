package fi.hytekello.negotiation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed to be done.
 *
 * @param owner organisation and post that answers for it
 * @param dueOn Europe/Helsinki
 * @param doneOn null while it is not done
 * @param notDoneReason why it will not be done, null otherwise
 */
public record AgreedAction(
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
}
