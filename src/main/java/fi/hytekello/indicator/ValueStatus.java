package fi.hytekello.indicator;

import java.util.Set;

/**
 * What the source gave for one indicator, region and year (domain chapter 3.1); nothing is filled in.
 *
 * <p>The rows that are publicly known have a number, or nothing at all, which is {@link #MISSING}. How Sotkanet's
 * interface marks what is hidden because the group is small is not documented; what is read here is the convention of
 * Finnish official statistics: {@code .} for a figure that cannot exist, {@code ..} for one that is uncertain or hidden,
 * {@code ...} for one that is secret. The two latter are {@link #SUPPRESSED}, because the source has withheld them; it may
 * also leave a hidden value out without any mark, and then it cannot be told from a missing one.
 */
public enum ValueStatus {
    OK,
    /** Only the absolute figure behind the value is known, such as the number of people. */
    ABSOLUTE_ONLY,
    MISSING,
    /** The group is too small to be shown. */
    SUPPRESSED;

    private static final Set<String> NOTHING = Set.of("", ".");
    private static final Set<String> WITHHELD = Set.of("..", "...");

    /** True for what stands in place of a number. */
    public static boolean isMark(String text) {
        return NOTHING.contains(text) || WITHHELD.contains(text);
    }

    /**
     * @param value the value's text, which is a number or a mark
     * @param absolute the absolute figure's text, likewise
     */
    public static ValueStatus of(String value, String absolute) {
        if (!isMark(value)) {
            return OK;
        }
        if (!isMark(absolute)) {
            return ABSOLUTE_ONLY;
        }
        return WITHHELD.contains(value) ? SUPPRESSED : MISSING;
    }
}
