package fi.hytekello.plan;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Username;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a measure, known by the title of the post (R1-06).
 *
 * @param username null in old measures, which name a post only
 */
public record Responsible(@Nullable Username username, String titleFi, String titleSv) {

    public String title(Locale locale) {
        return Languages.isSwedish(locale) ? titleSv : titleFi;
    }
}
