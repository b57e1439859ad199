package fi.hytekello.negotiation;

import fi.hytekello.calendar.Finland;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * The meeting as an iCalendar object for one recipient: nobody gets the others' addresses. Times in Europe/Helsinki
 * with their rules, so that no calendar must guess.
 *
 * @param uid the same for all messages on this meeting
 * @param organiserEmail where answers go
 */
record CalendarFile(
        CalendarMessage message,
        String uid,
        String summary,
        String description,
        String organiser,
        String organiserEmail,
        String attendeeEmail,
        Instant now) {

    static {
        // Else the library may ask the network for newer rules.
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    /** Lines of at most 60 characters: folding counts characters, the standard octets (RFC 5545 3.1). */
    private static final int LINE = 60;

    String text() {
        boolean cancelled = message.method() == CalendarMessage.Method.CANCEL;
        VEvent event = new VEvent(false);
        event.add(new DtStamp(now));
        event.add(new Uid(uid));
        event.add(new Sequence(message.sequence()));
        event.add(new DtStart<>(helsinki(message.startsAt())));
        event.add(new DtEnd<>(helsinki(message.endsAt())));
        event.add(new Summary(summary));
        event.add(new Description(description));
        String where = message.place() == null ? message.remoteLink() : message.place();
        if (where != null) {
            event.add(new Location(where));
        }
        addLink(event, message.remoteLink());
        event.add(new Organizer(new ParameterList(List.of(new Cn(organiser))), mailto(organiserEmail)));
        event.add(new Attendee(
                new ParameterList(List.of(Role.REQ_PARTICIPANT, PartStat.NEEDS_ACTION, Rsvp.TRUE)),
                mailto(attendeeEmail)));
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);

        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Hytekello//HYTE//FI"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(Objects.requireNonNull(
                        TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(Finland.ZONE.getId()))
                .getVTimeZone());
        calendar.add(event);
        return written(calendar);
    }

    private static void addLink(VEvent event, @Nullable String link) {
        if (link != null) {
            event.add(new Url(URI.create(link)));
        }
    }

    private static ZonedDateTime helsinki(Instant instant) {
        return instant.atZone(Finland.ZONE);
    }

    private static URI mailto(String address) {
        return URI.create("mailto:" + address);
    }

    private static String written(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(true, LINE).output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
