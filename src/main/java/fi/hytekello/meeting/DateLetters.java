package fi.hytekello.meeting;

import fi.hytekello.body.Bodies;
import fi.hytekello.calendar.Finland;
import fi.hytekello.notification.Letter;
import fi.hytekello.notification.LetterAuthor;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.notification.MailPreviews;
import fi.hytekello.notification.MailWords;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.platform.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Words the question which dates suit, each time with a link of its own. */
@Component
class DateLetters implements LetterAuthor {

    private final MeetingTable table;
    private final MeetingDates proposed;
    private final MeetingLinks links;
    private final Bodies bodies;
    private final MailWords words;
    private final Dates dates;

    DateLetters(
            MeetingTable table,
            MeetingDates proposed,
            MeetingLinks links,
            Bodies bodies,
            MailWords words,
            Dates dates) {
        this.table = table;
        this.proposed = proposed;
        this.links = links;
        this.bodies = bodies;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(NotificationKind.MEETING_DATES);
    }

    @Override
    public List<MailContent> write(Letter letter) {
        long attendee = Long.parseLong(Objects.requireNonNull(letter.payload().get("attendee")));
        Meeting meeting = table.ofAttendee(attendee).orElseThrow();
        String body = bodies.get(meeting.keeper(), meeting.body()).name(letter.language());
        LocalDate due = Objects.requireNonNull(meeting.datesDueOn());
        String link = "/date-polls/" + links.mint(attendee, letterIsReadUntil(due));
        return List.of(content(letter, body, due, proposed.of(meeting.id()), link));
    }

    @Override
    public List<MailContent> sample(Letter letter) {
        SampleMeeting sample = new SampleMeeting(letter, words);
        LocalDate due =
                LocalDate.ofInstant(MailPreviews.moment(letter), Finland.ZONE).minusDays(3);
        return List.of(content(letter, sample.body(), due, sample.dates(), "/date-polls/" + MailPreviews.SAMPLE));
    }

    private static Instant letterIsReadUntil(LocalDate due) {
        return due.plusDays(1).atStartOfDay(Finland.ZONE).toInstant();
    }

    private MailContent content(Letter letter, String body, LocalDate due, List<ProposedDate> asked, String link) {
        Locale in = letter.language();
        String until = dates.day(due, in);
        return new MailContent(
                in,
                words.text("meeting.mail.dates.subject", in, letter.municipality(), body, until),
                words.text("mail.greeting.nobody", in),
                words.text("meeting.mail.dates.lead", in, body, until),
                List.of(new Fact(words.text("field.datesDueOn", in), until)),
                new Fact(
                        words.text("meeting.dates", in),
                        asked.stream()
                                .map(date -> dates.span(date.startsAt(), date.endsAt(), in))
                                .collect(Collectors.joining("\n"))),
                null,
                words.link("meeting.mail.dates.open", link, in));
    }
}
