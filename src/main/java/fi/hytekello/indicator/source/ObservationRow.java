package fi.hytekello.indicator.source;

import fi.hytekello.indicator.ValueStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value on its way in.
 *
 * @param line where it stands in the file, or its place in the answer, from 1
 * @param region Sotkanet's id, which is not a municipality's code
 * @param value in the indicator's unit; null unless the status is OK
 * @param absolute the figure behind it, where the source tells it
 * @param margin half of the 95 % confidence interval in the value's own unit, where the source tells it
 * @param respondents how many answered, where it is a survey and the source tells it
 */
record ObservationRow(
        int line,
        int indicator,
        int region,
        int year,
        Gender gender,
        ValueStatus status,
        @Nullable BigDecimal value,
        @Nullable BigDecimal absolute,
        @Nullable BigDecimal margin,
        @Nullable Integer respondents) {

    private static final String NOTHING = "";

    /**
     * A row of Sotkanet's.
     *
     * @param value a number with a decimal point, or a mark of {@link ValueStatus}
     * @param absolute likewise
     */
    static ObservationRow of(
            int line, int indicator, int region, int year, Gender gender, String value, String absolute) {
        return new ObservationRow(
                line,
                indicator,
                region,
                year,
                gender,
                ValueStatus.of(value, absolute),
                number(value),
                number(absolute),
                null,
                null);
    }

    private static @Nullable BigDecimal number(String text) {
        return ValueStatus.isMark(text) ? null : new BigDecimal(text);
    }

    /** The line that COPY reads, in the order of {@link ObservationIntake}'s table. */
    String csv() {
        return line + ";" + indicator + ";" + region + ";" + year + ";" + gender.text() + ";" + status + ";"
                + plain(value) + ";" + plain(absolute) + ";" + plain(margin) + ";"
                + (respondents == null ? NOTHING : respondents.toString()) + "\n";
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? NOTHING : number.toPlainString();
    }
}
