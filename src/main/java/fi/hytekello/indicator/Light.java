package fi.hytekello.indicator;

/** The state of one indicator in a cycle's snapshot (domain chapter 3.7). */
public enum Light {
    GREEN,
    YELLOW,
    RED,
    /** Has a value but no light: background information, or nothing to compare with. */
    UNRATED,
    NO_DATA,
    /** The source has clearly newer values, but not of this municipality. */
    TOO_OLD;

    /** True where the owner department must say why. */
    public boolean needsExplanation() {
        return this == RED || this == NO_DATA || this == TOO_OLD;
    }
}
