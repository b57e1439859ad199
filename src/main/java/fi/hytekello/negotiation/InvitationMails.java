package fi.hytekello.negotiation;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
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
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words the invitations and cancellations, each with its event for the calendar. */
@Component
class InvitationMails implements LetterAuthor {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm", Locale.ROOT);

    private final NegotiationTable table;
    private final CalendarMessages calendar;
    private final People people;
    private final MailWords words;
    private final Dates dates;
    private final Clock clock;

    InvitationMails(
            NegotiationTable table,
            CalendarMessages calendar,
            People people,
            MailWords words,
            Dates dates,
            Clock clock) {
        this.table = table;
        this.calendar = calendar;
        this.people = people;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(NotificationKind.INVITATION, NotificationKind.CANCELLATION);
    }

    @Override
    public List<MailContent> write(Letter letter) {
        Negotiation negotiation = table.find(letter.cycle()).orElseThrow();
        String id = letter.payload().get("message");
        CalendarMessage message = id == null ? null : calendar.get(Long.parseLong(id));
        MailContent content = content(letter, negotiation, message);
        return List.of(
                message == null || negotiation.convener() == Convener.COUNTY
                        ? content
                        : content.with(event(letter, negotiation, message, organiser(letter.municipalityCode()))));
    }

    @Override
    public List<MailContent> sample(Letter letter) {
        SampleNegotiation sample = new SampleNegotiation(letter, words);
        CalendarMessage message = sample.message();
        Negotiation negotiation = sample.negotiation(message);
        return List.of(
                content(letter, negotiation, message).with(event(letter, negotiation, message, sample.organiser())));
    }

    private MailContent content(Letter letter, Negotiation negotiation, @Nullable CalendarMessage message) {
        Locale in = letter.language();
        String key = "negotiation.mail." + variant(letter.kind(), message, negotiation);
        String year = Integer.toString(letter.year());
        String day = message == null ? "" : day(message, in);
        return new MailContent(
                in,
                words.text(key + ".subject", in, letter.municipality(), year, day),
                words.greeting(letter),
                words.text(key + ".lead", in, letter.municipality()),
                facts(letter, negotiation, message),
                agenda(letter.kind(), negotiation, in),
                null,
                link(letter, message));
    }

    /** Which words: invited, changed, called by the county, cancelled, or never arranged. */
    private static String variant(NotificationKind kind, @Nullable CalendarMessage message, Negotiation negotiation) {
        if (kind == NotificationKind.CANCELLATION) {
            return message == null ? "notArranged" : "cancelled";
        }
        if (negotiation.convener() == Convener.COUNTY) {
            return "byCounty";
        }
        return message != null && message.sequence() > 0 ? "changed" : "invited";
    }

    private List<Fact> facts(Letter letter, Negotiation negotiation, @Nullable CalendarMessage message) {
        Locale in = letter.language();
        List<Fact> facts = new ArrayList<>();
        if (message != null) {
            facts.add(fact("time", day(message, in), in));
            if (message.place() != null) {
                facts.add(fact("place", message.place(), in));
            }
            if (message.remoteLink() != null) {
                facts.add(fact("remoteLink", message.remoteLink(), in));
            }
        }
        if (letter.kind() == NotificationKind.CANCELLATION && negotiation.reason() != null) {
            facts.add(fact("reason", negotiation.reason(), in));
        }
        return facts;
    }

    private @Nullable Fact agenda(NotificationKind kind, Negotiation negotiation, Locale in) {
        return kind == NotificationKind.CANCELLATION || negotiation.topics().isEmpty()
                ? null
                : fact("agenda", agenda(negotiation, in), in);
    }

    private String agenda(Negotiation negotiation, Locale in) {
        return Arrays.stream(Heading.values())
                .filter(negotiation.topics()::containsKey)
                .map(heading -> heading.number() + ". " + words.text("negotiation.heading." + heading, in) + "\n"
                        + negotiation.topics().get(heading))
                .collect(Collectors.joining("\n\n"));
    }

    private @Nullable Fact link(Letter letter, @Nullable CalendarMessage message) {
        Locale in = letter.language();
        if (!letter.payload().containsKey("participant")) {
            return words.link("negotiation.mail.fact.open", "/cycles/" + letter.cycle() + "/negotiation", in);
        }
        String remote = message == null ? null : message.remoteLink();
        return remote == null || letter.kind() == NotificationKind.CANCELLATION
                ? null
                : words.link("negotiation.mail.fact.join", remote, in);
    }

    /** Calendars know an event by its organiser, who stays the same while a deputy stands in. */
    private Person organiser(MunicipalityCode municipality) {
        return people.of(municipality).stream()
                .filter(person -> person.inOwnRight().holds(Role.COORDINATOR, municipality))
                .findFirst()
                .orElseThrow();
    }

    private CalendarPart event(Letter letter, Negotiation negotiation, CalendarMessage message, Person organiser) {
        Locale in = letter.language();
        String where = message.place() == null ? message.remoteLink() : message.place();
        CalendarEvent event = new CalendarEvent(
                "hyte-negotiation-%s-%d@hytekello.fi".formatted(letter.municipalityCode(), letter.year()),
                message.sequence(),
                clock.instant(),
                new Span.Time(message.startsAt(), message.endsAt()),
                words.text("negotiation.mail.event", in, letter.municipality(), Integer.toString(letter.year())),
                agenda(negotiation, in),
                where,
                message.remoteLink(),
                true,
                message.method() == CalendarMessage.Method.CANCEL);
        return new CalendarPart(
                message.method().name(),
                words.text("negotiation.mail.file", in) + ".ics",
                CalendarWriter.invitation(event, organiser.title(in), organiser.email(), letter.address()));
    }

    private String day(CalendarMessage message, Locale in) {
        return dates.moment(message.startsAt(), in) + "–"
                + TIME.format(message.endsAt().atZone(Finland.ZONE));
    }

    private Fact fact(String label, String value, Locale in) {
        return new Fact(words.text("negotiation.mail.fact." + label, in), value);
    }
}
