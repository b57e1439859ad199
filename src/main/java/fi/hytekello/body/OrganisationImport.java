package fi.hytekello.body;

import fi.hytekello.platform.sheet.SheetProblem;
import java.util.List;

/**
 * What a sheet of organisations changes.
 *
 * @param changes in the order of the sheet; empty where there are problems
 * @param problems all that must be mended in the sheet first
 */
public record OrganisationImport(List<Change> changes, List<SheetProblem> problems) {

    /** What becomes of one organisation; those that the sheet does not name stay as they are. */
    public enum Effect {
        ADDED,
        CHANGED,
        SAME
    }

    /**
     * One row.
     *
     * @param row as the spreadsheet shows it
     */
    public record Change(int row, Effect effect, OrganisationDraft draft) {}

    public OrganisationImport {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    public long count(Effect effect) {
        return changes.stream().filter(change -> change.effect() == effect).count();
    }

    public long added() {
        return count(Effect.ADDED);
    }

    public long changed() {
        return count(Effect.CHANGED);
    }

    public long same() {
        return count(Effect.SAME);
    }
}
