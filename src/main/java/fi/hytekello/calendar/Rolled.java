package fi.hytekello.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a planned date, so that people can be told why it moved.
 *
 * @param reasonKey message key of why the planned date is not a working day, null when it is one; present also when the
 *     policy keeps the date where it is
 */
public record Rolled(
        LocalDate planned, LocalDate effective, @Nullable String reasonKey) {

    public boolean moved() {
        return !planned.equals(effective);
    }

    /**
     * Message key of the whole explanation, null when there is nothing to explain. Its arguments are texts: the planned
     * date, the reason, the effective date.
     */
    public @Nullable String explanationKey() {
        if (effective.isAfter(planned)) {
            return "calendar.rolled.forward";
        }
        if (effective.isBefore(planned)) {
            return "calendar.rolled.backward";
        }
        return reasonKey == null ? null : "calendar.rolled.kept";
    }
}
