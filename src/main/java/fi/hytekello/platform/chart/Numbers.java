package fi.hytekello.platform.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Locale;

/** How the numbers of one picture or table are written: with the same decimals everywhere, in the reader's way. */
public record Numbers(Locale locale, int decimals) {

    private static final int MOST = 2;

    /** With as many decimals as the most exact of these values has, at most two. */
    public static Numbers of(Locale locale, Collection<BigDecimal> values) {
        return new Numbers(
                locale, values.stream().mapToInt(Numbers::decimals).max().orElse(0));
    }

    public static int decimals(BigDecimal value) {
        return Math.min(MOST, Math.max(0, value.stripTrailingZeros().scale()));
    }

    public String format(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        // Else a small negative number would become minus nought.
        return format.format(rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
    }
}
