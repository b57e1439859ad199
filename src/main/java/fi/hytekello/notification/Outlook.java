package fi.hytekello.notification;

import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open task, who has been told of it and who will be.
 *
 * @param holders those whose turn it is; nobody where no one holds the role
 * @param told its first notice, and the rest about its present deadline, the oldest first
 * @param nextReminder null where the holders are told nothing more
 * @param nextEscalation null where those above are told nothing more, or there is nobody
 */
public record Outlook(
        OpenTask task,
        List<Person> holders,
        List<Told> told,
        @Nullable Next nextReminder,
        @Nullable Next nextEscalation) {

    /**
     * What has been told.
     *
     * @param sentAt when the first of the mails left, null while none has
     * @param leavesAt when those that still wait leave, null when none waits
     */
    public record Told(
            NotificationKind notice,
            Audience audience,
            @Nullable Instant sentAt,
            @Nullable Instant leavesAt,
            List<Username> recipients) {

        public Told {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * What will be told if the task stays open.
     *
     * @param leavesAt when the mail leaves
     * @param role of those who get it
     */
    public record Next(NotificationKind notice, Instant leavesAt, Role role, List<Person> to) {

        public Next {
            to = List.copyOf(to);
        }
    }

    public Outlook {
        holders = List.copyOf(holders);
        told = List.copyOf(told);
    }
}
