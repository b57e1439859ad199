package fi.hytekello.plan;

import fi.hytekello.decision.TextDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two versions of a welfare report side by side. */
public record ReportComparison(int from, int to, List<Section> sections) {

    /** A section's paragraphs, under the heading of the newest version that has it. */
    public record Section(WelfareReport.Heading heading, List<TextDiff.Row> rows) {

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

    /** The sections of the later version in their order, then those that it no longer has. */
    static ReportComparison of(WelfareReport before, WelfareReport after) {
        Map<ReportSection, WelfareReport.Heading> sections = new LinkedHashMap<>();
        Stream.concat(after.texts().stream(), before.texts().stream())
                .forEach(text -> sections.putIfAbsent(text.section(), text.heading()));
        return new ReportComparison(
                before.number(),
                after.number(),
                sections.entrySet().stream()
                        .map(section -> new Section(
                                section.getValue(),
                                TextDiff.of(text(before, section.getKey()), text(after, section.getKey()))))
                        .toList());
    }

    private static String text(WelfareReport report, ReportSection section) {
        return report.texts().stream()
                .filter(text -> text.section().equals(section))
                .map(WelfareReport.Text::text)
                .findFirst()
                .orElse("");
    }
}
