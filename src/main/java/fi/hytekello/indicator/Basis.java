package fi.hytekello.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What else was frozen with a value: what the source said of it and how it was judged.
 *
 * @param absolute the source's count, null where it gave none
 * @param source where the value came from
 * @param fetchedOn the day on which the source gave it (Europe/Helsinki), null where that is not known
 * @param margin half of the 95 % confidence interval in the value's unit, null where the source does not tell it
 */
public record Basis(
        ValueStatus status,
        @Nullable BigDecimal absolute,
        @Nullable BigDecimal margin,
        LightRule rule,
        LightReason reason,
        ValueSource source,
        @Nullable LocalDate fetchedOn) {}
