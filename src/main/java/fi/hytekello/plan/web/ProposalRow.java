package fi.hytekello.plan.web;

import fi.hytekello.municipality.Username;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureContent;
import fi.hytekello.plan.PlanScope;
import fi.hytekello.plan.PopulationGroup;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A proposal in the form.
 *
 * @param number its place among the department's proposals, from 1
 * @param values the fields as the form shows them
 */
record ProposalRow(int number, Measure measure, Map<String, String> values, RowState state) {

    static ProposalRow of(int number, Measure measure) {
        return new ProposalRow(
                number,
                measure,
                values(measure.content()),
                RowState.unchanged(
                        name(measure), measure.version(), measure.content().gaps(number)));
    }

    boolean isIncomplete() {
        return !measure.content().gaps(number).isEmpty();
    }

    static String name(Measure measure) {
        return "measure-" + measure.id();
    }

    /** The same row with what the editor sent, so that nothing typed is lost. */
    ProposalRow holding(Map<String, String> sent, RowState changed) {
        Map<String, String> held = new LinkedHashMap<>(values);
        held.replaceAll((field, value) -> sent.getOrDefault(field, ""));
        return new ProposalRow(number, measure, held, changed);
    }

    static MeasureContent content(Given given) {
        Long goal = given.id("goal");
        return new MeasureContent(
                goal == null ? null : new GoalId(goal),
                given.text("title", 300),
                person(given, "owner"),
                person(given, "deputy"),
                given.euro("euro"),
                given.euro("euroYear2"),
                given.euro("euroYear3"),
                given.checked("noCost"),
                given.decimal("personYears", "problem.measure.personYears"),
                given.text("suggestedLine", 60),
                given.number("indicator"),
                given.date("startsOn"),
                given.date("endsOn"),
                given.choice("populationGroup", PopulationGroup.class),
                given.choices("scopes", PlanScope.class));
    }

    static Map<String, String> values(MeasureContent content) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", text(content.title()));
        values.put("goal", text(content.goal()));
        values.put("owner", text(content.owner()));
        values.put("deputy", text(content.deputy()));
        values.put("euro", money(content.euro()));
        values.put("euroYear2", money(content.euroYear2()));
        values.put("euroYear3", money(content.euroYear3()));
        values.put("noCost", content.noCost() ? "true" : "");
        values.put("personYears", money(content.personYears()));
        values.put("suggestedLine", text(content.suggestedLine()));
        values.put("indicator", text(content.indicator()));
        values.put("startsOn", text(content.startsOn()));
        values.put("endsOn", text(content.endsOn()));
        values.put("populationGroup", text(content.populationGroup()));
        values.put("scopes", content.scopes().stream().map(Enum::name).collect(Collectors.joining(",")));
        return values;
    }

    static String money(@Nullable BigDecimal euro) {
        return euro == null ? "" : euro.toPlainString().replace('.', ',').replaceAll(",00$", "");
    }

    private static @Nullable Username person(Given given, String field) {
        String username = given.text(field, 200);
        return username == null ? null : new Username(username);
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
