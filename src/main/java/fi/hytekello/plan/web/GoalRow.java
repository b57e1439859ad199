package fi.hytekello.plan.web;

import fi.hytekello.plan.Goal;
import fi.hytekello.plan.GoalCategory;
import fi.hytekello.plan.GoalContent;
import fi.hytekello.plan.GoalTerms;
import fi.hytekello.plan.LifeCycleGroup;
import fi.hytekello.platform.web.ProblemTexts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A goal in the form.
 *
 * @param goal null in the form for a new one
 * @param values the fields as the form shows them
 * @param version what the editor has seen
 * @param problem why it was not saved; null when all is well
 * @param newer where somebody else was first: the fields that differ there
 * @param years null where the goal holds for its own year
 */
record GoalRow(
        @Nullable Goal goal,
        Map<String, String> values,
        int version,
        ProblemTexts.@Nullable Text problem,
        Map<String, String> newer,
        @Nullable Years years) {

    /** The years in which the goal holds, and what the form shows of them. */
    record Years(GoalTerms.Validity held, String fromYear, String toYear, ProblemTexts.@Nullable Text problem) {

        static Years of(GoalTerms.Validity held) {
            return new Years(held, Integer.toString(held.fromYear()), Integer.toString(held.toYear()), null);
        }
    }

    static final GoalRow EMPTY =
            new GoalRow(null, values(GoalContent.titled(null, null, null)), 0, null, Map.of(), null);

    /** @param held null when it holds for its own year */
    static GoalRow of(Goal goal, GoalTerms.@Nullable Validity held) {
        Years years = held == null ? null : Years.of(held);
        return new GoalRow(goal, values(goal.content()), goal.version(), null, Map.of(), years);
    }

    boolean is(long id) {
        return goal != null && goal.id().value() == id;
    }

    /** The same row with what the editor sent, so that nothing typed is lost. */
    GoalRow holding(Given given, ProblemTexts.@Nullable Text refused) {
        Map<String, String> held = new LinkedHashMap<>(values);
        held.replaceAll((field, value) -> given.fields().getOrDefault(field, ""));
        Map<String, String> differing = new LinkedHashMap<>();
        if (goal != null && goal.version() != given.version()) {
            values.forEach((field, now) -> {
                if (!now.equals(Objects.requireNonNull(held.get(field)).strip())) {
                    differing.put(field, now);
                }
            });
        }
        return new GoalRow(goal, held, given.version(), refused, differing, years);
    }

    /** The same row with the years that the editor sent. */
    GoalRow holdingYears(Given given, ProblemTexts.Text refused) {
        if (years == null) {
            return this;
        }
        String from = given.fields().getOrDefault("fromYear", "");
        String to = given.fields().getOrDefault("toYear", "");
        return new GoalRow(goal, values, version, problem, newer, new Years(years.held(), from, to, refused));
    }

    static GoalContent content(Given given) {
        return new GoalContent(
                given.text("titleFi", 300),
                given.text("titleSv", 300),
                given.choice("lifeCycle", LifeCycleGroup.class),
                given.choice("category", GoalCategory.class),
                given.text("rootCause", 1000),
                given.number("indicator"),
                given.decimal("target", "problem.goal.target"),
                given.year("targetYear"));
    }

    static GoalTerms.Validity years(Given given) {
        Integer from = given.year("fromYear");
        Integer to = given.year("toYear");
        return new GoalTerms.Validity(from == null ? 0 : from, to == null ? 0 : to);
    }

    private static Map<String, String> values(GoalContent content) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("titleFi", text(content.titleFi()));
        values.put("titleSv", text(content.titleSv()));
        values.put("lifeCycle", text(content.lifeCycle()));
        values.put("category", text(content.category()));
        values.put("rootCause", text(content.rootCause()));
        values.put("indicator", text(content.indicator()));
        values.put("target", ProposalRow.money(content.target()));
        values.put("targetYear", text(content.targetYear()));
        return values;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
