package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import java.util.List;

/**
 * One version of a cycle's welfare report.
 *
 * @param number of the version, from 1
 * @param submitted true once the draft was submitted: from then on this version never changes
 * @param texts in the order of the report, one of each section
 */
public record WelfareReport(CycleId cycle, int number, boolean submitted, List<Text> texts) {

    /** The text of a section; {@code version} counts its changes. */
    public record Text(ReportSection section, String text, int version) {}

    public WelfareReport {
        texts = List.copyOf(texts);
    }

    public Text text(ReportSection section) {
        return texts.stream()
                .filter(text -> text.section() == section)
                .findFirst()
                .orElseThrow();
    }
}
