package fi.hytekello.plan;

import fi.hytekello.municipality.Username;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a department says of its measure; anything may be missing while it is a draft.
 *
 * @param owner the person who answers for it, {@code deputy} another (R1-06)
 * @param euro cost in the budget year
 * @param euroYear2 cost in the first plan year after it, {@code euroYear3} in the second (kuntalaki 110 §)
 * @param noCost true when it costs nothing in any year
 * @param personYears work of the municipality's own people in the budget year, in htv
 * @param suggestedLine the budget line as the department knows it; finance links the real one
 * @param scopes the plans that it belongs to, in the order of the enumeration
 */
public record MeasureContent(
        @Nullable GoalId goal,
        @Nullable String title,
        @Nullable Username owner,
        @Nullable Username deputy,
        @Nullable BigDecimal euro,
        @Nullable BigDecimal euroYear2,
        @Nullable BigDecimal euroYear3,
        boolean noCost,
        @Nullable BigDecimal personYears,
        @Nullable String suggestedLine,
        @Nullable Integer indicator,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable PopulationGroup populationGroup,
        Set<PlanScope> scopes) {

    private static final String MISSING = "problem.measure.missing";

    public MeasureContent {
        Set<PlanScope> ordered = EnumSet.noneOf(PlanScope.class);
        ordered.addAll(scopes);
        scopes = Collections.unmodifiableSet(ordered);
    }

    /** A draft of which nothing but its title is known. */
    public static MeasureContent titled(@Nullable String title) {
        return new MeasureContent(
                null, title, null, null, null, null, null, false, null, null, null, null, null, null, Set.of());
    }

    /** What is missing before the department can submit it, in the order of the form (domain chapter 7.1). */
    public List<Gap> gaps(int row) {
        List<Gap> gaps = new ArrayList<>();
        missing(gaps, row, "title", title);
        missing(gaps, row, "goal", goal);
        missing(gaps, row, "owner", owner);
        missing(gaps, row, "deputy", deputy);
        if (owner != null && owner.equals(deputy)) {
            gaps.add(new Gap(row, "deputy", "problem.measure.samePerson"));
        }
        if (noCost && costs().anyMatch(cost -> cost.signum() > 0)) {
            gaps.add(new Gap(row, "euro", "problem.measure.costTwice"));
        } else if (euro == null && !noCost) {
            gaps.add(new Gap(row, "euro", "problem.measure.cost"));
        }
        missing(gaps, row, "startsOn", startsOn);
        missing(gaps, row, "endsOn", endsOn);
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            gaps.add(new Gap(row, "endsOn", "problem.measure.dates"));
        }
        missing(gaps, row, "populationGroup", populationGroup);
        if (scopes.isEmpty()) {
            gaps.add(new Gap(row, "scopes", "problem.measure.scopes"));
        }
        return List.copyOf(gaps);
    }

    /** What it costs in the three years together. */
    public BigDecimal costOfAllYears() {
        return noCost ? BigDecimal.ZERO : costs().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same measure in other hands. */
    public MeasureContent answeredBy(@Nullable Username newOwner, @Nullable Username newDeputy) {
        return new MeasureContent(
                goal,
                title,
                newOwner,
                newDeputy,
                euro,
                euroYear2,
                euroYear3,
                noCost,
                personYears,
                suggestedLine,
                indicator,
                startsOn,
                endsOn,
                populationGroup,
                scopes);
    }

    MeasureContent costing(BigDecimal changed) {
        boolean free = changed.signum() == 0
                && Stream.of(euroYear2, euroYear3).allMatch(later -> later == null || later.signum() == 0);
        return new MeasureContent(
                goal,
                title,
                owner,
                deputy,
                changed,
                euroYear2,
                euroYear3,
                free,
                personYears,
                suggestedLine,
                indicator,
                startsOn,
                endsOn,
                populationGroup,
                scopes);
    }

    private Stream<BigDecimal> costs() {
        return Stream.of(euro, euroYear2, euroYear3).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private static void missing(List<Gap> gaps, int row, String field, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            gaps.add(new Gap(row, field, MISSING));
        }
    }
}
