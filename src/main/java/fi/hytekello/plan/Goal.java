package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Languages;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the municipality wants to reach; every measure serves one goal. Named in one or both national languages.
 *
 * @param priority 1 is the foremost
 * @param indicator id of the indicator that shows whether the goal is reached
 */
public record Goal(
        GoalId id,
        CycleId cycle,
        @Nullable String titleFi,
        @Nullable String titleSv,
        int priority,
        @Nullable Integer indicator) {

    /** The title in this language, in the other one where there is none in this. */
    public String title(Locale locale) {
        String first = Languages.isSwedish(locale) ? titleSv : titleFi;
        String second = Languages.isSwedish(locale) ? titleFi : titleSv;
        return first != null ? first : Objects.requireNonNull(second);
    }
}
