package fi.hytekello.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A date by which something is to be done, as planned. {@link #effective} is the day that counts: every reminder, timer
 * and letter uses it and never the planned one (domain chapter 1.3).
 */
public record Deadline(DeadlineKind kind, RollPolicy rollPolicy, LocalDate planned) {

    /** A deadline that rolls as its kind does by default. */
    public static Deadline of(DeadlineKind kind, LocalDate planned) {
        return new Deadline(kind, kind.defaultRollPolicy(), planned);
    }

    /** The last day to act. With {@link RollPolicy#BACKWARD} never later than planned. */
    public LocalDate effective(BusinessDays businessDays) {
        return rollPolicy.roll(planned, businessDays);
    }

    /** The effective day and why it differs from the planned one. */
    public Rolled rolled(BusinessDays businessDays) {
        return new Rolled(
                planned,
                effective(businessDays),
                businessDays.reasonKey(planned).orElse(null));
    }

    /** The instant when the deadline passes: the office closes on the last day (Act 150/1930 § 6). */
    public Instant dueAt(BusinessDays businessDays, LocalTime officeCloses, ZoneId zone) {
        return effective(businessDays).atTime(officeCloses).atZone(zone).toInstant();
    }
}
