package fi.hytekello.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/**
 * Eight o'clock in Helsinki, when reminders go out. The clock on the wall counts, so the instant is 06:00 UTC in winter
 * and 05:00 UTC in summer.
 */
@Component
public final class Mornings {
    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    private final BusinessDays businessDays;

    public Mornings(BusinessDays businessDays) {
        this.businessDays = businessDays;
    }

    /** Eight o'clock of the given day, working day or not. */
    public Instant of(LocalDate day) {
        return day.atTime(EIGHT).atZone(Finland.ZONE).toInstant();
    }

    /** The first working-day morning strictly after the instant; the same day's when it is not yet eight. */
    public Instant nextMorningAfter(Instant instant) {
        LocalDate today = instant.atZone(Finland.ZONE).toLocalDate();
        Instant morning = of(businessDays.next(today));
        return morning.isAfter(instant) ? morning : of(businessDays.plus(today, 1));
    }
}
