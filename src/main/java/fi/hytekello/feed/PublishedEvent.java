package fi.hytekello.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as a feed last told it.
 *
 * @param sequence counts the changes of time, place, title and state (RFC 5545 3.8.7.4)
 * @param changedAt when anything of it last changed
 * @param cancelledAt null while it stands
 */
record PublishedEvent(
        FeedEvent event,
        int sequence,
        Instant changedAt,
        @Nullable Instant cancelledAt) {

    /** How long a calendar is told that an event is off: also one that was closed over the summer hears it. */
    private static final Duration CANCELLATION_SHOWN = Duration.ofDays(60);

    /**
     * What is to be told anew: new and changed events, and cancellations of those that are no more. What is past and no
     * more stays as it was told: nobody needs to be called off.
     */
    static List<PublishedEvent> changes(List<PublishedEvent> told, List<FeedEvent> now, Instant at) {
        Map<String, PublishedEvent> earlier = new LinkedHashMap<>();
        told.forEach(one -> earlier.put(one.event().key(), one));
        List<PublishedEvent> changes = new ArrayList<>();
        for (FeedEvent event : now) {
            PublishedEvent last = earlier.remove(event.key());
            if (last == null) {
                changes.add(new PublishedEvent(event, 0, at, null));
            } else if (last.cancelledAt() != null || !last.event().equals(event)) {
                changes.add(last.as(event, at));
            }
        }
        earlier.values().stream()
                .filter(gone -> gone.cancelledAt() == null)
                .filter(gone -> gone.event().span().ends().isAfter(at))
                .map(gone -> new PublishedEvent(gone.event(), gone.sequence() + 1, at, at))
                .forEach(changes::add);
        return changes;
    }

    boolean isShown(Instant at) {
        return cancelledAt == null || cancelledAt.plus(CANCELLATION_SHOWN).isAfter(at);
    }

    private PublishedEvent as(FeedEvent changed, Instant at) {
        boolean same = cancelledAt == null
                && event.span().equals(changed.span())
                && event.summary().equals(changed.summary())
                && Objects.equals(event.place(), changed.place());
        return new PublishedEvent(changed, same ? sequence : sequence + 1, at, null);
    }
}
