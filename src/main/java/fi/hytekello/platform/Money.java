package fi.hytekello.platform;

import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sums of euros as people write them in Finland, in both languages alike: {@code 12 500,50 €}. */
@Component("money")
public class Money {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern SUM = Pattern.compile("[0-9]{1,10}([.,][0-9]{1,2})?");

    /** With the sign of the euro, an empty text for no sum. */
    public String euro(@Nullable BigDecimal sum) {
        return sum == null ? "" : plain(sum) + NO_BREAK_SPACE + "€";
    }

    /** Without the sign, as it stands in an input; an empty text for no sum. */
    public String plain(@Nullable BigDecimal sum) {
        if (sum == null) {
            return "";
        }
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.00", symbols).format(sum.setScale(2, RoundingMode.HALF_UP));
    }

    /**
     * Reads {@code 12 500,50}, {@code 12500.50} or {@code 12500 €}; null for an empty text.
     *
     * @throws InvalidInput naming the field when it is no sum, has fractions of a cent or is negative
     */
    public static @Nullable BigDecimal parse(String field, @Nullable String given) {
        String text = SPACES.matcher(given == null ? "" : given).replaceAll("");
        if (text.endsWith("€")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.isEmpty()) {
            return null;
        }
        if (text.startsWith("-") || text.startsWith("\u2212")) {
            throw new InvalidInput(field, "problem.money.negative");
        }
        if (!SUM.matcher(text).matches()) {
            throw new InvalidInput(field, "problem.money.malformed");
        }
        return new BigDecimal(text.replace(',', '.')).setScale(2);
    }
}
