package fi.hytekello.notification;

import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.Mornings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** When a phase's timers have something to tell: working-day mornings at 08:00 Helsinki time. */
@Component
public class ReminderSchedule {

    private final Mornings mornings;

    ReminderSchedule(Mornings mornings) {
        this.mornings = mornings;
    }

    /** The next moment after {@code now} to remind somebody of any of these due times; weekly after the last. */
    public Instant nextReminder(Collection<Instant> dueTimes, Instant now) {
        return next(dueTimes, now, -7, -2, 1);
    }

    /** The next moment after {@code now} at which one of these due times is found missed; weekly after the last. */
    public Instant nextOverdue(Collection<Instant> dueTimes, Instant now) {
        return next(dueTimes, now, 1, 5);
    }

    private Instant next(Collection<Instant> dueTimes, Instant now, int... days) {
        return dueTimes.stream()
                .map(due -> LocalDate.ofInstant(due, Finland.ZONE))
                .flatMap(due -> IntStream.of(days).mapToObj(due::plusDays))
                .map(mornings::of)
                .filter(morning -> morning.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElseGet(
                        () -> mornings.of(LocalDate.ofInstant(now, Finland.ZONE).plusDays(7)));
    }
}
