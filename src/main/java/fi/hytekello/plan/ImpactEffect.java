package fi.hytekello.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one alternative looks from one viewpoint.
 *
 * @param version counts the changes, 0 before the first
 */
public record ImpactEffect(
        @Nullable EffectDirection direction,
        @Nullable String shortTerm,
        @Nullable String longTerm,
        int version) {

    static final ImpactEffect OPEN = new ImpactEffect(null, null, null, 0);

    /** The fields without which this part of the assessment is not whole; where nothing changes no words are needed. */
    public List<String> missing(ImpactNeed need) {
        List<String> missing = new ArrayList<>();
        if (need.isAssessed() && direction == null) {
            missing.add("direction");
        } else if (need.isAssessed() && direction != EffectDirection.NEUTRAL) {
            if (shortTerm == null) {
                missing.add("shortTerm");
            }
            if (longTerm == null && need == ImpactNeed.FULL) {
                missing.add("longTerm");
            }
        }
        return List.copyOf(missing);
    }
}
