package fi.hytekello.notification;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A dated task as the reminder policy sees it.
 *
 * @param told what has been told of it at this deadline, the oldest first
 */
record Watched(TaskKind kind, Role role, Instant openedAt, Instant dueAt, List<Told> told) {

    /** Something told to all of an audience on one day, Europe/Helsinki; ahead where the mail still waits. */
    record Told(NotificationKind notice, Audience audience, LocalDate on) {}

    Watched {
        told = List.copyOf(told);
    }

    LocalDate dueOn() {
        return LocalDate.ofInstant(dueAt, Finland.ZONE);
    }
}
