package fi.hytekello.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed in a measure, for the audit trail: field, value before, value after. */
final class MeasureChange {

    private MeasureChange() {}

    static Map<String, Object> between(Measure before, Measure after) {
        return between(content(before), content(after));
    }

    /** Names of the fields that differ, with the values before and after. */
    static List<MeasureHistory.Change> between(MeasureContent before, MeasureContent after) {
        return between(content(before), content(after)).entrySet().stream()
                .map(change -> {
                    List<?> values = (List<?>) change.getValue();
                    return new MeasureHistory.Change(
                            change.getKey(),
                            values.get(0).toString(),
                            values.get(1).toString());
                })
                .toList();
    }

    private static Map<String, Object> between(Map<String, String> earlier, Map<String, String> later) {
        Map<String, Object> changes = new LinkedHashMap<>();
        later.forEach((field, value) -> {
            String old = Objects.requireNonNull(earlier.get(field));
            if (!old.equals(value)) {
                changes.put(field, List.of(old, value));
            }
        });
        return changes;
    }

    /** All that a new measure holds, each field with nothing before it. */
    static Map<String, Object> of(MeasureContent content) {
        Map<String, Object> changes = new LinkedHashMap<>();
        content(content).forEach((field, value) -> {
            if (!value.isEmpty() && !value.equals("false")) {
                changes.put(field, List.of("", value));
            }
        });
        return changes;
    }

    static Map<String, String> content(Measure measure) {
        Map<String, String> fields = content(measure.content());
        fields.put("status", text(measure.status()));
        fields.put("grantedEuro", text(measure.grantedEuro()));
        fields.put("leftOutReason", text(measure.leftOutReason()));
        return fields;
    }

    private static Map<String, String> content(MeasureContent content) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("goal", text(content.goal()));
        fields.put("title", text(content.title()));
        fields.put("owner", text(content.owner()));
        fields.put("deputy", text(content.deputy()));
        fields.put("euro", text(content.euro()));
        fields.put("euroYear2", text(content.euroYear2()));
        fields.put("euroYear3", text(content.euroYear3()));
        fields.put("noCost", text(content.noCost()));
        fields.put("personYears", text(content.personYears()));
        fields.put("suggestedLine", text(content.suggestedLine()));
        fields.put("indicator", text(content.indicator()));
        fields.put("startsOn", text(content.startsOn()));
        fields.put("endsOn", text(content.endsOn()));
        fields.put("populationGroup", text(content.populationGroup()));
        fields.put("scopes", content.scopes().stream().map(Enum::name).collect(Collectors.joining(",")));
        return fields;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
