package fi.hytekello.platform.ical;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.component.VEvent;
import fi.hytekello.ReadCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarWriterTest {

    private static final Instant STAMP = Instant.parse("2027-01-04T07:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // Before and after each change, and both of the hours that the autumn night calls 03.
        "2027-03-28T00:15:00Z",
        "2027-03-28T01:00:00Z",
        "2027-03-28T13:00:00Z",
        "2027-10-30T13:00:00Z",
        "2027-10-31T00:15:00Z",
        "2027-10-31T01:15:00Z",
        "2027-10-31T02:00:00Z",
        "2027-11-01T14:00:00Z",
        "2027-01-15T14:00:00Z",
        "2027-06-15T13:00:00Z",
        "2030-10-27T01:00:00Z"
    })
    void tellsTheMomentOnBothSidesOfTheClockChanges(Instant moment) {
        ReadCalendar read = feed(event(new Span.Time(moment, moment.plus(Duration.ofMinutes(30))), "Määräaika", ""));
        assertThat(read.begins("x-1@kunta.example")).isEqualTo(moment);
        assertThat(read.ends("x-1@kunta.example")).isEqualTo(moment.plus(Duration.ofMinutes(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-28", "2027-10-31", "2027-12-31", "2028-02-29"})
    void tellsADayWithoutATime(LocalDate day) {
        ReadCalendar read = feed(event(new Span.Day(day), "Alkaa", ""));
        assertThat(read.day("x-1@kunta.example")).isEqualTo(day);
        assertThat(read.dayAfter("x-1@kunta.example")).isEqualTo(day.plusDays(1));
    }

    @Test
    void keepsEveryLetterOfTheTexts() {
        String text =
                "Ä, Ö; Å: \"lainaus\" \\ kenoviiva\nUusi rivi – " + "pitkä sana ".repeat(20) + "👩‍👩‍👧‍👦".repeat(30);
        for (int start = 0; start < 8; start++) {
            VEvent read = read(event(new Span.Day(LocalDate.of(2027, 5, 3)), "x".repeat(start) + text, text));
            assertThat(read.getSummary().getValue()).isEqualTo("x".repeat(start) + text);
            assertThat(read.getDescription().getValue()).isEqualTo(text);
        }
    }

    @Test
    void leavesOutWhatACalendarMayNotHave() {
        VEvent read = read(event(new Span.Day(LocalDate.of(2027, 5, 3)), "a\u0007b\u000Bc", "d\r\ne\u001Bf"));
        assertThat(read.getSummary().getValue()).isEqualTo("abc");
        assertThat(read.getDescription().getValue()).isEqualTo("d\nef");
    }

    @Test
    void tellsUidSequenceStampAndState() {
        VEvent read = read(new CalendarEvent(
                "x-1@kunta.example",
                3,
                STAMP,
                new Span.Day(LocalDate.of(2027, 5, 3)),
                "Kokous",
                "",
                "Kunnantalo, sali 2",
                "https://kunta.example/cycles/1",
                true,
                true));
        assertThat(read.getUid().getValue()).isEqualTo("x-1@kunta.example");
        assertThat(read.getSequence().getValue()).isEqualTo(3);
        assertThat(read.getDateTimeStamp().getValue().toInstant()).isEqualTo(STAMP);
        assertThat(read.getLastModified().getValue().toInstant()).isEqualTo(STAMP);
        assertThat(read.getStatus().isCancelled()).isTrue();
        assertThat(read.getLocation().getValue()).isEqualTo("Kunnantalo, sali 2");
        assertThat(read.getUrl().getValue()).isEqualTo("https://kunta.example/cycles/1");
        assertThat(read.getTransparency().isOpaque()).isTrue();
    }

    @Test
    void isACalendarAlsoWithoutEvents() {
        ReadCalendar empty =
                ReadCalendar.of(CalendarWriter.feed("Hyvinvointityö: Åbo", Duration.ofHours(1), List.of()));
        assertThat(empty.events()).isEmpty();
        assertThat(empty.said("X-WR-CALNAME")).isEqualTo("Hyvinvointityö: Åbo");
        assertThat(empty.said("X-PUBLISHED-TTL")).isEqualTo("PT1H");
        assertThat(empty.whole().getRefreshInterval().getValue().toMillis())
                .isEqualTo(Duration.ofHours(1).toMillis());
    }

    @Test
    void invitesOneWithoutTheOthers() {
        String text = CalendarWriter.invitation(
                event(new Span.Time(STAMP, STAMP.plusSeconds(3600)), "HYTE-neuvottelu", "asia, toinen; kolmas"),
                "Hyvinvointikoordinaattori",
                "koordinaattori@kunta.example",
                "kutsuttu@alue.example");
        ReadCalendar read = ReadCalendar.of(text);
        assertThat(read.whole().getMethod().getValue()).isEqualTo("REQUEST");
        VEvent event = read.event("x-1@kunta.example");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("koordinaattori@kunta.example");
        assertThat(event.getAttendees())
                .extracting(attendee -> attendee.getEmail())
                .containsExactly("kutsuttu@alue.example");
    }

    private static CalendarEvent event(Span span, String summary, String description) {
        return new CalendarEvent("x-1@kunta.example", 0, STAMP, span, summary, description, null, null, false, false);
    }

    private static VEvent read(CalendarEvent event) {
        return feed(event).event(event.uid());
    }

    private static ReadCalendar feed(CalendarEvent event) {
        return ReadCalendar.of(CalendarWriter.feed("HYTE", Duration.ofHours(1), List.of(event)));
    }
}
