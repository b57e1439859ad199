package fi.hytekello.plan;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Languages;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a cycle's report as it is planned before it is written.
 *
 * @param version counts the changes
 */
public record Chapter(ReportSection section, Content content, int version) {

    /**
     * What the coordinator sets; one of the headings is there.
     *
     * @param obligatory true where the report cannot be submitted without it
     * @param department the department that answers for the chapter, null where it is the coordinator's
     * @param guidance what the chapter is to tell
     */
    public record Content(
            @Nullable String headingFi,
            @Nullable String headingSv,
            boolean obligatory,
            @Nullable DepartmentCode department,
            @Nullable String guidance) {}

    /** The heading in this language, in the other one where there is none in this. */
    public String heading(Locale locale) {
        String first = Languages.isSwedish(locale) ? content.headingSv() : content.headingFi();
        String second = Languages.isSwedish(locale) ? content.headingFi() : content.headingSv();
        return first != null ? first : Objects.requireNonNull(second);
    }
}
