package fi.hytekello.indicator.web;

import fi.hytekello.indicator.Indicator;
import fi.hytekello.indicator.Light;
import fi.hytekello.indicator.LightWords;
import fi.hytekello.indicator.SnapshotValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One indicator as a page shows it, with numbers in the reader's way of writing.
 *
 * @param reference message key of what the comparison is
 * @param why the light is what it is
 * @param citation where the value comes from
 * @param revision that the source has corrected the value since, null where it has not
 * @param old the value is from more than three years before the cycle's year, which the page says in plain words
 */
record IndicatorRow(
        Indicator indicator,
        String title,
        @Nullable String value,
        @Nullable Integer year,
        String unit,
        @Nullable String comparison,
        String reference,
        @Nullable String difference,
        Light light,
        String why,
        String citation,
        @Nullable String revision,
        @Nullable String explanation,
        boolean leftUnexplained,
        boolean corrective,
        boolean explanationNeeded,
        boolean old) {

    private static final int OLD_AFTER_YEARS = 3;

    static IndicatorRow of(
            SnapshotValue value,
            int cycleYear,
            LightWords words,
            @Nullable String revision,
            String citation,
            Locale locale) {
        Integer year = value.year();
        return new IndicatorRow(
                value.indicator(),
                value.indicator().title(locale),
                number(value.value(), locale),
                year,
                value.indicator().unit(locale),
                number(value.comparison(), locale),
                "light.reference." + value.basis().rule().reference(),
                number(value.differencePercent(), locale),
                value.light(),
                words.why(value, locale),
                citation,
                revision,
                value.explanation(),
                value.leftUnexplained(),
                value.correctiveWanted(),
                value.light().needsExplanation(),
                value.value() != null && year != null && year < cycleYear - OLD_AFTER_YEARS);
    }

    private static @Nullable String number(@Nullable BigDecimal number, Locale locale) {
        return number == null ? null : LightWords.number(number, locale);
    }
}
