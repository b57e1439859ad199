package fi.hytekello.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality wants an indicator to be.
 *
 * @param year by which; null where none is set
 */
public record TrendTarget(BigDecimal value, @Nullable Integer year) {}
