package fi.hytekello.indicator.web;

import fi.hytekello.indicator.LightRule;
import fi.hytekello.indicator.LightRules;
import fi.hytekello.indicator.LightWords;
import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One indicator's rule as the form shows and sends it. */
record LightRuleForm(Map<String, String> sent) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final BigDecimal USUAL_PER_CENT = BigDecimal.TEN;

    static Map<String, String> of(LightRules.Ruled ruled, Locale locale) {
        LightRule rule = ruled.rule();
        Map<String, String> values = new HashMap<>();
        values.put("version", Integer.toString(ruled.version()));
        values.put("rule", rule.kind().name());
        values.put("reference", rule.reference().name());
        values.put("target", rule.target() == null ? "" : LightWords.number(rule.target(), locale));
        values.put(
                "targetYear", rule.targetYear() == null ? "" : rule.targetYear().toString());
        values.put("tolerance", rule.tolerance() == null ? "" : LightWords.number(rule.tolerance(), locale));
        return values;
    }

    int version() {
        String seen = text("version");
        return seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : -1;
    }

    /** What the person typed, to be saved over this version. */
    Map<String, String> seen(int version) {
        Map<String, String> values = new HashMap<>(sent);
        values.put("version", Integer.toString(version));
        return values;
    }

    /**
     * Fields that the chosen rule does not have are not read.
     *
     * @throws InvalidInput naming the field that cannot be read
     */
    LightRule rule() {
        LightRule.Kind kind = choice("rule", LightRule.Kind.class);
        return switch (kind) {
            case TEA -> new LightRule(kind, LightRule.Reference.COUNTY_MEDIAN, null, null, null);
            case COMPARISON ->
                new LightRule(
                        kind,
                        choice("reference", LightRule.Reference.class),
                        null,
                        null,
                        Objects.requireNonNullElse(tolerance(), USUAL_PER_CENT));
            case TARGET ->
                new LightRule(
                        kind,
                        LightRule.Reference.COUNTY_MEDIAN,
                        NumberField.number("target", text("target")),
                        year("targetYear"),
                        Objects.requireNonNullElse(tolerance(), BigDecimal.ZERO));
        };
    }

    private @Nullable BigDecimal tolerance() {
        BigDecimal tolerance = NumberField.number("tolerance", text("tolerance"));
        if (tolerance != null && tolerance.signum() < 0) {
            throw new InvalidInput("tolerance", "problem.lightRule.negative");
        }
        return tolerance;
    }

    private @Nullable Integer year(String field) {
        Integer year = NumberField.whole(field, text(field), "problem.lightRule.year");
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new InvalidInput(field, "problem.lightRule.year");
        }
        return year;
    }

    private <E extends Enum<E>> E choice(String field, Class<E> type) {
        try {
            return Enum.valueOf(type, text(field));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput(field, "problem.answer.missing");
        }
    }

    private String text(String field) {
        return sent.getOrDefault(field, "");
    }
}
