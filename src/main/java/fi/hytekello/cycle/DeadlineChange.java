package fi.hytekello.cycle;

import fi.hytekello.municipality.Username;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored change of the calendar of a year under way.
 *
 * @param reason in the words of who changed it; given for {@link Cause#CALENDAR}, else null
 * @param moves in the order of the steps
 */
public record DeadlineChange(
        long id,
        CycleId cycle,
        Instant at,
        Username by,
        Cause cause,
        @Nullable String reason,
        List<DeadlineMove> moves) {

    /** What made the dates move. */
    public enum Cause {
        /** The coordinator changed the calendar itself. */
        CALENDAR,
        /** Statements were asked by another day than planned. */
        STATEMENT_REQUEST,
        /** Those who had not given their statement got more time. */
        STATEMENT_EXTENSION
    }

    public DeadlineChange {
        moves = List.copyOf(moves);
    }
}
