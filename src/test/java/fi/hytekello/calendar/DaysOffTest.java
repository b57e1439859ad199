package fi.hytekello.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every day of the years 2026 to 2030 on which an authority's deadline does not end (Act 150/1930 § 5), and where each
 * policy moves it. The list is written by hand from printed calendars.
 */
class DaysOffTest {

    /** Day off, why, the next working day, the working day before. */
    private static final String HOLIDAYS = """
            2026-01-01 newYear      2026-01-02 2025-12-31
            2026-01-06 epiphany     2026-01-07 2026-01-05
            2026-04-03 goodFriday   2026-04-07 2026-04-02
            2026-04-05 easter       2026-04-07 2026-04-02
            2026-04-06 easterMonday 2026-04-07 2026-04-02
            2026-05-01 mayDay       2026-05-04 2026-04-30
            2026-05-14 ascension    2026-05-15 2026-05-13
            2026-05-24 whitSunday   2026-05-25 2026-05-22
            2026-06-19 midsummerEve 2026-06-22 2026-06-18
            2026-06-20 midsummer    2026-06-22 2026-06-18
            2026-10-31 allSaints    2026-11-02 2026-10-30
            2026-12-06 independence 2026-12-07 2026-12-04
            2026-12-24 christmasEve 2026-12-28 2026-12-23
            2026-12-25 christmas    2026-12-28 2026-12-23
            2026-12-26 boxingDay    2026-12-28 2026-12-23
            2027-01-01 newYear      2027-01-04 2026-12-31
            2027-01-06 epiphany     2027-01-07 2027-01-05
            2027-03-26 goodFriday   2027-03-30 2027-03-25
            2027-03-28 easter       2027-03-30 2027-03-25
            2027-03-29 easterMonday 2027-03-30 2027-03-25
            2027-05-01 mayDay       2027-05-03 2027-04-30
            2027-05-06 ascension    2027-05-07 2027-05-05
            2027-05-16 whitSunday   2027-05-17 2027-05-14
            2027-06-25 midsummerEve 2027-06-28 2027-06-24
            2027-06-26 midsummer    2027-06-28 2027-06-24
            2027-11-06 allSaints    2027-11-08 2027-11-05
            2027-12-06 independence 2027-12-07 2027-12-03
            2027-12-24 christmasEve 2027-12-27 2027-12-23
            2027-12-25 christmas    2027-12-27 2027-12-23
            2027-12-26 boxingDay    2027-12-27 2027-12-23
            2028-01-01 newYear      2028-01-03 2027-12-31
            2028-01-06 epiphany     2028-01-07 2028-01-05
            2028-04-14 goodFriday   2028-04-18 2028-04-13
            2028-04-16 easter       2028-04-18 2028-04-13
            2028-04-17 easterMonday 2028-04-18 2028-04-13
            2028-05-01 mayDay       2028-05-02 2028-04-28
            2028-05-25 ascension    2028-05-26 2028-05-24
            2028-06-04 whitSunday   2028-06-05 2028-06-02
            2028-06-23 midsummerEve 2028-06-26 2028-06-22
            2028-06-24 midsummer    2028-06-26 2028-06-22
            2028-11-04 allSaints    2028-11-06 2028-11-03
            2028-12-06 independence 2028-12-07 2028-12-05
            2028-12-24 christmasEve 2028-12-27 2028-12-22
            2028-12-25 christmas    2028-12-27 2028-12-22
            2028-12-26 boxingDay    2028-12-27 2028-12-22
            2029-01-01 newYear      2029-01-02 2028-12-29
            2029-01-06 epiphany     2029-01-08 2029-01-05
            2029-03-30 goodFriday   2029-04-03 2029-03-29
            2029-04-01 easter       2029-04-03 2029-03-29
            2029-04-02 easterMonday 2029-04-03 2029-03-29
            2029-05-01 mayDay       2029-05-02 2029-04-30
            2029-05-10 ascension    2029-05-11 2029-05-09
            2029-05-20 whitSunday   2029-05-21 2029-05-18
            2029-06-22 midsummerEve 2029-06-25 2029-06-21
            2029-06-23 midsummer    2029-06-25 2029-06-21
            2029-11-03 allSaints    2029-11-05 2029-11-02
            2029-12-06 independence 2029-12-07 2029-12-05
            2029-12-24 christmasEve 2029-12-27 2029-12-21
            2029-12-25 christmas    2029-12-27 2029-12-21
            2029-12-26 boxingDay    2029-12-27 2029-12-21
            2030-01-01 newYear      2030-01-02 2029-12-31
            2030-01-06 epiphany     2030-01-07 2030-01-04
            2030-04-19 goodFriday   2030-04-23 2030-04-18
            2030-04-21 easter       2030-04-23 2030-04-18
            2030-04-22 easterMonday 2030-04-23 2030-04-18
            2030-05-01 mayDay       2030-05-02 2030-04-30
            2030-05-30 ascension    2030-05-31 2030-05-29
            2030-06-09 whitSunday   2030-06-10 2030-06-07
            2030-06-21 midsummerEve 2030-06-24 2030-06-20
            2030-06-22 midsummer    2030-06-24 2030-06-20
            2030-11-02 allSaints    2030-11-04 2030-11-01
            2030-12-06 independence 2030-12-09 2030-12-05
            2030-12-24 christmasEve 2030-12-27 2030-12-23
            2030-12-25 christmas    2030-12-27 2030-12-23
            2030-12-26 boxingDay    2030-12-27 2030-12-23
            """;

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);
    private static final LocalDate FIRST_SATURDAY = LocalDate.of(2026, 1, 3);

    private final BusinessDays businessDays = new BusinessDays();

    record DayOff(LocalDate date, String why, LocalDate next, LocalDate before) {}

    static List<DayOff> holidays() {
        return HOLIDAYS.lines()
                .map(line -> line.strip().split("\\s+"))
                .map(parts -> new DayOff(
                        LocalDate.parse(parts[0]), parts[1], LocalDate.parse(parts[2]), LocalDate.parse(parts[3])))
                .toList();
    }

    /** Week after week from the first Saturday of 2026. */
    static Stream<LocalDate> weekends() {
        return Stream.iterate(FIRST_SATURDAY, day -> !day.isAfter(LAST), day -> day.plusDays(7))
                .flatMap(saturday -> Stream.of(saturday, saturday.plusDays(1)))
                .filter(day -> !day.isAfter(LAST));
    }

    private static Set<LocalDate> daysOff() {
        Set<LocalDate> off = new TreeSet<>(weekends().toList());
        holidays().forEach(holiday -> off.add(holiday.date()));
        return off;
    }

    @Test
    void theseDaysAreOffAndNoOthers() {
        assertThat(FIRST.datesUntil(LAST.plusDays(1)).filter(day -> !businessDays.isBusinessDay(day)))
                .containsExactlyElementsOf(daysOff());
    }

    @ParameterizedTest
    @MethodSource("holidays")
    void aHolidayMovesToTheWorkingDayBesideItOrStaysAndTellsWhy(DayOff holiday) {
        Rolled forward = rolled(holiday.date(), RollPolicy.FORWARD);
        Rolled backward = rolled(holiday.date(), RollPolicy.BACKWARD);
        Rolled kept = rolled(holiday.date(), RollPolicy.NONE);

        String why = "calendar.holiday." + holiday.why();
        assertThat(forward).isEqualTo(new Rolled(holiday.date(), holiday.next(), why));
        assertThat(forward.explanationKey()).isEqualTo("calendar.rolled.forward");
        assertThat(backward).isEqualTo(new Rolled(holiday.date(), holiday.before(), why));
        assertThat(backward.explanationKey()).isEqualTo("calendar.rolled.backward");
        assertThat(kept).isEqualTo(new Rolled(holiday.date(), holiday.date(), why));
        assertThat(kept.explanationKey()).isEqualTo("calendar.rolled.kept");
    }

    @Test
    void everySaturdayAndSundayMovesToTheNearestDayThatIsNotOff() {
        Set<LocalDate> off = daysOff();
        Set<LocalDate> holidays = new TreeSet<>();
        holidays().forEach(holiday -> holidays.add(holiday.date()));
        List<LocalDate> weekends =
                weekends().filter(day -> !holidays.contains(day)).toList();
        assertThat(weekends).hasSize(493);
        for (LocalDate day : weekends) {
            LocalDate next = day;
            while (off.contains(next)) {
                next = next.plusDays(1);
            }
            LocalDate before = day;
            while (off.contains(before)) {
                before = before.minusDays(1);
            }
            boolean saturday = day.toEpochDay() % 7 == FIRST_SATURDAY.toEpochDay() % 7;
            String why = saturday ? "calendar.saturday" : "calendar.sunday";
            assertThat(rolled(day, RollPolicy.FORWARD)).isEqualTo(new Rolled(day, next, why));
            assertThat(rolled(day, RollPolicy.BACKWARD)).isEqualTo(new Rolled(day, before, why));
            assertThat(rolled(day, RollPolicy.NONE)).isEqualTo(new Rolled(day, day, why));
        }
    }

    @Test
    void everyKindOfDeadlineMovesAsItsDefaultSays() {
        LocalDate midsummerEve = LocalDate.of(2027, 6, 25);
        assertThat(Arrays.stream(DeadlineKind.values())
                        .map(kind ->
                                kind + " " + Deadline.of(kind, midsummerEve).effective(businessDays)))
                .containsExactly("STATUTORY_PERIOD 2027-06-28", "STATUTORY_FIXED 2027-06-24", "SELF_SET 2027-06-28");
    }

    private Rolled rolled(LocalDate planned, RollPolicy policy) {
        return new Deadline(DeadlineKind.SELF_SET, policy, planned).rolled(businessDays);
    }
}
