package fi.hytekello.plan.web;

import fi.hytekello.plan.Goal;
import fi.hytekello.plan.GoalCategory;
import fi.hytekello.plan.GoalContent;
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
 */
record GoalRow(
        @Nullable Goal goal,
        Map<String, String> values,
        int version,
        ProblemTexts.@Nullable Text problem,
        Map<String, String> newer) {

    static final GoalRow EMPTY = new GoalRow(null, values(GoalContent.titled(null, null, null)), 0, null, Map.of());

    static GoalRow of(Goal goal) {
        return new GoalRow(goal, values(goal.content()), goal.version(), null, Map.of());
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
        return new GoalRow(goal, held, given.version(), refused, differing);
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
