package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Languages;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the municipality wants to reach; every measure serves one goal.
 *
 * @param priority 1 is the foremost
 * @param version counts the changes, so that of two who edit at once the second is told
 */
public record Goal(GoalId id, CycleId cycle, GoalContent content, int priority, int version) {

    public @Nullable String titleFi() {
        return content.titleFi();
    }

    public @Nullable String titleSv() {
        return content.titleSv();
    }

    /** The title in this language, in the other one where there is none in this. */
    public String title(Locale locale) {
        String first = Languages.isSwedish(locale) ? titleSv() : titleFi();
        String second = Languages.isSwedish(locale) ? titleFi() : titleSv();
        return first != null ? first : Objects.requireNonNull(second);
    }
}
