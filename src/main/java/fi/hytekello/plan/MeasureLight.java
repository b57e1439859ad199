package fi.hytekello.plan;

import java.time.LocalDate;

/** How a measure of the plan stands today, as the follow-up shows it. */
public enum MeasureLight {
    /** Not in use yet, or its first day is still to come. */
    NOT_BEGUN,
    ON_SCHEDULE,
    /** Its last day has passed and nobody has told how it ended. */
    END_UNREPORTED,
    /** Its department has reported it late. */
    DELAYED,
    DONE,
    CANCELLED;

    /**
     * The light of a measure that is in the plan.
     *
     * @param today Europe/Helsinki
     */
    static MeasureLight of(Measure measure, LocalDate today) {
        return switch (measure.status()) {
            case PROPOSED, ACCEPTED, IN_BUDGET, LEFT_OUT -> NOT_BEGUN;
            case DELAYED -> DELAYED;
            case DONE -> DONE;
            case CANCELLED -> CANCELLED;
            case ACTIVE -> ofActive(measure.content(), today);
        };
    }

    private static MeasureLight ofActive(MeasureContent content, LocalDate today) {
        if (content.startsOn() != null && content.startsOn().isAfter(today)) {
            return NOT_BEGUN;
        }
        return isPast(content, today) ? END_UNREPORTED : ON_SCHEDULE;
    }

    static boolean isPast(MeasureContent content, LocalDate today) {
        return content.endsOn() != null && content.endsOn().isBefore(today);
    }
}
