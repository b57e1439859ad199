package fi.hytekello.plan;

import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator says of a goal; named in one or both national languages.
 *
 * @param rootCause the cause of the problem that the goal goes after (R1-14)
 * @param indicator id of the indicator that shows whether the goal is reached
 * @param target what the indicator is to show in {@code targetYear}, in its own unit
 */
public record GoalContent(
        @Nullable String titleFi,
        @Nullable String titleSv,
        @Nullable LifeCycleGroup lifeCycle,
        @Nullable GoalCategory category,
        @Nullable String rootCause,
        @Nullable Integer indicator,
        @Nullable BigDecimal target,
        @Nullable Integer targetYear) {

    static final int LONGEST_TITLE = 300;
    private static final int LONGEST_CAUSE = 1000;
    private static final BigDecimal MOST = new BigDecimal("999999999999.99");

    public GoalContent {
        titleFi = text("titleFi", titleFi, LONGEST_TITLE);
        titleSv = text("titleSv", titleSv, LONGEST_TITLE);
        rootCause = text("rootCause", rootCause, LONGEST_CAUSE);
    }

    /** A goal of which nothing but its name and indicator is known. */
    public static GoalContent titled(@Nullable String titleFi, @Nullable String titleSv, @Nullable Integer indicator) {
        return new GoalContent(titleFi, titleSv, null, null, null, indicator, null, null);
    }

    /** @throws InvalidInput when it has no title, or a target without its year or indicator */
    void check(int cycleYear) {
        if (titleFi == null && titleSv == null) {
            throw new InvalidInput("titleFi", "problem.goal.title");
        }
        if (target != null
                && (target.stripTrailingZeros().scale() > 2 || target.abs().compareTo(MOST) > 0)) {
            throw new InvalidInput("target", "problem.goal.target");
        }
        if (target != null && indicator == null) {
            throw new InvalidInput("target", "problem.goal.targetIndicator");
        }
        if ((target == null) != (targetYear == null)) {
            throw new InvalidInput(target == null ? "target" : "targetYear", "problem.goal.targetWhole");
        }
        if (targetYear != null && (targetYear < cycleYear || targetYear > cycleYear + 30)) {
            throw new InvalidInput("targetYear", "problem.goal.targetYear", cycleYear, cycleYear + 30);
        }
    }

    private static @Nullable String text(String field, @Nullable String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String text = given.replace("\r\n", "\n").strip();
        if (text.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, text.length());
        }
        return text;
    }
}
