package fi.hytekello.cycle;

import fi.hytekello.calendar.Finland;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one step's dates.
 *
 * @param opensBefore first day of the phase, null where the step has none
 * @param plannedBefore the day that people had set, before it moved to a working day
 * @param dueBefore the registry's closing time on the day that counted
 */
public record DeadlineMove(
        MilestoneKind kind,
        @Nullable LocalDate opensBefore,
        @Nullable LocalDate opensAfter,
        LocalDate plannedBefore,
        LocalDate plannedAfter,
        Instant dueBefore,
        Instant dueAfter) {

    public boolean movesDue() {
        return !dueBefore.equals(dueAfter);
    }

    public boolean movesOpening() {
        return !Objects.equals(opensBefore, opensAfter);
    }

    /** The day that counts from now on. */
    public LocalDate effectiveAfter() {
        return LocalDate.ofInstant(dueAfter, Finland.ZONE);
    }

    /** The days before and after, as the audit trail keeps them; {@code opens} only where that moved. */
    Map<String, String> days() {
        Map<String, String> days = new HashMap<>();
        days.put("before", plannedBefore.toString());
        days.put("after", plannedAfter.toString());
        if (movesOpening()) {
            days.put("opensBefore", String.valueOf(opensBefore));
            days.put("opensAfter", String.valueOf(opensAfter));
        }
        return days;
    }
}
