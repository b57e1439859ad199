package fi.hytekello.platform.ical;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as a calendar is told of it.
 *
 * @param uid the same in all that is told of this event (RFC 5545 3.8.4.7)
 * @param sequence counts the changes: calendars take the highest (RFC 5545 3.8.7.4)
 * @param stamp when this was last changed, or when the message was written
 * @param link where more is to be read, null where there is nothing
 * @param busy false for what takes no time of anybody's, such as a deadline
 */
public record CalendarEvent(
        String uid,
        int sequence,
        Instant stamp,
        Span span,
        String summary,
        String description,
        @Nullable String place,
        @Nullable String link,
        boolean busy,
        boolean cancelled) {}
