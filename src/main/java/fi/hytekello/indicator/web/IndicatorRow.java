package fi.hytekello.indicator.web;

import fi.hytekello.indicator.Indicator;
import fi.hytekello.indicator.Light;
import fi.hytekello.indicator.SnapshotValue;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One indicator as a page shows it, with numbers in the reader's way of writing.
 *
 * @param old the value is from more than three years before the cycle's year, which the page says in plain words
 */
record IndicatorRow(
        Indicator indicator,
        String title,
        @Nullable String value,
        @Nullable Integer year,
        String unit,
        @Nullable String comparison,
        @Nullable String difference,
        Light light,
        String producer,
        @Nullable String explanation,
        boolean corrective,
        boolean explanationNeeded,
        boolean old) {

    private static final int OLD_AFTER_YEARS = 3;

    static List<IndicatorRow> of(List<SnapshotValue> values, int cycleYear, Locale locale) {
        return values.stream().map(value -> of(value, cycleYear, locale)).toList();
    }

    private static IndicatorRow of(SnapshotValue value, int cycleYear, Locale locale) {
        Integer year = value.year();
        return new IndicatorRow(
                value.indicator(),
                value.indicator().title(locale),
                number(value.value(), locale),
                year,
                value.indicator().unit(locale),
                number(value.comparison(), locale),
                number(value.differencePercent(), locale),
                value.light(),
                value.indicator().producer(locale),
                value.explanation(),
                value.correctiveWanted(),
                value.light().needsExplanation(),
                year != null && year < cycleYear - OLD_AFTER_YEARS);
    }

    private static @Nullable String number(@Nullable BigDecimal number, Locale locale) {
        if (number == null) {
            return null;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }
}
