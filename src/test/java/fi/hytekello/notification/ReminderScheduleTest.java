package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.Watched.Told;
import fi.hytekello.notification.process.PolicyFile;
import fi.hytekello.worklist.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped policy on the calendar. Timers fire at 06:30 Helsinki time. */
class ReminderScheduleTest {

    private static final Instant LONG_AGO = Instant.parse("2026-06-01T06:00:00Z");
    private static final Instant DUE = Instant.parse("2027-01-15T14:00:00Z");

    private final BusinessDays businessDays = new BusinessDays();
    private final ReminderSchedule schedule = schedule(PolicyFile.reminders());

    private ReminderSchedule schedule(ReminderPolicy policy) {
        return new ReminderSchedule(policy, businessDays, new Mornings(businessDays));
    }

    /** Due on Friday 15.1.2027 at 16:00; what each morning calls for has been told. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-01T10:00:00Z, , 2027-01-08T04:30:00Z",
        "2027-01-08T04:29:59Z, , 2027-01-08T04:30:00Z",
        "2027-01-08T04:30:00Z, , 2027-01-13T04:30:00Z",
        "2027-01-13T04:30:00Z, FIRST_REMINDER 2027-01-08, 2027-01-18T04:30:00Z",
        "2027-01-18T04:30:00Z, LAST_REMINDER 2027-01-13, 2027-01-25T04:30:00Z",
        "2027-01-25T04:30:01Z, OVERDUE 2027-01-18, 2027-02-01T04:30:00Z"
    })
    void remindsSevenAndTwoDaysBeforeAndTheWorkingDayAfterAndWeeklyFromThere(
            Instant now, @Nullable String told, Instant next) {
        assertThat(schedule.nextReminder(List.of(departments(DUE, told)), now)).isEqualTo(next);
    }

    /** The first case is due on Sunday, the others around Midsummer (Friday 25.6.2027 is free), Easter and Christmas. */
    @ParameterizedTest
    @CsvSource({
        "2027-02-28T14:00:00Z, 2027-02-25T00:00:00Z, FIRST_REMINDER 2027-02-22, 2027-02-26T04:30:00Z",
        "2027-06-28T13:00:00Z, 2027-06-22T00:00:00Z, FIRST_REMINDER 2027-06-21, 2027-06-24T03:30:00Z",
        "2027-07-02T13:00:00Z, 2027-06-20T00:00:00Z, , 2027-06-24T03:30:00Z",
        "2027-06-24T13:00:00Z, 2027-06-24T13:30:00Z, LAST_REMINDER 2027-06-22, 2027-06-28T03:30:00Z",
        "2027-03-31T13:00:00Z, 2027-03-25T00:00:00Z, FIRST_REMINDER 2027-03-24, 2027-03-25T04:30:00Z",
        "2027-03-25T14:00:00Z, 2027-03-25T14:30:00Z, LAST_REMINDER 2027-03-23, 2027-03-30T03:30:00Z",
        "2026-12-28T14:00:00Z, 2026-12-22T00:00:00Z, FIRST_REMINDER 2026-12-21, 2026-12-23T04:30:00Z"
    })
    void movesARemindersFreeDayBackAndLatenessForward(Instant due, Instant now, @Nullable String told, Instant next) {
        assertThat(schedule.nextReminder(List.of(departments(due, told)), now)).isEqualTo(next);
    }

    /** Summer time begins on 28.3.2027 and ends on 31.10.2027. */
    @ParameterizedTest
    @CsvSource({
        "2027-04-02T13:00:00Z, 2027-03-26T05:00:00Z, FIRST_REMINDER 2027-03-25, 2027-03-31T03:30:00Z",
        "2027-03-30T13:00:00Z, 2027-03-22T12:00:00Z, , 2027-03-23T04:30:00Z",
        "2027-11-04T14:00:00Z, 2027-10-27T12:00:00Z, , 2027-10-28T03:30:00Z",
        "2027-11-04T14:00:00Z, 2027-10-28T12:00:00Z, , 2027-11-02T04:30:00Z"
    })
    void staysAtHalfPastSixThroughBothClockChanges(Instant due, Instant now, @Nullable String told, Instant next) {
        assertThat(schedule.nextReminder(List.of(departments(due, told)), now)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-08T04:30:00Z, , 2027-01-18T04:30:00Z",
        "2027-01-18T04:30:00Z, , 2027-01-20T04:30:00Z",
        "2027-01-20T04:30:00Z, OVERDUE 2027-01-18, 2027-01-27T04:30:00Z"
    })
    void findsLatenessTheDayAfterAndAgainWhenThoseAboveAreTold(Instant now, @Nullable String told, Instant next) {
        assertThat(schedule.nextOverdue(List.of(departments(DUE, told)), now)).isEqualTo(next);
    }

    @Test
    void wakesForTheTaskWhoseTimeComesFirst() {
        assertThat(schedule.nextReminder(
                        List.of(
                                departments(Instant.parse("2027-09-15T13:00:00Z"), null),
                                departments(Instant.parse("2027-09-10T13:00:00Z"), null)),
                        Instant.parse("2027-09-02T12:00:00Z")))
                .isEqualTo("2027-09-03T03:30:00Z");
    }

