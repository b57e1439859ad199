package fi.hytekello.budget;

import fi.hytekello.plan.MeasureId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a department answers for one of its measures when frame or line is exceeded.
 *
 * @param euro what the measure takes from now on, for {@code LOWER}
 * @param reason why it stays, for {@code KEEP}
 */
public record Correction(
        MeasureId measure,
        Kind kind,
        @Nullable BigDecimal euro,
        @Nullable String reason) {

    /** Take less, or stay and say why. */
    public enum Kind {
        LOWER,
        KEEP
    }
}
