/**
 * Reminders, escalations and the outbox of mails. Whoever tells something writes a row in its own transaction; a
 * dispatcher sends the rows afterwards.
 */
@NullMarked
package fi.hytekello.notification;

import org.jspecify.annotations.NullMarked;
