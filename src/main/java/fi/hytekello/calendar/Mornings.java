package fi.hytekello.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/**
 * The two moments of a morning in Helsinki: at half past six the timers fire, at eight the mail leaves. So all that the
 * timers of a morning cause lies ready and leaves together. The clock on the wall counts, so eight o'clock is 06:00 UTC
 * in winter and 05:00 UTC in summer.
 */
@Component
public final class Mornings {
    private static final LocalTime TIMERS = LocalTime.of(6, 30);
    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    private final BusinessDays businessDays;

    public Mornings(BusinessDays businessDays) {
        this.businessDays = businessDays;
    }

    /** Eight o'clock of the given day, working day or not. */
    public Instant of(LocalDate day) {
        return at(day, EIGHT);
    }

    /** Half past six of the given day, working day or not: when its timers fire. */
    public Instant timersOf(LocalDate day) {
        return at(day, TIMERS);
    }

    /** Eight o'clock of the first working day not before the instant. */
    public Instant nextMail(Instant instant) {
        LocalDate today = LocalDate.ofInstant(instant, Finland.ZONE);
        Instant morning = of(businessDays.next(today));
        return morning.isBefore(instant) ? of(businessDays.plus(today, 1)) : morning;
    }

    /** When timers fire on the first working day strictly after the instant. */
    public Instant nextTimersAfter(Instant instant) {
        LocalDate today = LocalDate.ofInstant(instant, Finland.ZONE);
        Instant morning = timersOf(businessDays.next(today));
        return morning.isAfter(instant) ? morning : timersOf(businessDays.plus(today, 1));
    }

    /** The last day whose timers are due by this instant: the day of the instant or the one before. */
    public LocalDate lastTimersBy(Instant instant) {
        LocalDate today = LocalDate.ofInstant(instant, Finland.ZONE);
        return instant.isBefore(timersOf(today)) ? today.minusDays(1) : today;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Finland.ZONE).toInstant();
    }
}
