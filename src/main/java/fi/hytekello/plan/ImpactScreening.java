package fi.hytekello.plan;

import fi.hytekello.platform.problem.InvalidInput;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a department answers to find out whether a measure's impact is assessed.
 *
 * @param noCriterion said outright that it affects nothing of what the criteria name
 * @param children it affects children, so that the child impact (LAVA) is a viewpoint of its own
 * @param chosen what a person chose instead of the decision table's result, null where that holds
 * @param choiceReason why; obligatory where less is done than the table asks for
 * @param version counts the changes, 0 before the first answer
 */
public record ImpactScreening(
        Set<ImpactCriterion> criteria,
        boolean noCriterion,
        boolean children,
        @Nullable ImpactExclusion exclusion,
        @Nullable ImpactNeed chosen,
        @Nullable String choiceReason,
        int version) {

    static final ImpactScreening UNANSWERED = new ImpactScreening(Set.of(), false, false, null, null, null, 0);

    public ImpactScreening {
        EnumSet<ImpactCriterion> ordered = EnumSet.noneOf(ImpactCriterion.class);
        ordered.addAll(criteria);
        criteria = Collections.unmodifiableSet(ordered);
    }

    public boolean isAnswered() {
        return exclusion != null || noCriterion || !criteria.isEmpty();
    }

    /** The same said to affect nothing of what the criteria name. */
    ImpactScreening affectingNothing() {
        return new ImpactScreening(Set.of(), true, children, exclusion, chosen, choiceReason, version + 1);
    }

    /** @throws InvalidInput when it affects something and nothing at once */
    void check() {
        if (noCriterion && !criteria.isEmpty()) {
            throw new InvalidInput("affectsNothing", "problem.impact.nothing");
        }
    }

    boolean choosesLike(ImpactScreening other) {
        return chosen == other.chosen && java.util.Objects.equals(choiceReason, other.choiceReason);
    }
}
