package fi.hytekello.platform.ical;

import fi.hytekello.calendar.Finland;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes iCalendar objects. Times in Europe/Helsinki with the zone's rules, so that no calendar must guess. */
public final class CalendarWriter {

    static {
        // Else the library may ask the network for newer rules.
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    /** What no text of a calendar may have (RFC 5545 3.3.11), also in the middle of a line that somebody pasted. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private CalendarWriter() {}

    /**
     * Invites one person to an event or, where it is cancelled, takes the invitation back (RFC 5546): nobody gets the
     * others' addresses.
     */
    public static String invitation(
            CalendarEvent event, String organiser, String organiserEmail, String attendeeEmail) {
        VEvent invited = written(event);
        invited.add(new Organizer(new ParameterList(List.of(new Cn(organiser))), mailto(organiserEmail)));
        invited.add(new Attendee(
                new ParameterList(List.of(Role.REQ_PARTICIPANT, PartStat.NEEDS_ACTION, Rsvp.TRUE)),
                mailto(attendeeEmail)));
        Calendar calendar = calendar();
        calendar.add(event.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(invited);
        return text(calendar);
    }

    /**
     * A calendar to subscribe to. It has no METHOD, so that the stamp of an event tells when it last changed (RFC 5545
     * 3.8.7.2) and the same events give the same text each time.
     *
     * @param name what calendars call it
     * @param refresh how often to ask again
     */
    public static String feed(String name, Duration refresh, List<CalendarEvent> events) {
        Calendar calendar = calendar();
        calendar.add(new Name(plain(name)));
        calendar.add(new XProperty("X-WR-CALNAME", plain(name)));
        calendar.add(new XProperty("X-WR-TIMEZONE", Finland.ZONE.getId()));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), refresh));
        calendar.add(new XProperty("X-PUBLISHED-TTL", refresh.toString()));
        for (CalendarEvent event : events) {
            VEvent published = written(event);
            published.add(new LastModified(event.stamp()));
            calendar.add(published);
        }
        return text(calendar);
    }

    private static Calendar calendar() {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Hytekello//HYTE//FI"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(Objects.requireNonNull(
                        TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(Finland.ZONE.getId()))
                .getVTimeZone());
        return calendar;
    }

    private static VEvent written(CalendarEvent event) {
        VEvent written = new VEvent(false);
        written.add(new DtStamp(event.stamp()));
        written.add(new Uid(event.uid()));
        written.add(new Sequence(event.sequence()));
        addSpan(written, event.span());
        written.add(new Summary(plain(event.summary())));
        written.add(new Description(plain(event.description())));
        if (event.place() != null) {
            written.add(new Location(plain(event.place())));
        }
        if (event.link() != null) {
            written.add(new Url(URI.create(event.link())));
        }
        written.add(event.busy() ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT);
        written.add(event.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return written;
    }

    /** The end of a day is the next day (RFC 5545 3.6.1). */
    private static void addSpan(VEvent event, Span span) {
        if (span instanceof Span.Day day) {
            event.add(new DtStart<>(day.on()));
            event.add(new DtEnd<>(day.on().plusDays(1)));
        } else {
            event.add(new DtStart<>(local(span.begins())));
            event.add(new DtEnd<>(local(span.ends())));
        }
    }

    /** The hour that an autumn night has twice means its first in a calendar; its second can be told in UTC only. */
    private static Temporal local(Instant moment) {
        ZonedDateTime local = moment.atZone(Finland.ZONE);
        return local.equals(local.withEarlierOffsetAtOverlap()) ? local : moment;
    }

    private static String plain(String text) {
        return FORBIDDEN.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }

    private static URI mailto(String address) {
        return URI.create("mailto:" + address);
    }

    private static String text(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Folding.octets(text.toString());
    }
}
