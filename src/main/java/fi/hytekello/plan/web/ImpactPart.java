package fi.hytekello.plan.web;

import fi.hytekello.plan.EffectDirection;
import fi.hytekello.plan.Gap;
import fi.hytekello.plan.ImpactAlternative;
import fi.hytekello.plan.ImpactAssessment;
import fi.hytekello.plan.ImpactCriterion;
import fi.hytekello.plan.ImpactEffect;
import fi.hytekello.plan.ImpactExclusion;
import fi.hytekello.plan.ImpactNeed;
import fi.hytekello.plan.ImpactScreening;
import fi.hytekello.plan.ImpactSummary;
import fi.hytekello.plan.ImpactViewpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of an assessment in the form, which saves itself: the screening, the summary, an effect or an alternative's
 * name.
 *
 * @param values the fields as the form shows them
 */
record ImpactPart(Map<String, String> values, RowState state) {

    static final String SCREENING = "screening";
    static final String SUMMARY = "summary";

    private static final String MISSING = "problem.measure.missing";

    static String effect(int alternative, ImpactViewpoint viewpoint) {
        return "effect-" + alternative + "-" + viewpoint;
    }

    static String alternative(int number) {
        return "alternative-" + number;
    }

    /** All parts by name. */
    static Map<String, ImpactPart> of(ImpactAssessment assessment) {
        ImpactNeed need = Objects.requireNonNullElse(assessment.need(), ImpactNeed.NOT_NEEDED);
        Map<String, ImpactPart> parts = new LinkedHashMap<>();
        put(
                parts,
                SCREENING,
                values(assessment.screening()),
                assessment.screening().version(),
                lacking(assessment));
        put(
                parts,
                SUMMARY,
                values(assessment.summary()),
                assessment.summary().version(),
                assessment.summary().missing(need));
        for (ImpactAlternative alternative : assessment.alternatives()) {
            put(parts, alternative(alternative.number()), values(alternative.name()), alternative.version(), List.of());
            for (ImpactViewpoint viewpoint : assessment.viewpoints()) {
                ImpactEffect effect = alternative.effect(viewpoint);
                put(
                        parts,
                        effect(alternative.number(), viewpoint),
                        values(effect),
                        effect.version(),
                        effect.missing(need));
            }
        }
        return parts;
    }

    /** The same part with what the editor sent, so that nothing typed is lost. */
    ImpactPart holding(Map<String, String> sent, RowState changed) {
        Map<String, String> held = new LinkedHashMap<>(values);
        held.replaceAll((field, value) -> sent.getOrDefault(field, ""));
        return new ImpactPart(held, changed);
    }

    RowSaving.Stored stored() {
        return new RowSaving.Stored(state.version(), values, state.gaps());
    }

    ImpactPart saved() {
        return new ImpactPart(values, RowState.saved(state.row(), state.version(), state.gaps()));
    }

    static ImpactScreening screening(Given given) {
        Set<ImpactCriterion> criteria = Stream.of(ImpactCriterion.values())
                .filter(criterion -> given.checked(criterion.field()))
                .collect(Collectors.toSet());
        return new ImpactScreening(
                criteria,
                given.checked("affectsNothing"),
                given.checked("affectsChildren"),
                given.choice("exclusion", ImpactExclusion.class),
                given.choice("chosenNeed", ImpactNeed.class),
                given.text("choiceReason", 2000),
                given.version());
    }

    static ImpactSummary summary(Given given) {
        return new ImpactSummary(
                given.text("conclusion", 4000),
                given.text("groupEffects", 4000),
                given.text("equality", 4000),
                given.text("hearing", 4000),
                given.text("preparedBy", 500),
                given.version());
    }

    static ImpactEffect effect(Given given) {
        return new ImpactEffect(
                given.choice("direction", EffectDirection.class),
                given.text("shortTerm", 2000),
                given.text("longTerm", 2000),
                given.version());
    }

    private static List<String> lacking(ImpactAssessment assessment) {
        List<String> missing = new ArrayList<>();
        if (!assessment.screening().isAnswered()) {
            missing.add("criteria");
        }
        if (assessment.isLowered() && !assessment.isLoweringJustified()) {
            missing.add("choiceReason");
        }
        return missing;
    }

    private static Map<String, String> values(ImpactScreening screening) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ImpactCriterion criterion : ImpactCriterion.values()) {
            values.put(criterion.field(), flag(screening.criteria().contains(criterion)));
        }
        values.put("affectsNothing", flag(screening.noCriterion()));
        values.put("affectsChildren", flag(screening.children()));
        values.put("exclusion", text(screening.exclusion()));
        values.put("chosenNeed", text(screening.chosen()));
        values.put("choiceReason", text(screening.choiceReason()));
        return values;
    }

    private static Map<String, String> values(ImpactSummary summary) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("conclusion", text(summary.conclusion()));
        values.put("groupEffects", text(summary.groupEffects()));
        values.put("equality", text(summary.equality()));
        values.put("hearing", text(summary.hearing()));
        values.put("preparedBy", text(summary.preparedBy()));
        return values;
    }

    private static Map<String, String> values(ImpactEffect effect) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("direction", text(effect.direction()));
        values.put("shortTerm", text(effect.shortTerm()));
        values.put("longTerm", text(effect.longTerm()));
        return values;
    }

    private static Map<String, String> values(@Nullable String name) {
        return new LinkedHashMap<>(Map.of("alternativeName", text(name)));
    }

    private static void put(
            Map<String, ImpactPart> parts, String name, Map<String, String> values, int version, List<String> missing) {
        List<Gap> gaps =
                missing.stream().map(field -> new Gap(0, field, MISSING)).toList();
        parts.put(name, new ImpactPart(values, RowState.unchanged(name, version, gaps)));
    }

    private static String flag(boolean value) {
        return value ? "true" : "";
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
