package fi.hytekello.plan;

import java.util.Locale;

/** The parts of the welfare report's text (domain chapter 2.1: state in figures, measures done, changes to the plan). */
public enum ReportSection {
    SUMMARY(true),
    WELLBEING_STATE(true),
    MEASURES_DONE(true),
    CHANGES(false),
    NEXT_STEPS(false);

    private final boolean obligatory;

    ReportSection(boolean obligatory) {
        this.obligatory = obligatory;
    }

    /** True where the draft cannot be submitted without it. */
    public boolean isObligatory() {
        return obligatory;
    }

    /** Name of the form field, such as {@code wellbeingState}. */
    public String field() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        return words.length == 1
                ? words[0]
                : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }
}
