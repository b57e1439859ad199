package fi.hytekello.plan.web;

import fi.hytekello.plan.FollowedMeasure;
import fi.hytekello.plan.MeasureLight;
import fi.hytekello.plan.PlanScope;
import fi.hytekello.plan.PopulationGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which measures of the plan a reader wants to see; null shows all. It stands in the address, which people share:
 * nothing in it is personal data.
 *
 * @param owner title of the post of owner or deputy in Finnish, so that the address works in both languages
 * @param late true for those only whose report is late
 */
record PlanFilter(
        @Nullable String department,
        @Nullable MeasureLight light,
        @Nullable String owner,
        @Nullable PopulationGroup group,
        @Nullable PlanScope scope,
        boolean late) {

    static PlanFilter of(Map<String, String> fields) {
        Given given = new Given(fields);
        return new PlanFilter(
                given.text("department", 60),
                given.choice("status", MeasureLight.class),
                given.text("owner", 200),
                given.choice("populationGroup", PopulationGroup.class),
                given.choice("scope", PlanScope.class),
                given.checked("late"));
    }

    /** True where everything is shown. Public, as all below, for the page. */
    public boolean isOpen() {
        return department == null && light == null && owner == null && group == null && scope == null && !late;
    }

    boolean shows(FollowedMeasure one) {
        return (department == null || one.measure().department().value().equals(department))
                && (light == null || one.light() == light)
                && (owner == null || PlanOwners.of(one).anyMatch(title -> title.equals(owner)))
                && (group == null || one.measure().content().populationGroup() == group)
                && (scope == null || one.measure().content().scopes().contains(scope))
                && (!late || one.isLate());
    }

    /** The same filter as the end of an address, empty where everything is shown. */
    public String query() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("department", department);
        fields.put("status", light);
        fields.put("owner", owner);
        fields.put("populationGroup", group);
        fields.put("scope", scope);
        fields.put("late", late ? true : null);
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        fields.forEach((field, value) -> {
            if (value != null) {
                address.queryParam(field, "{" + field + "}");
            }
        });
        fields.values().removeIf(value -> value == null);
        return address.encode().buildAndExpand(fields).toUriString();
    }
}
