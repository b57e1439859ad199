package fi.hytekello.calendar;

import java.time.LocalDate;

/**
 * Periods set in an act, counted as Act 150/1930 §§ 2 and 3 say. The answer is the deadline before § 5 rolls it, which
 * {@link Deadline#effective} does. Not for dates a municipality sets for itself (§ 1).
 */
public final class StatutoryPeriod {
    private StatutoryPeriod() {}

    /** The starting day is not counted (§ 2). */
    public static Deadline days(LocalDate start, int days) {
        return endingOn(start.plusDays(atLeastOne(days)));
    }

    /** Ends on the same day of the week as the starting day (§ 3). */
    public static Deadline weeks(LocalDate start, int weeks) {
        return endingOn(start.plusWeeks(atLeastOne(weeks)));
    }

    /** Ends on the day with the same number, or on the last day of a month that has no such day (§ 3). */
    public static Deadline months(LocalDate start, int months) {
        return endingOn(start.plusMonths(atLeastOne(months)));
    }

    /** As months: a year from 29 February ends on 28 February (§ 3). */
    public static Deadline years(LocalDate start, int years) {
        return endingOn(start.plusYears(atLeastOne(years)));
    }

    private static Deadline endingOn(LocalDate lastDay) {
        return Deadline.of(DeadlineKind.STATUTORY_PERIOD, lastDay);
    }

    private static int atLeastOne(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("A period has a length, not " + length);
        }
        return length;
    }
}
