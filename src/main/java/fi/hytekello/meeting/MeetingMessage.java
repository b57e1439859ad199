package fi.hytekello.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one attendee's calendar is told.
 *
 * @param sequence counts what this calendar was told: it takes the highest (RFC 5545 3.8.7.4)
 */
record MeetingMessage(
        long id,
        MeetingId meeting,
        long attendee,
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
