package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.municipality.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderScheduleTest {

    private static final ReminderTimes USUAL = new ReminderTimes(7, 2, 1, 5);

    private final BusinessDays businessDays = new BusinessDays();
    private final ReminderSchedule schedule = schedule(role -> USUAL);

    private ReminderSchedule schedule(ReminderPolicy policy) {
        return new ReminderSchedule(policy, businessDays, new Mornings(businessDays));
    }

    /** Due on Friday 15.1.2027 at 16:00. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-01T10:00:00Z, 2027-01-08T06:00:00Z",
        "2027-01-08T05:59:59Z, 2027-01-08T06:00:00Z",
        "2027-01-08T06:00:00Z, 2027-01-13T06:00:00Z",
        "2027-01-13T06:00:00Z, 2027-01-18T06:00:00Z",
        "2027-01-18T06:00:00Z, 2027-01-25T06:00:00Z",
        "2027-01-25T06:00:01Z, 2027-02-01T06:00:00Z"
    })
    void remindsSevenAndTwoDaysBeforeAndTheWorkingDayAfterAndWeeklyFromThere(Instant now, Instant next) {
        assertThat(schedule.nextReminder(List.of(Instant.parse("2027-01-15T14:00:00Z")), now))
                .isEqualTo(next);
    }

    /** The first case is due on Sunday, the others around Midsummer (Friday 25.6.2027 is free), Easter and Christmas. */
    @ParameterizedTest
    @CsvSource({
        "2027-02-28T14:00:00Z, 2027-02-25T00:00:00Z, 2027-02-26T06:00:00Z",
        "2027-06-28T13:00:00Z, 2027-06-22T00:00:00Z, 2027-06-24T05:00:00Z",
        "2027-07-02T13:00:00Z, 2027-06-20T00:00:00Z, 2027-06-24T05:00:00Z",
        "2027-06-24T13:00:00Z, 2027-06-23T00:00:00Z, 2027-06-28T05:00:00Z",
        "2027-03-31T13:00:00Z, 2027-03-25T00:00:00Z, 2027-03-25T06:00:00Z",
        "2027-03-25T14:00:00Z, 2027-03-24T00:00:00Z, 2027-03-30T05:00:00Z",
        "2026-12-28T14:00:00Z, 2026-12-22T00:00:00Z, 2026-12-23T06:00:00Z"
    })
    void movesARemindersFreeDayBackAndLatenessForward(Instant due, Instant now, Instant next) {
        assertThat(schedule.nextReminder(List.of(due), now)).isEqualTo(next);
    }

    /** Summer time begins on 28.3.2027 and ends on 31.10.2027. */
    @ParameterizedTest
    @CsvSource({
        "2027-04-02T13:00:00Z, 2027-03-26T05:00:00Z, 2027-03-31T05:00:00Z",
        "2027-03-30T13:00:00Z, 2027-03-22T12:00:00Z, 2027-03-23T06:00:00Z",
        "2027-11-04T14:00:00Z, 2027-10-27T12:00:00Z, 2027-10-28T05:00:00Z",
        "2027-11-04T14:00:00Z, 2027-10-28T12:00:00Z, 2027-11-02T06:00:00Z"
    })
    void staysAtEightThroughBothClockChanges(Instant due, Instant now, Instant next) {
        assertThat(schedule.nextReminder(List.of(due), now)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-08T06:00:00Z, 2027-01-18T06:00:00Z",
        "2027-01-18T06:00:00Z, 2027-01-20T06:00:00Z",
        "2027-01-20T06:00:00Z, 2027-01-27T06:00:00Z"
    })
    void findsLatenessTheDayAfterAndAgainWhenTheNextLevelIsTold(Instant now, Instant next) {
        assertThat(schedule.nextOverdue(List.of(Instant.parse("2027-01-15T14:00:00Z")), now))
                .isEqualTo(next);
    }

    @Test
    void wakesForTheTaskWhoseTimeComesFirst() {
        assertThat(schedule.nextReminder(
                        List.of(Instant.parse("2027-09-15T13:00:00Z"), Instant.parse("2027-09-10T13:00:00Z")),
                        Instant.parse("2027-09-02T12:00:00Z")))
                .isEqualTo("2027-09-03T05:00:00Z");
    }

    @Test
    void wakesForTheTimesOfEveryRole() {
        ReminderSchedule mixed = schedule(role -> role == Role.MANAGER ? new ReminderTimes(14, 2, 1, 3) : USUAL);
        List<Instant> due = List.of(Instant.parse("2027-01-29T14:00:00Z"));
        assertThat(mixed.nextReminder(due, Instant.parse("2027-01-10T12:00:00Z")))
                .isEqualTo("2027-01-15T06:00:00Z");
        assertThat(mixed.nextOverdue(due, Instant.parse("2027-02-01T06:00:00Z")))
                .isEqualTo("2027-02-03T06:00:00Z");
    }

    @Test
    void looksAgainInAWeekWhenNothingIsDue() {
        assertThat(schedule.nextReminder(List.of(), Instant.parse("2027-06-18T12:00:00Z")))
                .isEqualTo("2027-06-28T05:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-08T05:59:59Z,",
        "2027-01-08T06:00:00Z, FIRST_REMINDER",
        "2027-01-13T05:59:59Z, FIRST_REMINDER",
        "2027-01-13T06:00:00Z, LAST_REMINDER",
        "2027-01-15T14:00:00Z, LAST_REMINDER",
        "2027-01-15T14:00:01Z,",
        "2027-01-18T05:59:59Z,",
        "2027-01-18T06:00:00Z, OVERDUE",
        "2027-03-18T06:00:00Z, OVERDUE"
    })
    void tellsWhatThisMomentCallsFor(Instant now, NotificationKind kind) {
        assertThat(schedule.due(
                        Role.DEPARTMENT,
                        Instant.parse("2026-12-01T06:00:00Z"),
                        Instant.parse("2027-01-15T14:00:00Z"),
                        now))
                .isEqualTo(java.util.Optional.ofNullable(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-11T10:00:00Z, 2027-01-12T06:00:00Z,",
        "2027-01-11T10:00:00Z, 2027-01-13T06:00:00Z, LAST_REMINDER",
        "2027-01-14T10:00:00Z, 2027-01-15T06:00:00Z,",
        "2027-01-14T10:00:00Z, 2027-01-18T06:00:00Z, OVERDUE"
    })
    void doesNotRemindOfATaskThatCameWithinTheWindow(Instant opened, Instant now, NotificationKind kind) {
        assertThat(schedule.due(Role.DEPARTMENT, opened, Instant.parse("2027-01-15T14:00:00Z"), now))
                .isEqualTo(java.util.Optional.ofNullable(kind));
    }

    @ParameterizedTest
    @CsvSource({"2027-01-20T05:59:59Z, false", "2027-01-20T06:00:00Z, true"})
    void escalatesFromTheFifthDayOn(Instant now, boolean escalated) {
        assertThat(schedule.isToBeEscalated(Role.DEPARTMENT, Instant.parse("2027-01-15T14:00:00Z"), now))
                .isEqualTo(escalated);
    }
}
