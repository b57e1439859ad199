package fi.hytekello.indicator;

import fi.hytekello.municipality.DepartmentCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a department has answered when it was asked to explain its indicators, the last time it was asked in a cycle.
 *
 * @param daysAsked calendar days from the request to the answer, or to today (Europe/Helsinki)
 * @param reminded how many reminders and notices of lateness left for its people
 * @param toExplain how many of its indicators need an explanation
 * @param unexplained how many of those had none at the deadline, or have none yet while it is ahead
 * @param lateYears in how many of the years in which it was asked, this one included, it answered late or not at all
 * @param years in how many years it was asked
 */
public record Inactivity(
        DepartmentCode department,
        Instant askedAt,
        Instant dueAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        int daysAsked,
        int reminded,
        int toExplain,
        int unexplained,
        boolean late,
        int lateYears,
        int years) {

    /** True while its task waits. */
    public boolean isOpen() {
        return answeredAt == null && closedAt == null;
    }
}
