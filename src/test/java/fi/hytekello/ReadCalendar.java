package fi.hytekello;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ICalTimeZone;
import biweekly.io.text.ICalReader;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

/** A calendar as a program reads it that knows nothing of the library that wrote it. */
public final class ReadCalendar {

    private static final int MOST_OCTETS = 75;
    private static final int NO_COMPONENT = 4;

    private final ICalendar calendar;
    private final TimeZone zone;
    private final Map<String, VEvent> events = new LinkedHashMap<>();

    private ReadCalendar(ICalendar calendar) {
        this.calendar = calendar;
        this.zone = new ICalTimeZone(
                calendar.getTimezoneInfo().getTimezones().iterator().next().getComponent());
        for (VEvent event : calendar.getEvents()) {
            assertThat(events.put(event.getUid().getValue(), event))
                    .as(event.getUid().getValue())
                    .isNull();
        }
    }

    /** Fails where the standard is broken: lines, characters, properties. */
    public static ReadCalendar of(String text) {
        assertThat(text).endsWith("\r\n").doesNotContainPattern("[^\r]\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                        .as(line)
                        .isLessThanOrEqualTo(MOST_OCTETS))
                .allSatisfy(
                        line -> assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line))
                                .as(line)
                                .isTrue());
        try (ICalReader reader = new ICalReader(text)) {
            ICalendar calendar = reader.readNext();
            assertThat(reader.getWarnings()).isEmpty();
            assertThat(reader.readNext()).isNull();
            assertThat(calendar.getTimezoneInfo().getTimezones()).hasSize(1);
            assertValid(calendar);
            return new ReadCalendar(calendar);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A calendar without events has its time zone, which the reader does not count as the component it must have. */
    private static void assertValid(ICalendar calendar) {
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings())
                .filteredOn(warning -> !(calendar.getEvents().isEmpty()
                        && warning.getWarnings().stream().allMatch(text -> text.getCode() == NO_COMPONENT)))
                .isEmpty();
    }

    /** By UID, in the order of the calendar. */
    public Map<String, VEvent> events() {
        return events;
    }

    public VEvent event(String uid) {
        return Objects.requireNonNull(events.get(uid), () -> uid + " is not among " + events.keySet());
    }

    /** Value of a property of the whole calendar that the standard does not know, such as {@code X-WR-CALNAME}. */
    public String said(String property) {
        return calendar.getExperimentalProperty(property).getValue();
    }

    public ICalendar whole() {
        return calendar;
    }

    public Instant begins(String uid) {
        return instant(event(uid).getDateStart());
    }

    public Instant ends(String uid) {
        return instant(event(uid).getDateEnd());
    }

    /** The first day of an event of whole days. */
    public LocalDate day(String uid) {
        return day(event(uid).getDateStart());
    }

    /** The day after the last one. */
    public LocalDate dayAfter(String uid) {
        return day(event(uid).getDateEnd());
    }

    /**
     * By the zone's rules that the calendar brings along. The reader's own moments are an hour wrong in the afternoons of
     * the days on which the clocks change, its reading of the rules is not.
     */
    private Instant instant(DateOrDateTimeProperty property) {
        assertThat(property.getValue().hasTime()).isTrue();
        DateTimeComponents local = property.getValue().getRawComponents();
        if (local.isUtc()) {
            return property.getValue().toInstant();
        }
        LocalTime time = LocalTime.of(local.getHour(), local.getMinute(), local.getSecond());
        int offset = zone.getOffset(
                GregorianCalendar.AD, local.getYear(), local.getMonth() - 1, local.getDate(), Calendar.SUNDAY, (int)
                        TimeUnit.SECONDS.toMillis(time.toSecondOfDay()));
        return LocalDate.of(local.getYear(), local.getMonth(), local.getDate())
                .atTime(time)
                .toInstant(ZoneOffset.ofTotalSeconds((int) TimeUnit.MILLISECONDS.toSeconds(offset)));
    }

    private static LocalDate day(DateOrDateTimeProperty property) {
        assertThat(property.getValue().hasTime()).isFalse();
        DateTimeComponents parts = property.getValue().getRawComponents();
        return LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
    }
}
