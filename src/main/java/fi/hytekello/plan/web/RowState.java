package fi.hytekello.plan.web;

import fi.hytekello.plan.Gap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the page tells of a row that saves itself.
 *
 * @param row id of the row's forms in the page
 * @param version what the editor has seen
 * @param problem why it was not saved, in the user's language; null when all is well
 * @param newerVersion where somebody else was first: the version that the editor has not seen
 * @param newer the fields that differ in the newer version, with their values there
 */
record RowState(
        String row,
        int version,
        boolean saved,
        @Nullable String problem,
        @Nullable Integer newerVersion,
        Map<String, String> newer,
        List<Gap> gaps) {

    static RowState unchanged(String row, int version, List<Gap> gaps) {
        return new RowState(row, version, false, null, null, Map.of(), gaps);
    }

    static RowState saved(String row, int version, List<Gap> gaps) {
        return new RowState(row, version, true, null, null, Map.of(), gaps);
    }

    static RowState refused(String row, int version, String problem) {
        return new RowState(row, version, false, problem, null, Map.of(), List.of());
    }

    /** Somebody else was first: shows what differs from what the editor sent. */
    static RowState conflict(
            String row,
            int version,
            String problem,
            int newerVersion,
            Map<String, String> now,
            Map<String, String> sent) {
        Map<String, String> newer = new java.util.LinkedHashMap<>();
        now.forEach((field, value) -> {
            if (!value.equals(Objects.requireNonNullElse(sent.get(field), "").strip())) {
                newer.put(field, value);
            }
        });
        return new RowState(row, version, false, problem, newerVersion, newer, List.of());
    }
}
