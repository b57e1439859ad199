package fi.hytekello.meeting;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.notification.CalendarPart;
import fi.hytekello.notification.Letter;
import fi.hytekello.notification.LetterAuthor;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.notification.MailWords;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.platform.Dates;
import fi.hytekello.platform.ical.CalendarEvent;
import fi.hytekello.platform.ical.CalendarWriter;
import fi.hytekello.platform.ical.Span;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words the invitations to meetings and their cancellations, each with its event for the calendar. */
@Component
class MeetingLetters implements LetterAuthor {

    private final MeetingTable table;
    private final MeetingMessages messages;
    private final MeetingLinks links;
    private final Attendees attendees;
    private final Bodies bodies;
    private final Organisations organisations;
    private final Municipalities municipalities;
    private final People people;
    private final MailWords words;
    private final Dates dates;
    private final Clock clock;

    MeetingLetters(
            MeetingTable table,
            MeetingMessages messages,
            MeetingLinks links,
            Attendees attendees,
            Bodies bodies,
            Organisations organisations,
            Municipalities municipalities,
            People people,
            MailWords words,
            Dates dates,
            Clock clock) {
        this.table = table;
        this.messages = messages;
        this.links = links;
        this.attendees = attendees;
        this.bodies = bodies;
        this.organisations = organisations;
        this.municipalities = municipalities;
        this.people = people;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * What a letter tells.
     *
     * @param deputy true where the recipient is asked instead of somebody who cannot come
     * @param link by which the recipient says so; null in a cancellation
     */
    record Told(
            String body,
            Meeting meeting,
            MeetingMessage message,
            @Nullable String host,
            boolean deputy,
            @Nullable String link,
            Organiser organiser) {}

    /** In whose name calendars keep the event. */
    record Organiser(String name, String email) {}

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(NotificationKind.MEETING_INVITATION, NotificationKind.MEETING_CANCELLATION);
    }

    @Override
    public List<MailContent> write(Letter letter) {
        MeetingMessage message = messages.get(
                Long.parseLong(Objects.requireNonNull(letter.payload().get("message"))));
        Meeting meeting = table.find(message.meeting()).orElseThrow();
        Body body = bodies.get(meeting.keeper(), meeting.body());
        OrganisationId host = meeting.host();
        Told told = new Told(
                body.name(letter.language()),
                meeting,
                message,
                host == null ? null : organisations.get(meeting.keeper(), host).name(letter.language()),
                attendees.find(meeting.keeper(), List.of(message.attendee())).stream()
                        .anyMatch(Attendee::deputy),
                message.method() == MeetingMessage.Method.CANCEL
                        ? null
                        : "/date-polls/" + links.mint(message.attendee(), message.endsAt()),
                organiser(meeting.keeper(), letter.language()));
        return List.of(content(letter, told));
    }

    @Override
    public List<MailContent> sample(Letter letter) {
        return List.of(content(letter, new SampleMeeting(letter, words).told()));
    }

    private MailContent content(Letter letter, Told told) {
        Locale in = letter.language();
        boolean cancelled = told.message().method() == MeetingMessage.Method.CANCEL;
        String key = "meeting.mail." + variant(told);
        String when = when(told.message(), in);
        String agenda = told.meeting().agenda();
        return new MailContent(
                        in,
                        words.text(key + ".subject", in, letter.municipality(), told.body(), when),
                        words.greeting(letter),
                        words.text(key + (told.deputy() && !cancelled ? ".deputy" : ".lead"), in, told.body()),
                        facts(told, when, cancelled, in),
                        cancelled || agenda == null ? null : fact("agenda", agenda, in),
                        cancelled ? null : words.text("meeting.mail.hindered", in),
                        told.link() == null ? null : words.link("meeting.mail.hindered.open", told.link(), in))
                .with(event(letter, told));
    }

    private static String variant(Told told) {
        if (told.message().method() == MeetingMessage.Method.CANCEL) {
            return told.meeting().state() == Meeting.State.PREPARING ? "postponed" : "cancelled";
        }
        return told.message().sequence() > 0 ? "changed" : "invited";
    }

    private List<Fact> facts(Told told, String when, boolean cancelled, Locale in) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("time", when, in));
        add(facts, "place", told.message().place(), in);
        add(facts, "remoteLink", told.message().remoteLink(), in);
        if (cancelled) {
            add(facts, "reason", told.meeting().reason(), in);
            return facts;
        }
        if (told.host() != null) {
            facts.add(new Fact(words.text("field.host", in), told.host()));
        }
        if (told.meeting().theme() != null) {
            facts.add(new Fact(words.text("field.theme", in), told.meeting().theme()));
        }
        return facts;
    }

    private void add(List<Fact> facts, String label, @Nullable String value, Locale in) {
        if (value != null) {
            facts.add(fact(label, value, in));
        }
    }

    private CalendarPart event(Letter letter, Told told) {
        Locale in = letter.language();
        MeetingMessage message = told.message();
        CalendarEvent event = new CalendarEvent(
                "body-meeting-%s@hytekello.fi".formatted(message.meeting()),
                message.sequence(),
                clock.instant(),
                new Span.Time(message.startsAt(), message.endsAt()),
                told.body(),
                Objects.requireNonNullElse(told.meeting().agenda(), ""),
                message.place() == null ? message.remoteLink() : message.place(),
                message.remoteLink(),
                true,
                message.method() == MeetingMessage.Method.CANCEL);
        return new CalendarPart(
                message.method().name(),
                words.text("negotiation.mail.file", in) + ".ics",
                CalendarWriter.invitation(
                        event, told.organiser().name(), told.organiser().email(), letter.address()));
    }

    /** Calendars know an event by its organiser, who stays the same while a deputy stands in. */
    private Organiser organiser(MunicipalityCode keeper, Locale in) {
        Municipality place = municipalities.get(keeper);
        Person person = people.of(keeper).stream()
                .filter(one -> one.inOwnRight().holds(place.coordinator(), keeper))
                .findFirst()
                .orElseThrow();
        return new Organiser(person.title(in), person.email());
    }

    private String when(MeetingMessage message, Locale in) {
        return dates.span(message.startsAt(), message.endsAt(), in);
    }

    private Fact fact(String label, String value, Locale in) {
        return new Fact(words.text("negotiation.mail.fact." + label, in), value);
    }
}
