package fi.hytekello.negotiation;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.MailSource;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.OwnMail;
import fi.hytekello.platform.Dates;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words the invitations and cancellations, each with its event for the calendar. */
@Component
class InvitationMails implements MailSource {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm", Locale.ROOT);

    private final NegotiationTable table;
    private final CalendarMessages calendar;
    private final Cycles cycles;
    private final People people;
    private final MessageSource messages;
    private final Dates dates;
    private final Clock clock;

    InvitationMails(
            NegotiationTable table,
            CalendarMessages calendar,
            Cycles cycles,
            People people,
            MessageSource messages,
            Dates dates,
            Clock clock) {
        this.table = table;
        this.calendar = calendar;
        this.cycles = cycles;
        this.people = people;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public boolean words(NotificationKind kind) {
        return kind == NotificationKind.INVITATION || kind == NotificationKind.CANCELLATION;
    }

    @Override
    public OwnMail of(Asked asked) {
        Negotiation negotiation = table.find(asked.cycle()).orElseThrow();
        String id = asked.payload().get("message");
        CalendarMessage message = id == null ? null : calendar.get(Long.parseLong(id));
        boolean outsider = asked.payload().containsKey("participant");
        Locale in = asked.language();
        String key = "negotiation.mail." + variant(asked.kind(), message, negotiation);
        return new OwnMail(
                text(key + ".subject", in, asked.municipality(), asked.year(), message == null ? "" : day(message, in)),
                text(key + ".lead", in, asked.municipality()),
                facts(asked, negotiation, message, in),
                agenda(asked.kind(), negotiation, in),
                link(outsider, asked, message, in),
                message == null || negotiation.convener() == Convener.COUNTY
                        ? null
                        : event(asked, negotiation, message));
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

    private List<OwnMail.Fact> facts(
            Asked asked, Negotiation negotiation, @Nullable CalendarMessage message, Locale in) {
        List<OwnMail.Fact> facts = new ArrayList<>();
        if (message != null) {
            facts.add(fact("time", day(message, in), in));
            if (message.place() != null) {
                facts.add(fact("place", message.place(), in));
            }
            if (message.remoteLink() != null) {
                facts.add(fact("remoteLink", message.remoteLink(), in));
            }
        }
        if (asked.kind() == NotificationKind.CANCELLATION && negotiation.reason() != null) {
            facts.add(fact("reason", negotiation.reason(), in));
        }
        return facts;
    }

    private OwnMail.@Nullable Fact agenda(NotificationKind kind, Negotiation negotiation, Locale in) {
        return kind == NotificationKind.CANCELLATION || negotiation.topics().isEmpty()
                ? null
                : fact("agenda", agenda(negotiation, in), in);
    }

    private String agenda(Negotiation negotiation, Locale in) {
        return Arrays.stream(Heading.values())
                .filter(negotiation.topics()::containsKey)
                .map(heading -> heading.number() + ". " + text("negotiation.heading." + heading, in) + "\n"
                        + negotiation.topics().get(heading))
                .collect(Collectors.joining("\n\n"));
    }

    private OwnMail.@Nullable Fact link(boolean outsider, Asked asked, @Nullable CalendarMessage message, Locale in) {
        if (!outsider) {
            return fact("open", "/cycles/" + asked.cycle() + "/negotiation", in);
        }
        String remote = message == null ? null : message.remoteLink();
        return remote == null || asked.kind() == NotificationKind.CANCELLATION ? null : fact("join", remote, in);
    }

    private OwnMail.CalendarPart event(Asked asked, Negotiation negotiation, CalendarMessage message) {
        Cycle cycle = cycles.get(asked.cycle());
        // Calendars know an event by its organiser, who stays the same while a deputy stands in.
        Person organiser = people.of(cycle.municipality()).stream()
                .filter(person -> person.inOwnRight().holds(Role.COORDINATOR, cycle.municipality()))
                .findFirst()
                .orElseThrow();
        Locale in = asked.language();
        CalendarFile file = new CalendarFile(
                message,
                "hyte-negotiation-%s-%d@hytekello.fi".formatted(cycle.municipality(), cycle.year()),
                text("negotiation.mail.event", in, asked.municipality(), asked.year()),
                agenda(negotiation, in),
                organiser.title(in),
                organiser.email(),
                asked.address(),
                clock.instant());
        return new OwnMail.CalendarPart(
                message.method().name(), text("negotiation.mail.file", in) + ".ics", file.text());
    }

    private String day(CalendarMessage message, Locale in) {
        return dates.moment(message.startsAt(), in) + "–"
                + TIME.format(message.endsAt().atZone(Finland.ZONE));
    }

    private OwnMail.Fact fact(String label, String value, Locale in) {
        return new OwnMail.Fact(text("negotiation.mail.fact." + label, in), value);
    }

    private String text(String key, Locale in, Object... arguments) {
        Object[] words = Arrays.stream(arguments).map(Object::toString).toArray();
        return messages.getMessage(key, words, in);
    }
}
