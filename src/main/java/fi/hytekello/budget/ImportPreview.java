package fi.hytekello.budget;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.platform.sheet.SheetProblem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file would change.
 *
 * @param changes in the order of the file, removals last; empty where there are problems
 * @param problems all that must be mended in the file first
 */
public record ImportPreview(ImportKind kind, List<Change> changes, List<SheetProblem> problems) {

    /** What becomes of one line or frame. */
    public enum Effect {
        ADDED,
        CHANGED,
        SAME,
        REMOVED
    }

    /**
     * One line, frame or realised sum.
     *
     * @param label of the line, null for a frame
     * @param before sums before, empty for a new one
     * @param after sums after, empty for a removed one
     */
    public record Change(
            Effect effect,
            DepartmentCode department,
            @Nullable String label,
            List<BigDecimal> before,
            List<BigDecimal> after) {

        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    public ImportPreview {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    public long added() {
        return count(Effect.ADDED);
    }

    public long changed() {
        return count(Effect.CHANGED);
    }

    public long removed() {
        return count(Effect.REMOVED);
    }

    public long same() {
        return count(Effect.SAME);
    }

    private long count(Effect effect) {
        return changes.stream().filter(change -> change.effect() == effect).count();
    }

    /** The same for the same changes: what is confirmed is what was seen. */
    public String fingerprint() {
        return Integer.toHexString(changes.toString().hashCode());
    }
}
