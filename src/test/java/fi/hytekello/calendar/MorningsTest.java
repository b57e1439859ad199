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
        "2027-03-25T10:00:00Z, 2027-03-30T05:00:00Z",
        "2027-03-24T10:00:00Z, 2027-03-25T06:00:00Z",
        "2027-03-28T00:59:59Z, 2027-03-30T05:00:00Z",
        "2027-03-28T01:00:00Z, 2027-03-30T05:00:00Z",
        "2027-10-28T10:00:00Z, 2027-10-29T05:00:00Z",
        "2027-10-29T10:00:00Z, 2027-11-01T06:00:00Z",
        "2027-10-31T00:30:00Z, 2027-11-01T06:00:00Z",
        "2027-10-31T01:30:00Z, 2027-11-01T06:00:00Z"
    })
    void staysAtEightThroughBothClockChanges(Instant after, Instant morning) {
        assertThat(mornings.nextMorningAfter(after)).isEqualTo(morning);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T05:59:59Z, 2026-11-24T06:00:00Z",
        "2026-11-24T06:00:00Z, 2026-11-25T06:00:00Z",
        "2026-11-24T22:30:00Z, 2026-11-25T06:00:00Z",
        "2026-12-23T06:00:00Z, 2026-12-28T06:00:00Z"
    })
    void isTheFirstWorkingMorningStillToCome(Instant after, Instant morning) {
        assertThat(mornings.nextMorningAfter(after)).isEqualTo(morning);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-27, 2027-03-27T06:00:00Z", "2027-03-28, 2027-03-28T05:00:00Z"})
    void anyDayHasAMorning(LocalDate day, Instant morning) {
        assertThat(mornings.of(day)).isEqualTo(morning);
    }
}
