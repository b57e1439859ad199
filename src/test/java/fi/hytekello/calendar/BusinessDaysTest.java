package fi.hytekello.calendar;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class BusinessDaysTest {
    private final BusinessDays businessDays = new BusinessDays();

    /** Written by hand from the calendar, not by a program. */
    static Stream<Arguments> holidaysFromMondayToFriday() {
        return Stream.of(
                Arguments.of(2026, "1.1 6.1 3.4 6.4 1.5 14.5 19.6 24.12 25.12"),
                Arguments.of(2027, "1.1 6.1 26.3 29.3 6.5 25.6 6.12 24.12"),
                Arguments.of(2028, "6.1 14.4 17.4 1.5 25.5 23.6 6.12 25.12 26.12"),
                Arguments.of(2029, "1.1 30.3 2.4 1.5 10.5 22.6 6.12 24.12 25.12 26.12"),
                Arguments.of(2030, "1.1 19.4 22.4 1.5 30.5 21.6 6.12 24.12 25.12 26.12"));
    }

    @ParameterizedTest
    @MethodSource("holidaysFromMondayToFriday")
    void theWeekdaysOffAreExactlyThoseOfTheAct(int year, String daysOff) {
        List<String> found = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(date -> !businessDays.isBusinessDay(date))
                .map(date -> String.format(ROOT, "%d.%d", date.getDayOfMonth(), date.getMonthValue()))
                .toList();

        assertThat(found).containsExactly(daysOff.split(" "));
    }

    @Test
    void saturdaysAndSundaysAreNeverWorkingDays() {
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2031, 1, 1))
                        .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0))
                .noneMatch(businessDays::isBusinessDay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-31", "2026-04-02", "2026-04-30", "2026-06-09"})
    void eveningsAndAlandsOwnDayAreWorkingDays(LocalDate date) {
        assertThat(businessDays.isBusinessDay(date)).isTrue();
        assertThat(businessDays.reasonKey(date)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-19, calendar.holiday.midsummerEve",
        "2026-06-20, calendar.holiday.midsummer",
        "2026-06-27, calendar.saturday",
        "2026-06-28, calendar.sunday",
        "2026-10-31, calendar.holiday.allSaints",
        "2026-12-06, calendar.holiday.independence",
        "2026-05-01, calendar.holiday.mayDay",
        "2008-05-01, calendar.holiday.ascension"
    })
    void tellsWhyADayIsNotAWorkingDay(LocalDate date, String reasonKey) {
        assertThat(businessDays.reasonKey(date)).contains(reasonKey);
    }

    @Test
    void goesToTheNearestWorkingDayOnEitherSide() {
        assertThat(businessDays.next(LocalDate.of(2026, 12, 24))).isEqualTo("2026-12-28");
        assertThat(businessDays.previous(LocalDate.of(2026, 12, 27))).isEqualTo("2026-12-23");
        assertThat(businessDays.next(LocalDate.of(2026, 12, 23))).isEqualTo("2026-12-23");
        assertThat(businessDays.previous(LocalDate.of(2026, 12, 23))).isEqualTo("2026-12-23");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-18, 5, 2026-12-29",
        "2026-12-18, 1, 2026-12-21",
        "2026-12-19, 1, 2026-12-21",
        "2026-12-19, 0, 2026-12-19",
        "2026-12-29, -5, 2026-12-18",
        "2026-12-30, 3, 2027-01-05",
        "2020-12-17, 17, 2021-01-15"
    })
    void countsWorkingDaysForwardAndBack(LocalDate from, int days, LocalDate expected) {
        assertThat(businessDays.plus(from, days)).isEqualTo(expected);
        assertThat(businessDays.minus(from, -days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-18, 2026-12-29, 5",
        "2026-12-18, 2026-12-18, 0",
        "2026-12-19, 2026-12-20, 0",
        "2026-12-23, 2026-12-28, 1",
        "2026-12-29, 2026-12-18, 0"
    })
    void countsTheWorkingDaysThatAreLeft(LocalDate from, LocalDate to, int days) {
        assertThat(businessDays.between(from, to)).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/calendar.properties", "messages/calendar_sv.properties"})
    void everyReasonHasANameInBothLanguages(String bundle) throws Exception {
        Properties messages =
                PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(bundle), "UTF-8"));
        TreeSet<String> reasons = new TreeSet<>();
        LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2031, 1, 1))
                .forEach(date -> businessDays.reasonKey(date).ifPresent(reasons::add));

        assertThat(reasons).hasSize(17);
        assertThat(messages.stringPropertyNames()).containsAll(reasons);
        for (DeadlineKind kind : DeadlineKind.values()) {
            assertThat(messages).containsKey("calendar.kind." + kind);
        }
        for (RollPolicy policy : RollPolicy.values()) {
            assertThat(messages).containsKey("calendar.rollPolicy." + policy);
        }
    }
}
