package fi.hytekello.plan;

import fi.hytekello.platform.sheet.SheetProblem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a table of proposals would do.
 *
 * @param rows in the order of the table
 * @param problems all that is wrong, by row
 * @param unknownColumns headers that name no column and are not read
 */
public record ProposalImportPreview(List<Row> rows, List<SheetProblem> problems, List<String> unknownColumns) {

    /** What becomes of one row. */
    public enum Effect {
        NEW,
        CHANGED,
        SAME,
        WRONG
    }

    /** What to do with rows whose measure the department has proposed already. */
    public enum Doubles {
        UPDATE,
        SKIP
    }

    /**
     * One row.
     *
     * @param number as the spreadsheet shows it
     * @param before the stored measure of the same title, null for a new one
     * @param content what would be stored, null where the row is wrong
     */
    public record Row(
            int number,
            Effect effect,
            String title,
            @Nullable Measure before,
            @Nullable MeasureContent content) {

        /** What is still missing before the submission; nothing for a wrong row. */
        public List<Gap> gaps() {
            return content == null ? List.of() : content.gaps(number);
        }

        /** What would change in the stored measure; nothing for other rows. */
        public List<MeasureHistory.Change> changes() {
            return before == null || content == null ? List.of() : MeasureChange.between(before.content(), content);
        }

        MeasureContent required() {
            return Objects.requireNonNull(content);
        }

        Measure stored() {
            return Objects.requireNonNull(before);
        }
    }

    public ProposalImportPreview {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
        unknownColumns = List.copyOf(unknownColumns);
    }

    public long added() {
        return count(Effect.NEW);
    }

    public long changed() {
        return count(Effect.CHANGED);
    }

    public long same() {
        return count(Effect.SAME);
    }

    public long wrong() {
        return count(Effect.WRONG);
    }

    /** True where something would be stored. */
    public boolean isUseful() {
        return added() + changed() > 0;
    }

    List<Row> of(Effect effect) {
        return rows.stream().filter(row -> row.effect() == effect).toList();
    }

    private long count(Effect effect) {
        return of(effect).size();
    }

    /** The same for the same rows over the same stored measures: what is confirmed is what was seen. */
    public String fingerprint() {
        return Integer.toHexString(rows.toString().hashCode());
    }
}
