package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Mornings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No mail at night, on weekends or holidays. */
class QuietTimesTest {

    private final BusinessDays businessDays = new BusinessDays();
    private final QuietTimes quiet = new QuietTimes(
            businessDays, new Mornings(businessDays), new OfficeHours(LocalTime.of(7, 0), LocalTime.of(18, 0)));

    /** Winter, then summer: seven o'clock is 05:00 and 04:00 UTC. The last ones are around Christmas and Midsummer. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-12T10:00:00Z, 2027-01-12T10:00:00Z",
        "2027-01-12T05:00:00Z, 2027-01-12T05:00:00Z",
        "2027-01-12T04:59:59Z, 2027-01-12T06:00:00Z",
        "2027-01-12T15:59:59Z, 2027-01-12T15:59:59Z",
        "2027-01-12T16:00:00Z, 2027-01-13T06:00:00Z",
        "2027-01-12T23:30:00Z, 2027-01-13T06:00:00Z",
        "2027-01-15T16:00:00Z, 2027-01-18T06:00:00Z",
        "2027-01-16T10:00:00Z, 2027-01-18T06:00:00Z",
        "2027-06-15T04:00:00Z, 2027-06-15T04:00:00Z",
        "2027-06-15T03:59:59Z, 2027-06-15T05:00:00Z",
        "2027-06-15T15:00:00Z, 2027-06-16T05:00:00Z",
        "2026-12-23T16:00:00Z, 2026-12-28T06:00:00Z",
        "2027-06-24T15:00:00Z, 2027-06-28T05:00:00Z"
    })
    void anUrgentMailLeavesAtOnceInOfficeHoursAndElseOnTheNextWorkingMorning(Instant written, Instant leaves) {
        assertThat(quiet.atOnce(written)).isEqualTo(leaves);
    }

    /** Summer time begins on Easter Sunday 28.3.2027 and ends on Sunday 31.10.2027: eight stays eight. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-25T16:00:00Z, 2027-03-30T05:00:00Z",
        "2027-03-28T00:59:59Z, 2027-03-30T05:00:00Z",
        "2027-03-28T01:00:00Z, 2027-03-30T05:00:00Z",
        "2027-10-29T15:00:00Z, 2027-11-01T06:00:00Z",
        "2027-10-31T00:59:59Z, 2027-11-01T06:00:00Z",
        "2027-10-31T01:00:00Z, 2027-11-01T06:00:00Z"
    })
    void bothClockChangesAreRespected(Instant written, Instant leaves) {
        assertThat(quiet.atOnce(written)).isEqualTo(leaves);
        assertThat(quiet.inTheMorning(written, null, true)).isEqualTo(leaves);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-12T05:59:00Z, 2027-01-12T06:00:00Z",
        "2027-01-12T06:00:00Z, 2027-01-12T06:00:00Z",
        "2027-01-12T06:00:01Z, 2027-01-13T06:00:00Z",
        "2027-01-12T10:00:00Z, 2027-01-13T06:00:00Z",
        "2027-01-15T10:00:00Z, 2027-01-18T06:00:00Z",
        "2026-12-23T10:00:00Z, 2026-12-28T06:00:00Z"
    })
    void whatIsNotUrgentWaitsForTheMorning(Instant written, Instant leaves) {
        assertThat(quiet.inTheMorning(written, null, false)).isEqualTo(leaves);
    }

    /** 1 August 2027 is a Sunday; in 2025 it is a Friday. 30 June 2027 is a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "2027-07-05T10:00:00Z, , 2027-08-02T05:00:00Z",
        "2027-07-05T10:00:00Z, 2027-08-31, 2027-08-02T05:00:00Z",
        "2027-07-05T10:00:00Z, 2027-08-02, 2027-08-02T05:00:00Z",
        "2027-07-05T10:00:00Z, 2027-08-01, 2027-07-06T05:00:00Z",
        "2027-07-05T10:00:00Z, 2027-07-20, 2027-07-06T05:00:00Z",
        "2027-07-05T10:00:00Z, 2027-06-30, 2027-07-06T05:00:00Z",
        "2027-06-30T04:30:00Z, 2027-08-31, 2027-06-30T05:00:00Z",
        "2027-06-30T10:00:00Z, 2027-08-31, 2027-08-02T05:00:00Z",
        "2027-07-30T10:00:00Z, 2027-08-31, 2027-08-02T05:00:00Z",
        "2025-07-31T10:00:00Z, , 2025-08-01T05:00:00Z",
        "2025-07-14T10:00:00Z, , 2025-08-01T05:00:00Z"
    })
    void inJulyItWaitsForAugustUnlessItsDeadlineIsBefore(Instant written, @Nullable LocalDate due, Instant leaves) {
        assertThat(quiet.inTheMorning(written, due, true)).isEqualTo(leaves);
    }

    @ParameterizedTest
    @CsvSource({"2027-07-05T10:00:00Z, 2027-07-06T05:00:00Z", "2027-07-30T10:00:00Z, 2027-08-02T05:00:00Z"})
    void aMunicipalityMayKeepItsJulyAsAnyMonth(Instant written, Instant leaves) {
        assertThat(quiet.inTheMorning(written, LocalDate.of(2027, 8, 31), false))
                .isEqualTo(leaves);
    }

    @ParameterizedTest
    @CsvSource({"09:00, 17:00", "06:00, 08:00", "08:30, 18:00"})
    void theMorningsMailIsWithinOfficeHours(LocalTime from, LocalTime to) {
        assertThatThrownBy(() -> new OfficeHours(from, to)).hasMessageContaining("hytekello.office-hours");
    }
}
