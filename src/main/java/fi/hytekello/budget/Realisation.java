package fi.hytekello.budget;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a line has cost from the beginning of the budget year.
 *
 * @param line id of the budget line
 * @param asOf the day up to which it is counted
 * @param realised euros; negative where an accrual was turned
 */
public record Realisation(long line, LocalDate asOf, BigDecimal realised) {

    record Key(long line, LocalDate asOf) {}

    Key key() {
        return new Key(line, asOf);
    }
}
