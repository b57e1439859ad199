/** Reminders, escalations and the outbox of mails. */
@NullMarked
package fi.hytekello.notification;

import org.jspecify.annotations.NullMarked;
