package fi.hytekello.feed;

import fi.hytekello.meeting.ArrangedMeetings;
import fi.hytekello.meeting.ArrangedMeetings.Arranged;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.ical.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Meetings of the tenant's bodies. What is on an agenda, and who is asked, is read behind the sign-in only. */
@Component
class BodyMeetingEvents {

    private final ArrangedMeetings meetings;
    private final FeedWords words;

    BodyMeetingEvents(ArrangedMeetings meetings, FeedWords words) {
        this.meetings = meetings;
        this.words = words;
    }

    /** All meetings; how to join one from afar is told to those who take part. */
    List<FeedEvent> ofAll(Years years, Instant endingAfter) {
        return meetings.of(years.places().keySet(), endingAfter).stream()
                .map(one -> event(one, years.language(), false))
                .toList();
    }

    /** Those to which the person is asked, and those of the bodies that the person keeps. */
    List<FeedEvent> of(Years years, Person person, Instant endingAfter) {
        return meetings.of(years.places().keySet(), endingAfter).stream()
                .filter(one -> takesPart(person, years.municipality(one.keeper()), one))
                .map(one -> event(one, years.language(), true))
                .toList();
    }

    private static boolean takesPart(Person person, Municipality keeper, Arranged meeting) {
        return person.holds(keeper.coordinator(), keeper.code())
                || meeting.asked().contains(person.email().toLowerCase(Locale.ROOT));
    }

    private FeedEvent event(Arranged meeting, Locale in, boolean joins) {
        String path = "/bodies/" + meeting.keeper() + "/" + meeting.body() + "/meetings/" + meeting.id();
        String remote = joins ? meeting.remoteLink() : null;
        String body = Languages.isSwedish(in) && !meeting.nameSv().isEmpty() ? meeting.nameSv() : meeting.nameFi();
        return new FeedEvent(
                "body-meeting-" + meeting.id(),
                new Span.Time(meeting.startsAt(), meeting.endsAt()),
                words.text("feed.bodyMeeting", in, body),
                words.description(path, in, remote == null ? "" : words.text("feed.negotiation.join", in, remote)),
                meeting.place() == null ? remote : meeting.place(),
                path,
                true);
    }
}
