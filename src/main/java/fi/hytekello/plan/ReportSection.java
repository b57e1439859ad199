package fi.hytekello.plan;

import java.util.List;
import java.util.Locale;

/**
 * The key of a part of the welfare report's text. The annual report has five (domain chapter 2.1: state in figures,
 * measures done, changes to the plan); the chapters of a broad report are data ({@link Chapters}).
 */
public record ReportSection(String key) {

    public static final ReportSection SUMMARY = new ReportSection("SUMMARY");
    public static final ReportSection WELLBEING_STATE = new ReportSection("WELLBEING_STATE");
    public static final ReportSection MEASURES_DONE = new ReportSection("MEASURES_DONE");
    public static final ReportSection CHANGES = new ReportSection("CHANGES");
    public static final ReportSection NEXT_STEPS = new ReportSection("NEXT_STEPS");

    /** The parts of the annual report. */
    public static List<ReportSection> values() {
        return List.of(SUMMARY, WELLBEING_STATE, MEASURES_DONE, CHANGES, NEXT_STEPS);
    }

    /** Name of the form field, such as {@code wellbeingState}. */
    public String field() {
        StringBuilder field = new StringBuilder();
        for (String word : key.toLowerCase(Locale.ROOT).split("_", -1)) {
            field.append(
                    field.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return field.toString();
    }

    @Override
    public String toString() {
        return key;
    }
}
