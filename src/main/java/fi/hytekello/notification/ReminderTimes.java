package fi.hytekello.notification;

/**
 * Calendar days around a deadline on which somebody is told, before they are moved to working days.
 *
 * @param firstReminderDays before the deadline
 * @param lastReminderDays before the deadline, fewer than the first
 * @param overdueDays after the deadline: the people themselves are told
 * @param escalationDays after the deadline: the next level is told
 */
public record ReminderTimes(int firstReminderDays, int lastReminderDays, int overdueDays, int escalationDays) {

    public ReminderTimes {
        if (lastReminderDays < 0
                || firstReminderDays <= lastReminderDays
                || overdueDays < 1
                || escalationDays < overdueDays) {
            throw new IllegalArgumentException("Reminders out of order: first %d, last %d, overdue %d, escalation %d"
                    .formatted(firstReminderDays, lastReminderDays, overdueDays, escalationDays));
        }
    }
}
