package fi.hytekello.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the source says today of a frozen value of the same indicator, municipality and year, where that is something
 * else. The frozen value stays.
 *
 * @param fetchedOn the day on which the source gave the present value (Europe/Helsinki), null where that is not known
 */
public record Revision(
        int indicator,
        ValueStatus frozenStatus,
        @Nullable BigDecimal frozen,
        ValueStatus presentStatus,
        @Nullable BigDecimal present,
        @Nullable LocalDate fetchedOn) {}
