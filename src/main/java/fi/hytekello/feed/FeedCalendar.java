package fi.hytekello.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed as calendars read it.
 *
 * @param text an iCalendar object (RFC 5545); the same as long as nothing has changed
 * @param changedAt when an event of it last changed, null where it has none
 */
public record FeedCalendar(String text, @Nullable Instant changedAt) {}
