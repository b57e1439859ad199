package fi.hytekello.notification;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Hours of working days, Europe/Helsinki, in which urgent mails leave at once. What comes at other hours leaves at eight
 * on the next working-day morning, so eight o'clock is within them.
 *
 * @param from first moment; the timers fire before it, at half past six, so that the morning's mails leave together
 * @param to first moment after them
 */
@ConfigurationProperties("hytekello.office-hours")
record OfficeHours(
        @DefaultValue("07:00") LocalTime from,
        @DefaultValue("18:00") LocalTime to) {

    private static final LocalTime MORNING_MAIL = LocalTime.of(8, 0);

    OfficeHours {
        if (from.isAfter(MORNING_MAIL) || !to.isAfter(MORNING_MAIL)) {
            throw new IllegalArgumentException(
                    "hytekello.office-hours: the morning's mail leaves at eight, which is not between %s and %s"
                            .formatted(from, to));
        }
    }

    boolean include(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
