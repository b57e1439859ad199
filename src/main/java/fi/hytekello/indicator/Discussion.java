package fi.hytekello.indicator;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the wellbeing group said of a cycle's indicators.
 *
 * @param comment on the whole, null where there is none
 * @param themes its comments by theme
 * @param discussedAt null while the discussion is open
 * @param returned what was sent back, null where nothing was; once in a cycle
 */
public record Discussion(
        @Nullable String comment,
        Map<String, String> themes,
        @Nullable Username discussedBy,
        @Nullable Instant discussedAt,
        @Nullable Returned returned) {

    /** @param answeredAt null while the department has not explained anew */
    public record Returned(
            DepartmentCode department,
            String reason,
            Instant at,
            @Nullable Instant answeredAt) {

        public boolean isOpen() {
            return answeredAt == null;
        }
    }

    static final Discussion NONE = new Discussion(null, Map.of(), null, null, null);

    public boolean isEmpty() {
        return comment == null && themes.isEmpty();
    }
}
