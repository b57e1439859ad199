package fi.hytekello.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorningsTest {
    private final Mornings mornings = new Mornings(new BusinessDays());

    /** Summer time begins on Easter Sunday 28.3.2027 and ends on Sunday 31.10.2027. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-25T10:00:00Z, 2027-03-30T05:00:00Z, 2027-03-30T03:30:00Z",
        "2027-03-24T10:00:00Z, 2027-03-25T06:00:00Z, 2027-03-25T04:30:00Z",
        "2027-03-28T00:59:59Z, 2027-03-30T05:00:00Z, 2027-03-30T03:30:00Z",
        "2027-03-28T01:00:00Z, 2027-03-30T05:00:00Z, 2027-03-30T03:30:00Z",
        "2027-10-28T10:00:00Z, 2027-10-29T05:00:00Z, 2027-10-29T03:30:00Z",
        "2027-10-29T10:00:00Z, 2027-11-01T06:00:00Z, 2027-11-01T04:30:00Z",
        "2027-10-31T00:30:00Z, 2027-11-01T06:00:00Z, 2027-11-01T04:30:00Z",
        "2027-10-31T01:30:00Z, 2027-11-01T06:00:00Z, 2027-11-01T04:30:00Z"
    })
    void keepsTheClockOnTheWallThroughBothClockChanges(Instant after, Instant mail, Instant timers) {
        assertThat(mornings.nextMail(after)).isEqualTo(mail);
        assertThat(mornings.nextTimersAfter(after)).isEqualTo(timers);
    }

    /** A mail of this very moment still leaves; a timer that has just fired fires again on the next working day. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T05:59:59Z, 2026-11-24T06:00:00Z, 2026-11-25T04:30:00Z",
        "2026-11-24T06:00:00Z, 2026-11-24T06:00:00Z, 2026-11-25T04:30:00Z",
        "2026-11-24T06:00:01Z, 2026-11-25T06:00:00Z, 2026-11-25T04:30:00Z",
        "2026-11-24T04:29:59Z, 2026-11-24T06:00:00Z, 2026-11-24T04:30:00Z",
        "2026-11-24T04:30:00Z, 2026-11-24T06:00:00Z, 2026-11-25T04:30:00Z",
        "2026-11-24T22:30:00Z, 2026-11-25T06:00:00Z, 2026-11-25T04:30:00Z",
        "2026-12-23T06:00:01Z, 2026-12-28T06:00:00Z, 2026-12-28T04:30:00Z"
    })
    void isTheFirstWorkingMorningStillToCome(Instant from, Instant mail, Instant timers) {
        assertThat(mornings.nextMail(from)).isEqualTo(mail);
        assertThat(mornings.nextTimersAfter(from)).isEqualTo(timers);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-27, 2027-03-27T06:00:00Z, 2027-03-27T04:30:00Z",
        "2027-03-28, 2027-03-28T05:00:00Z, 2027-03-28T03:30:00Z"
    })
    void anyDayHasAMorning(LocalDate day, Instant mail, Instant timers) {
        assertThat(mornings.of(day)).isEqualTo(mail);
        assertThat(mornings.timersOf(day)).isEqualTo(timers);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-08T04:29:59Z, 2027-01-07",
        "2027-01-08T04:30:00Z, 2027-01-08",
        "2027-01-08T21:59:59Z, 2027-01-08",
        "2027-01-08T22:00:00Z, 2027-01-08",
        "2027-01-09T04:30:00Z, 2027-01-09"
    })
    void aDayHasBegunWhenItsTimersFire(Instant at, LocalDate day) {
        assertThat(mornings.lastTimersBy(at)).isEqualTo(day);
    }
}
