package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.problem.NotFound;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One version of a cycle's welfare report.
 *
 * @param number of the version, from 1
 * @param submitted true once the draft was submitted: from then on this version never changes
 * @param texts in the order of the report, one of each section
 */
public record WelfareReport(CycleId cycle, int number, boolean submitted, List<Text> texts) {

    /** The text of a section; {@code version} counts its changes. */
    public record Text(ReportSection section, Heading heading, boolean obligatory, String text, int version) {

        /** The heading in this language, in the other one where there is none in this. */
        public String heading(Locale locale) {
            return heading.in(locale);
        }
    }

    public WelfareReport {
        texts = List.copyOf(texts);
    }

    /** What a part of the report is called, in one or both national languages. */
    public record Heading(@Nullable String fi, @Nullable String sv) {

        public String in(Locale locale) {
            String first = Languages.isSwedish(locale) ? sv : fi;
            String second = Languages.isSwedish(locale) ? fi : sv;
            return first != null ? first : second != null ? second : "";
        }
    }

    /** @throws NotFound when this version has no such section */
    public Text text(ReportSection section) {
        return texts.stream()
                .filter(text -> text.section().equals(section))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.chapter.unknown"));
    }
}
