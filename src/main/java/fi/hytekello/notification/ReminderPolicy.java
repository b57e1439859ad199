package fi.hytekello.notification;

import fi.hytekello.municipality.Role;

/** When the holders of a role are reminded; kept as a decision table, so a port. */
@FunctionalInterface
public interface ReminderPolicy {

    ReminderTimes timesOf(Role role);
}
