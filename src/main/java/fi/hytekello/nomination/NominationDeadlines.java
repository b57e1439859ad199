package fi.hytekello.nomination;

import fi.hytekello.calendar.BusinessDays;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** How much time organisations get to answer (R3-09, R3-11). */
@Component
public class NominationDeadlines {

    /** Fewest days that an answer through a board takes without haste. */
    static final int FEWEST_DAYS = 28;

    private static final MonthDay CHRISTMAS_FROM = MonthDay.of(12, 24);
    private static final MonthDay CHRISTMAS_UNTIL = MonthDay.of(1, 6);
    private static final int MEETING_FROM_WEEKS = 2;
    private static final int MEETING_UNTIL_WEEKS = 4;

    /** From the letter to the last day; neither counts the day of the letter. */
    public record Length(long days, int workingDays) {}

    /** A time in which something is planned, both days included. */
    public record Weeks(LocalDate from, LocalDate until) {}

    private final BusinessDays businessDays;

    NominationDeadlines(BusinessDays businessDays) {
        this.businessDays = businessDays;
    }

    /** The first working day that leaves enough time. */
    public LocalDate suggested(LocalDate sent) {
        return businessDays.next(sent.plusDays(FEWEST_DAYS));
    }

    /** When the first meeting fits: two to four weeks after the deadline. */
    public Weeks firstMeeting(LocalDate due) {
        return new Weeks(due.plusWeeks(MEETING_FROM_WEEKS), due.plusWeeks(MEETING_UNTIL_WEEKS));
    }

    public Length length(LocalDate sent, LocalDate due) {
        return new Length(ChronoUnit.DAYS.between(sent, due), businessDays.between(sent, due));
    }

    public Set<RoundWarning> warnings(LocalDate sent, LocalDate due) {
        Set<RoundWarning> warnings = EnumSet.noneOf(RoundWarning.class);
        if (sent.plusDays(FEWEST_DAYS).isAfter(due)) {
            warnings.add(RoundWarning.SHORT);
        }
        if (contains(sent, due, NominationDeadlines::isChristmas)) {
            warnings.add(RoundWarning.CHRISTMAS);
        }
        if (contains(sent, due, day -> day.getMonth() == Month.JULY)) {
            warnings.add(RoundWarning.JULY);
        }
        if (!businessDays.isBusinessDay(due)) {
            warnings.add(RoundWarning.NOT_WORKING_DAY);
        }
        return warnings;
    }

    private static boolean contains(LocalDate sent, LocalDate due, Predicate<LocalDate> day) {
        return due.isAfter(sent) && sent.datesUntil(due.plusDays(1)).anyMatch(day);
    }

    private static boolean isChristmas(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return !date.isBefore(CHRISTMAS_FROM) || !date.isAfter(CHRISTMAS_UNTIL);
    }
}
