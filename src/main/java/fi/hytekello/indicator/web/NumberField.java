package fi.hytekello.indicator.web;

import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them in Finland: {@code 6,5}, {@code 1 250} or {@code −4.3}. */
final class NumberField {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.,][0-9]{1,4})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");

    private NumberField() {}

    /**
     * Null for an empty text.
     *
     * @throws InvalidInput naming the field when it is no number with at most four decimals
     */
    static @Nullable BigDecimal number(String field, @Nullable String given) {
        String text = compact(given).replace('\u2212', '-');
        if (text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidInput(field, "problem.lightRule.number");
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /**
     * Null for an empty text.
     *
     * @throws InvalidInput naming the field, with this problem, when it is no whole number
     */
    static @Nullable Integer whole(String field, @Nullable String given, String problem) {
        String text = compact(given);
        if (text.isEmpty()) {
            return null;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw new InvalidInput(field, problem);
        }
        return Integer.valueOf(text);
    }

    private static String compact(@Nullable String given) {
        return SPACES.matcher(given == null ? "" : given).replaceAll("");
    }
}
