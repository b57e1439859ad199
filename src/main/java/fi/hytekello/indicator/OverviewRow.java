package fi.hytekello.indicator;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of a municipality as a list shows it.
 *
 * @param own all people of the municipality
 * @param county in the year of the newest own value; null where the municipality belongs to no county, or fewer than
 *     three of its municipalities have values
 * @param sourceYear the newest year of which the source tells of any municipality; null without an own value
 * @param decimals how exact the source's values of that year are
 */
public record OverviewRow(
        Indicator indicator,
        Track own,
        @Nullable Compared county,
        @Nullable Compared country,
        @Nullable Integer sourceYear,
        int decimals) {

    /** @param median the median of the region's municipalities, as the source does not tell of the region */
    public record Compared(BigDecimal value, boolean median) {}

    public Optional<Reading> newest() {
        return own.newest();
    }
}
