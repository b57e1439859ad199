package fi.hytekello.feed;

import fi.hytekello.platform.ical.Span;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a feed is to tell, in the words of its reader's language.
 *
 * @param key the same for the same matter, however it changes; one of a feed
 * @param path of the page where more is to be read and done
 * @param busy true where people meet
 */
record FeedEvent(
        String key,
        Span span,
        String summary,
        String description,
        @Nullable String place,
        String path,
        boolean busy) {

    private static final Duration LAST_HALF_HOUR = Duration.ofMinutes(30);

    /**
     * A deadline in a calendar is its last half hour: it stands before the moment at which it is too late, and calendars
     * show it with its time.
     */
    static Span deadline(Instant dueAt) {
        return new Span.Time(dueAt.minus(LAST_HALF_HOUR), dueAt);
    }
}
