package fi.hytekello.negotiation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A calendar message as it was sent.
 *
 * @param sequence counts the changes of the meeting: calendars take the highest (RFC 5545 3.8.7.4)
 */
record CalendarMessage(
        long id,
        int sequence,
        Method method,
        Instant startsAt,
        Instant endsAt,
        @Nullable String place,
        @Nullable String remoteLink) {

    enum Method {
        REQUEST,
        CANCEL
    }
}