    @Test
    void looksAgainInAWeekWhenNothingIsDue() {
        assertThat(schedule.nextReminder(List.of(), Instant.parse("2027-06-18T12:00:00Z")))
                .isEqualTo("2027-06-28T03:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-08T04:29:59Z, ,",
        "2027-01-08T04:30:00Z, , FIRST_REMINDER",
        "2027-01-13T04:29:59Z, , FIRST_REMINDER",
        "2027-01-13T04:30:00Z, , LAST_REMINDER",
        "2027-01-15T14:00:00Z, , LAST_REMINDER",
        "2027-01-15T14:00:01Z, ,",
        "2027-01-16T04:29:59Z, ,",
        "2027-01-18T04:30:00Z, , OVERDUE",
        "2027-03-18T04:30:00Z, , OVERDUE",
        "2027-01-18T12:00:00Z, OVERDUE 2027-01-18, OVERDUE",
        "2027-01-19T12:00:00Z, OVERDUE 2027-01-18,",
        "2027-01-25T04:30:00Z, OVERDUE 2027-01-18, STILL_LATE"
    })
    void tellsThePersonWhatThisMomentCallsFor(Instant now, @Nullable String told, @Nullable NotificationKind kind) {
        assertThat(toHolder(departments(DUE, told), now)).isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-11T10:00:00Z, 2027-01-12T04:30:00Z,",
        "2027-01-11T10:00:00Z, 2027-01-13T04:30:00Z, LAST_REMINDER",
        "2027-01-14T10:00:00Z, 2027-01-15T04:30:00Z,",
        "2027-01-14T10:00:00Z, 2027-01-18T04:30:00Z, OVERDUE"
    })
    void doesNotRemindOfATaskThatCameWithinTheWindow(Instant opened, Instant now, @Nullable NotificationKind kind) {
        Watched task = new Watched(TaskKind.ORDINARY, Role.DEPARTMENT, opened, DUE, List.of());
        assertThat(toHolder(task, now)).isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    /** Nobody hears of a person's lateness on the day on which that person hears of it. */
    @ParameterizedTest
    @CsvSource({"2027-01-18, 0", "2027-01-19, 0", "2027-01-20, 1"})
    void thoseAboveHearFromTheFifthDayOn(LocalDate day, int told) {
        Instant noon = Instant.parse(day + "T10:00:00Z");
        assertThat(schedule.courses(List.of(departments(DUE, "OVERDUE 2027-01-18"))).get(0).now(noon).stream()
                        .filter(telling -> telling.isTo(Audience.NEXT_LEVEL)))
                .hasSize(told);
    }

    /** Due on Friday; the manager's third day is Monday, on which the manager is told first. */
    @Test
    void aPersonHasADayBeforeTheNextLevelHears() {
        Watched managers = new Watched(TaskKind.APPROVAL, Role.MANAGER, LONG_AGO, DUE, List.of());
        assertThat(schedule.courses(List.of(managers))
                        .get(0)
                        .next(Instant.parse("2027-01-14T10:00:00Z"), telling -> telling.isTo(Audience.NEXT_LEVEL)))
                .hasValueSatisfying(coming -> assertThat(coming.at()).isEqualTo("2027-01-19T04:30:00Z"));
    }

    @Test
    void knowsHowManyDaysUntilTheNextLevelHears() {
        assertThat(schedule.escalationDays(TaskKind.ORDINARY, Role.DEPARTMENT)).hasValue(5);
        assertThat(schedule.escalationDays(TaskKind.CORRECTION, Role.DEPARTMENT))
                .hasValue(2);
        assertThat(schedule(() -> situation -> List.of()).escalationDays(TaskKind.ORDINARY, Role.DEPARTMENT))
                .isEmpty();
    }

    @Test
    void anotherPolicyHasOtherMornings() {
        ReminderSchedule early = schedule(() -> situation -> situation.daysLeft() == 9 && situation.timesTold() == 0
                ? List.of(new Telling(NotificationKind.FIRST_REMINDER, Audience.HOLDER, Urgency.DIGEST))
                : List.of());
        assertThat(early.nextReminder(List.of(departments(DUE, null)), Instant.parse("2027-01-01T10:00:00Z")))
                .as("nine days before is Epiphany, so it is told on the working day before it")
                .isEqualTo("2027-01-05T04:30:00Z");
    }

    private List<NotificationKind> toHolder(Watched task, Instant now) {
        return schedule.courses(List.of(task)).get(0).now(now).stream()
                .filter(telling -> telling.isTo(Audience.HOLDER))
                .map(Telling::notice)
                .toList();
    }

    private static Watched departments(Instant due, @Nullable String told) {
        if (told == null) {
            return new Watched(TaskKind.ORDINARY, Role.DEPARTMENT, LONG_AGO, due, List.of());
        }
        String[] parts = told.split(" ", -1);
        Told one = new Told(NotificationKind.valueOf(parts[0]), Audience.HOLDER, LocalDate.parse(parts[1]));
        return new Watched(TaskKind.ORDINARY, Role.DEPARTMENT, LONG_AGO, due, List.of(one));
    }
}
