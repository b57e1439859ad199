package fi.hytekello.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a department says of its measure; anything may be missing while it is a draft.
 *
 * @param owner title of the post that answers for it (R1-06), not a person's name
 * @param euro cost in the budget year
 * @param suggestedLine the budget line as the department knows it; finance links the real one
 * @param screening whether the measure needs an impact assessment
 */
public record MeasureContent(
        @Nullable GoalId goal,
        @Nullable String title,
        @Nullable String owner,
        @Nullable String deputy,
        @Nullable BigDecimal euro,
        boolean noCost,
        @Nullable String suggestedLine,
        @Nullable Integer indicator,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable PopulationGroup populationGroup,
        @Nullable Boolean screening,
        @Nullable String screeningText) {

    private static final String MISSING = "problem.measure.missing";

    /** A draft of which nothing but its title is known. */
    public static MeasureContent titled(@Nullable String title) {
        return new MeasureContent(null, title, null, null, null, false, null, null, null, null, null, null, null);
    }

    /** What is missing before the department can submit it, in the order of the form (domain chapter 7.1). */
    public List<Gap> gaps(int row) {
        List<Gap> gaps = new ArrayList<>();
        missing(gaps, row, "title", title);
        missing(gaps, row, "goal", goal);
        missing(gaps, row, "owner", owner);
        missing(gaps, row, "deputy", deputy);
        if (euro == null && !noCost) {
            gaps.add(new Gap(row, "euro", "problem.measure.cost"));
        } else if (noCost && euro != null && euro.signum() > 0) {
            gaps.add(new Gap(row, "euro", "problem.measure.costTwice"));
        }
        missing(gaps, row, "startsOn", startsOn);
        missing(gaps, row, "endsOn", endsOn);
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            gaps.add(new Gap(row, "endsOn", "problem.measure.dates"));
        }
        missing(gaps, row, "populationGroup", populationGroup);
        return List.copyOf(gaps);
    }

    MeasureContent costing(BigDecimal changed) {
        return new MeasureContent(
                goal,
                title,
                owner,
                deputy,
                changed,
                changed.signum() == 0,
                suggestedLine,
                indicator,
                startsOn,
                endsOn,
                populationGroup,
                screening,
                screeningText);
    }

    private static void missing(List<Gap> gaps, int row, String field, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            gaps.add(new Gap(row, field, MISSING));
        }
    }
}
