package fi.hytekello.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the need of an assessment is decided by.
 *
 * @param costReached the cost in the budget year is the municipality's limit or more
 */
public record ImpactFacts(
        Set<ImpactCriterion> criteria,
        boolean costReached,
        @Nullable ImpactExclusion exclusion) {

    public ImpactFacts {
        criteria = Set.copyOf(criteria);
    }
}
