package fi.hytekello.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the alternatives that an assessment compares.
 *
 * @param number {@link #PROPOSAL}, {@link #ZERO}, or a further one's
 * @param name of a further alternative; the first two have none
 * @param effects by viewpoint; a viewpoint without an entry is still open
 */
public record ImpactAlternative(
        int number, @Nullable String name, int version, Map<ImpactViewpoint, ImpactEffect> effects) {

    /** The measure as it is proposed. */
    public static final int PROPOSAL = 0;

    /** Without the measure. */
    public static final int ZERO = 1;

    public ImpactAlternative {
        effects = Map.copyOf(effects);
    }

    static ImpactAlternative open(int number) {
        return new ImpactAlternative(number, null, 0, Map.of());
    }

    public ImpactEffect effect(ImpactViewpoint viewpoint) {
        return effects.getOrDefault(viewpoint, ImpactEffect.OPEN);
    }

    /** True for an alternative that people added and may take away. */
    public boolean isFurther() {
        return number > ZERO;
    }
}
