package fi.hytekello.feed;

import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.ical.CalendarEvent;
import fi.hytekello.platform.ical.CalendarWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Tells a feed's events: compares them with what the feed told last, remembers what is new, and writes the calendar. The
 * caller has locked the feed.
 */
@Component
class FeedPublishing {

    /** What calendars are asked to do; most take their own time. */
    private static final Duration REFRESH = Duration.ofHours(1);

    private final FeedTable table;
    private final FeedContents contents;
    private final FeedWords words;
    private final Municipalities municipalities;
    private final Clock clock;

    FeedPublishing(
            FeedTable table, FeedContents contents, FeedWords words, Municipalities municipalities, Clock clock) {
        this.table = table;
        this.contents = contents;
        this.words = words;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    FeedCalendar publish(long feed, Person person) {
        return publish(feed, contents.of(person), person.title(person.language()), person.language());
    }

    FeedCalendar publish(long feed, FeedOwner.Common common) {
        return publish(
                feed,
                contents.of(common.municipality(), common.language()),
                municipalities.get(common.municipality()).name(common.language()),
                common.language());
    }

    private FeedCalendar publish(long feed, List<FeedEvent> now, String owner, Locale in) {
        Instant at = clock.instant();
        List<PublishedEvent> shown =
                told(feed, now, at).stream().filter(one -> one.isShown(at)).toList();
        return new FeedCalendar(
                CalendarWriter.feed(
                        words.text("feed.name", in, owner),
                        REFRESH,
                        shown.stream().map(this::event).toList()),
                shown.stream()
                        .map(PublishedEvent::changedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** Reads again only what has been written: mostly nothing has changed. */
    private List<PublishedEvent> told(long feed, List<FeedEvent> now, Instant at) {
        Instant horizon = contents.horizon();
        List<PublishedEvent> told = table.told(feed);
        List<PublishedEvent> changes = PublishedEvent.changes(told, now, at);
        boolean old = told.stream().anyMatch(one -> !one.event().span().ends().isAfter(horizon));
        if (changes.isEmpty() && !old) {
            return told;
        }
        table.tell(feed, changes);
        table.forget(feed, horizon);
        return table.told(feed);
    }

    private CalendarEvent event(PublishedEvent published) {
        FeedEvent event = published.event();
        return new CalendarEvent(
                event.key() + "@" + words.host(),
                published.sequence(),
                published.changedAt(),
                event.span(),
                event.summary(),
                event.description(),
                event.place(),
                words.address(event.path()),
                event.busy(),
                published.cancelledAt() != null);
    }
}
