package fi.hytekello.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.platform.ical.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedEventTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final FeedEvent EVENT = event(NOW.plus(Duration.ofDays(10)), "Määräaika", "Avaa");

    @Test
    void aNewEventBeginsAtZero() {
        assertThat(PublishedEvent.changes(List.of(), List.of(EVENT), NOW))
                .containsExactly(new PublishedEvent(EVENT, 0, NOW, null));
    }

    @Test
    void whatHasNotChangedIsNotToldAgain() {
        assertThat(PublishedEvent.changes(told(EVENT, 3), List.of(EVENT), NOW)).isEmpty();
    }

    @Test
    void anotherTimeOrTitleRaisesTheSequence() {
        FeedEvent moved = event(NOW.plus(Duration.ofDays(11)), "Määräaika", "Avaa");
        FeedEvent renamed = event(EVENT.span().ends(), "Valmis", "Avaa");
        assertThat(PublishedEvent.changes(told(EVENT, 3), List.of(moved), NOW))
                .containsExactly(new PublishedEvent(moved, 4, NOW, null));
        assertThat(PublishedEvent.changes(told(EVENT, 3), List.of(renamed), NOW))
                .containsExactly(new PublishedEvent(renamed, 4, NOW, null));
    }

    @Test
    void anotherDescriptionIsAChangeWithoutANewSequence() {
        FeedEvent explained = event(EVENT.span().ends(), "Määräaika", "Avaa tehtävä");
        assertThat(PublishedEvent.changes(told(EVENT, 3), List.of(explained), NOW))
                .containsExactly(new PublishedEvent(explained, 3, NOW, null));
    }

    @Test
    void whatIsNoMoreIsCancelledOnceAndShownSoForAWhile() {
        PublishedEvent cancelled =
                PublishedEvent.changes(told(EVENT, 3), List.of(), NOW).get(0);
        assertThat(cancelled).isEqualTo(new PublishedEvent(EVENT, 4, NOW, NOW));
        assertThat(PublishedEvent.changes(List.of(cancelled), List.of(), NOW.plusSeconds(1)))
                .isEmpty();
        assertThat(cancelled.isShown(NOW.plus(Duration.ofDays(59)))).isTrue();
        assertThat(cancelled.isShown(NOW.plus(Duration.ofDays(60)))).isFalse();
    }

    @Test
    void whatComesBackStandsAgainUnderTheNextSequence() {
        PublishedEvent cancelled = new PublishedEvent(EVENT, 4, NOW.minusSeconds(60), NOW.minusSeconds(60));
        assertThat(PublishedEvent.changes(List.of(cancelled), List.of(EVENT), NOW))
                .containsExactly(new PublishedEvent(EVENT, 5, NOW, null));
    }

    @Test
    void whatIsPastStaysAsItWas() {
        FeedEvent past = event(NOW, "Tehtävä", "Avaa");
        assertThat(PublishedEvent.changes(told(past, 0), List.of(), NOW)).isEmpty();
    }

    private static List<PublishedEvent> told(FeedEvent event, int sequence) {
        return List.of(new PublishedEvent(event, sequence, NOW.minusSeconds(60), null));
    }

    private static FeedEvent event(Instant ends, String summary, String description) {
        return new FeedEvent(
                "deadline-1-proposals",
                new Span.Time(ends.minus(Duration.ofMinutes(30)), ends),
                summary,
                description,
                null,
                "/cycles/1",
                false);
    }
}
