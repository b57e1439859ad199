package fi.hytekello.plan;

import fi.hytekello.municipality.Username;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of the two who answer for a measure, and whether this person has agreed (R1-06).
 *
 * @param state null while the person has not answered
 * @param reason why the person cannot take it
 */
public record MeasurePart(
        MeasureId measure,
        Part part,
        Username person,
        @Nullable State state,
        @Nullable String reason,
        @Nullable Instant answeredAt) {

    /** As whom. */
    public enum Part {
        OWNER,
        DEPUTY;

        /** Name of the measure's field, {@code owner} or {@code deputy}. */
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the person has said. */
    public enum State {
        /** Marked on the page as something the person cannot take, not yet sent. */
        DECLINING,
        CONFIRMED,
        REFUSED
    }

    public boolean isConfirmed() {
        return state == State.CONFIRMED;
    }
}
