package fi.hytekello.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of the sets that a year follows.
 *
 * @param sets in which it is
 * @param certain false where it is only a candidate in those that came with the product
 * @param owned true where the municipality has the department that owns it; others are not frozen
 * @param leftOutBecause why this year does without it, null where it does not
 */
public record SetMember(
        Indicator indicator,
        List<IndicatorSet.Code> sets,
        boolean certain,
        boolean owned,
        @Nullable String leftOutBecause) {

    public boolean isOwn() {
        return sets.contains(IndicatorSet.Code.OWN);
    }

    /** True where leaving it out needs a reason. */
    public boolean isRecommended() {
        return sets.stream().anyMatch(code -> code != IndicatorSet.Code.OWN);
    }
}
