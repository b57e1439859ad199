package fi.hytekello.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Deadlines and mornings around each change of the clocks, the last Sundays of March and October 2026 to 2030. The
 * registry closes at 16 on the clock on the wall.
 */
class ClockChangeTest {

    private final BusinessDays businessDays = new BusinessDays();
    private final Mornings mornings = new Mornings(businessDays);

    /** Sunday of the change; the deadline when it stays, moves on, moves back. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-29T13:00:00Z, 2026-03-30T13:00:00Z, 2026-03-27T14:00:00Z",
        "2026-10-25, 2026-10-25T14:00:00Z, 2026-10-26T14:00:00Z, 2026-10-23T13:00:00Z",
        "2027-03-28, 2027-03-28T13:00:00Z, 2027-03-30T13:00:00Z, 2027-03-25T14:00:00Z",
        "2027-10-31, 2027-10-31T14:00:00Z, 2027-11-01T14:00:00Z, 2027-10-29T13:00:00Z",
        "2028-03-26, 2028-03-26T13:00:00Z, 2028-03-27T13:00:00Z, 2028-03-24T14:00:00Z",
        "2028-10-29, 2028-10-29T14:00:00Z, 2028-10-30T14:00:00Z, 2028-10-27T13:00:00Z",
        "2029-03-25, 2029-03-25T13:00:00Z, 2029-03-26T13:00:00Z, 2029-03-23T14:00:00Z",
        "2029-10-28, 2029-10-28T14:00:00Z, 2029-10-29T14:00:00Z, 2029-10-26T13:00:00Z",
        "2030-03-31, 2030-03-31T13:00:00Z, 2030-04-01T13:00:00Z, 2030-03-29T14:00:00Z",
        "2030-10-27, 2030-10-27T14:00:00Z, 2030-10-28T14:00:00Z, 2030-10-25T13:00:00Z"
    })
    void theRegistryClosesByTheClockOnTheWall(LocalDate sunday, Instant kept, Instant forward, Instant backward) {
        assertThat(dueAt(sunday, RollPolicy.NONE)).isEqualTo(kept);
        assertThat(dueAt(sunday, RollPolicy.FORWARD)).isEqualTo(forward);
        assertThat(dueAt(sunday, RollPolicy.BACKWARD)).isEqualTo(backward);
    }

    /** Sunday of the change; eight o'clock on the working day before it, on the day itself, on the one after it. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-27T06:00:00Z, 2026-03-29T05:00:00Z, 2026-03-30T05:00:00Z",
        "2026-10-25, 2026-10-23T05:00:00Z, 2026-10-25T06:00:00Z, 2026-10-26T06:00:00Z",
        "2027-03-28, 2027-03-25T06:00:00Z, 2027-03-28T05:00:00Z, 2027-03-30T05:00:00Z",
        "2027-10-31, 2027-10-29T05:00:00Z, 2027-10-31T06:00:00Z, 2027-11-01T06:00:00Z",
        "2028-03-26, 2028-03-24T06:00:00Z, 2028-03-26T05:00:00Z, 2028-03-27T05:00:00Z",
        "2028-10-29, 2028-10-27T05:00:00Z, 2028-10-29T06:00:00Z, 2028-10-30T06:00:00Z",
        "2029-03-25, 2029-03-23T06:00:00Z, 2029-03-25T05:00:00Z, 2029-03-26T05:00:00Z",
        "2029-10-28, 2029-10-26T05:00:00Z, 2029-10-28T06:00:00Z, 2029-10-29T06:00:00Z",
        "2030-03-31, 2030-03-29T06:00:00Z, 2030-03-31T05:00:00Z, 2030-04-01T05:00:00Z",
        "2030-10-27, 2030-10-25T05:00:00Z, 2030-10-27T06:00:00Z, 2030-10-28T06:00:00Z"
    })
    void remindersLeaveAtEightOnBothSides(LocalDate sunday, Instant before, Instant itself, Instant after) {
        assertThat(mornings.of(businessDays.previous(sunday))).isEqualTo(before);
        assertThat(mornings.of(sunday)).isEqualTo(itself);
        assertThat(mornings.of(businessDays.next(sunday))).isEqualTo(after);
        assertThat(mornings.nextMail(before.plusSeconds(1))).isEqualTo(after);
        assertThat(mornings.nextMail(itself)).isEqualTo(after);
    }

    private Instant dueAt(LocalDate planned, RollPolicy policy) {
        return new Deadline(DeadlineKind.SELF_SET, policy, planned)
                .dueAt(businessDays, LocalTime.of(16, 0), Finland.ZONE);
    }
}
