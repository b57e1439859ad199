package fi.hytekello.calendar;

import static java.util.stream.Collectors.toUnmodifiableMap;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.springframework.stereotype.Component;

/**
 * The working days of Finnish authorities. Not working days are Saturdays, Sundays, holy days, Independence Day, May
 * Day, Christmas Eve and Midsummer Eve (Act 150/1930 § 5; domain chapter 1.3). New Year's Eve and Maundy Thursday are
 * working days. Åland's own Self-Governance Day is not counted.
 */
@Component
public final class BusinessDays {
    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FINLAND));
    private final Map<Integer, Map<LocalDate, String>> reasonKeysByYear = new ConcurrentHashMap<>();

    public boolean isBusinessDay(LocalDate date) {
        return reasonKey(date).isEmpty();
    }

    /**
     * Message key telling why the date is not a working day, such as {@code calendar.holiday.midsummerEve} or {@code
     * calendar.saturday}; empty for a working day. A holiday goes before the day of the week.
     */
    public Optional<String> reasonKey(LocalDate date) {
        String holiday = reasonKeysByYear
                .computeIfAbsent(date.getYear(), this::holidaysOf)
                .get(date);
        return Optional.ofNullable(holiday).or(() -> weekendKey(date.getDayOfWeek()));
    }

    /** The date itself when it is a working day, otherwise the first one after it. */
    public LocalDate next(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The date itself when it is a working day, otherwise the last one before it. */
    public LocalDate previous(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /**
     * The n-th working day after the date; the date itself is not counted, whatever day it is. A negative number counts
     * back, zero leaves the date alone.
     */
    public LocalDate plus(LocalDate date, int businessDays) {
        LocalDate day = date;
        for (int left = businessDays; left > 0; left--) {
            day = next(day.plusDays(1));
        }
        for (int left = businessDays; left < 0; left++) {
            day = previous(day.minusDays(1));
        }
        return day;
    }

    /** The n-th working day before the date: "three working days before the deadline". */
    public LocalDate minus(LocalDate date, int businessDays) {
        return plus(date, Math.negateExact(businessDays));
    }

    /** How many working days there are after the first date up to the last, which counts; none when it is not later. */
    public int between(LocalDate first, LocalDate last) {
        return (int) first.datesUntil(last.isAfter(first) ? last : first)
                .map(day -> day.plusDays(1))
                .filter(this::isBusinessDay)
                .count();
    }

    // Ascension Day can fall on May Day (2008): always the same one of the two names the day.
    private Map<LocalDate, String> holidaysOf(int year) {
        return holidays.getHolidays(Year.of(year)).stream()
                .collect(toUnmodifiableMap(
                        Holiday::getDate, BusinessDays::holidayKey, BinaryOperator.minBy(Comparator.naturalOrder())));
    }

    // The library's own names lack Finnish.
    private static String holidayKey(Holiday holiday) {
        return "calendar.holiday."
                + switch (holiday.getPropertiesKey()) {
                    case "NEW_YEAR" -> "newYear";
                    case "EPIPHANY" -> "epiphany";
                    case "christian.GOOD_FRIDAY" -> "goodFriday";
                    case "christian.EASTER" -> "easter";
                    case "christian.EASTER_MONDAY" -> "easterMonday";
                    case "LABOUR_DAY" -> "mayDay";
                    case "christian.ASCENSION_DAY" -> "ascension";
                    case "christian.WHIT_SUNDAY" -> "whitSunday";
                    case "MIDSUMMER_EVE" -> "midsummerEve";
                    case "MIDSUMMER" -> "midsummer";
                    case "ALL_SAINTS" -> "allSaints";
                    case "INDEPENDENCE_DAY" -> "independence";
                    case "CHRISTMAS_EVE" -> "christmasEve";
                    case "CHRISTMAS" -> "christmas";
                    case "STEPHENS" -> "boxingDay";
                    default -> throw new IllegalStateException("A holiday the Act does not know: " + holiday);
                };
    }

    private static Optional<String> weekendKey(DayOfWeek day) {
        return switch (day) {
            case SATURDAY -> Optional.of("calendar.saturday");
            case SUNDAY -> Optional.of("calendar.sunday");
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> Optional.empty();
        };
    }
}
