package fi.hytekello.cycle;

import java.time.Instant;

/** A waiting timer of a step fires at another moment. */
public record TimerMove(MilestoneKind milestone, Kind kind, Instant before, Instant after) {

    /** What happens when it fires. */
    public enum Kind {
        /** A phase opens. */
        OPENING,
        /** Who has something open is reminded. */
        REMINDER,
        /** A missed deadline is told. */
        OVERDUE,
        /** Somebody is asked what to do about a missed deadline. */
        MISSED
    }
}
