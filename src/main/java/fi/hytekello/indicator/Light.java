package fi.hytekello.indicator;

import java.util.Arrays;

/** The state of one indicator in a cycle's snapshot (domain chapter 3.7). */
public enum Light {
    GREEN,
    YELLOW,
    RED,
    /** Has a value but no light: background information, nothing to compare with, or within the margin of error. */
    UNRATED,
    NO_DATA,
    /** The source does not tell the value because the group is too small; nobody can explain that. */
    SUPPRESSED,
    /** The source has clearly newer values, but not of this municipality. */
    TOO_OLD;

    /** True where the owner department must say why. */
    public boolean needsExplanation() {
        return this == RED || this == NO_DATA || this == TOO_OLD;
    }

    /** The names of those for which {@link #needsExplanation()} holds. */
    static String[] needingExplanation() {
        return Arrays.stream(values())
                .filter(Light::needsExplanation)
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
