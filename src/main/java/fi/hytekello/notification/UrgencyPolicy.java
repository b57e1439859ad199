package fi.hytekello.notification;

import fi.hytekello.worklist.TaskKind;
import org.jspecify.annotations.Nullable;

/** How urgent a mail is that the reminder policy knows nothing of; kept as a decision table, so a port. */
@FunctionalInterface
public interface UrgencyPolicy {

    /**
     * How urgent it is.
     *
     * @param task the kind of the task that it is about, null for all other mails
     * @param daysLeft calendar days to the deadline, null where there is none
     */
    Urgency of(NotificationKind mail, @Nullable TaskKind task, @Nullable Integer daysLeft);
}
