package fi.hytekello.cycle;

import org.jspecify.annotations.Nullable;

/**
 * Something that a change of dates brings along and that may be meant so.
 *
 * @param other the step that comes before {@code milestone}, null where only that one counts
 * @param days working days that are left, 0 where they do not count
 */
public record DeadlineWarning(
        Kind kind, MilestoneKind milestone, @Nullable MilestoneKind other, int days) {

    /** What is unusual. */
    public enum Kind {
        /** The step is due before the one that comes before it. */
        ORDER,
        /** The phase is to open while the step before it is not yet due. */
        OPENS_EARLY,
        /** There are fewer than five working days. */
        SHORT
    }
}
