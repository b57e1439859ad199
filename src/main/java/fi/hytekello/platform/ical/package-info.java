/** Calendars for other programs (iCalendar, RFC 5545): invitations and feeds. */
@NullMarked
package fi.hytekello.platform.ical;

import org.jspecify.annotations.NullMarked;
