package fi.hytekello.plan;

import fi.hytekello.decision.TextDiff;
import java.util.List;

/** Two versions of a welfare report side by side. */
public record ReportComparison(int from, int to, List<Section> sections) {

    /** A section's paragraphs. */
    public record Section(ReportSection section, List<TextDiff.Row> rows) {

        public Section {
            rows = List.copyOf(rows);
        }

        public boolean isChanged() {
            return rows.stream().anyMatch(TextDiff.Row::changed);
        }
    }

    public ReportComparison {
        sections = List.copyOf(sections);
    }

    public boolean isChanged() {
        return sections.stream().anyMatch(Section::isChanged);
    }

    static ReportComparison of(WelfareReport before, WelfareReport after) {
        return new ReportComparison(
                before.number(),
                after.number(),
                List.of(ReportSection.values()).stream()
                        .map(section -> new Section(
                                section,
                                TextDiff.of(
                                        before.text(section).text(),
                                        after.text(section).text())))
                        .toList());
    }
}
