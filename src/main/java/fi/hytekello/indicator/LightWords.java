package fi.hytekello.indicator;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words why a light is what it is, and by which rule an indicator is judged. */
@Component("lightWords")
public class LightWords {

    private static final int DECIMALS = 4;

    private final MessageSource messages;

    LightWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A figure with all the decimals that it was judged by. */
    public static String number(BigDecimal number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(number);
    }

    /** One sentence, such as {@code 7,6 % on 25,5 % pienempi kuin alueen kuntien mediaani 10,2 %.} */
    public String why(SnapshotValue one, Locale locale) {
        return switch (one.basis().reason()) {
            case JUDGED -> judged(one, locale);
            case WITHIN_MARGIN ->
                text(
                        "light.why.WITHIN_MARGIN",
                        locale,
                        against(one, locale),
                        points(required(one.basis().margin()), one.indicator(), locale));
            case TOO_OLD ->
                text("light.why.TOO_OLD", locale, String.valueOf(one.year()), String.valueOf(one.sourceYear()));
            case ABSOLUTE_ONLY ->
                text(
                        "light.why.ABSOLUTE_ONLY",
                        locale,
                        number(required(one.basis().absolute()), locale));
            case NO_COMPARISON ->
                text(
                        one.comparison() == null ? "light.why.NO_COMPARISON" : "light.why.zero",
                        locale,
                        reference(one, locale));
            default -> text("light.why." + one.basis().reason(), locale);
        };
    }

    private String judged(SnapshotValue one, Locale locale) {
        return switch (one.basis().rule().kind()) {
            case TEA -> text("light.why.tea." + one.light(), locale, measured(one, locale));
            case COMPARISON -> {
                BigDecimal difference = required(one.differencePercent());
                yield worded(one, difference, number(difference.abs(), locale) + " %", locale);
            }
            case TARGET -> {
                BigDecimal difference = required(one.difference());
                yield worded(one, difference, points(difference.abs(), one.indicator(), locale), locale);
            }
        };
    }

    private String worded(SnapshotValue one, BigDecimal difference, String distance, Locale locale) {
        String key = difference.signum() == 0 ? "same" : difference.signum() < 0 ? "smaller" : "greater";
        String sentence = text("light.why." + key, locale, measured(one, locale), distance, against(one, locale));
        return one.light() == Light.GREEN
                ? sentence
                : sentence + " "
                        + text(
                                "light.why.tolerance",
                                locale,
                                tolerance(one.basis().rule(), one.indicator(), locale));
    }

    private static String measured(SnapshotValue one, Locale locale) {
        return amount(required(one.value()), one.indicator(), locale);
    }

    /** The target or the comparison, whichever decided. */
    private String against(SnapshotValue one, Locale locale) {
        LightRule rule = one.basis().rule();
        return rule.kind() == LightRule.Kind.TARGET
                ? text("light.target", locale, target(rule, one.indicator(), locale))
                : reference(one, locale) + " " + amount(required(one.comparison()), one.indicator(), locale);
    }

    private String reference(SnapshotValue one, Locale locale) {
        return text("light.reference." + one.basis().rule().reference(), locale);
    }

    private String target(LightRule rule, Indicator indicator, Locale locale) {
        String target = amount(required(rule.target()), indicator, locale);
        return rule.targetYear() == null
                ? target
                : text("light.target.year", locale, target, String.valueOf(rule.targetYear()));
    }

    /** Such as {@code Vertailu: alueen kuntien mediaani, sallittu ero 10 %}. */
    public String rule(LightRule rule, Indicator indicator, Locale locale) {
        if (indicator.direction() == Direction.CONTEXT) {
            return text("light.rule.context", locale, text("light.reference." + rule.reference(), locale));
        }
        return switch (rule.kind()) {
            case TEA -> text("light.rule.TEA", locale);
            case COMPARISON ->
                text(
                        "light.rule.COMPARISON",
                        locale,
                        text("light.reference." + rule.reference(), locale),
                        tolerance(rule, indicator, locale));
            case TARGET ->
                text("light.rule.TARGET", locale, target(rule, indicator, locale), tolerance(rule, indicator, locale));
        };
    }

    private String tolerance(LightRule rule, Indicator indicator, Locale locale) {
        BigDecimal tolerance = required(rule.tolerance());
        return rule.kind() == LightRule.Kind.COMPARISON
                ? number(tolerance, locale) + " %"
                : points(tolerance, indicator, locale);
    }

    private static String amount(BigDecimal number, Indicator indicator, Locale locale) {
        String amount = number(number, locale);
        return indicator.isPureNumber() ? amount : amount + " " + indicator.unit(locale);
    }

    /** A difference between two amounts: between percentages it is percentage points. */
    private String points(BigDecimal number, Indicator indicator, Locale locale) {
        return indicator.unit(locale).equals("%")
                ? text("light.points", locale, number(number, locale))
                : amount(number, indicator, locale);
    }

    private static <T> T required(@Nullable T frozen) {
        return Objects.requireNonNull(frozen, "frozen with the light");
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
