package fi.hytekello.decision;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** Two texts side by side: paragraph by paragraph, and within a changed paragraph word by word. */
public final class TextDiff {

    private TextDiff() {}

    /** What has become of a piece of text. */
    public enum Mark {
        SAME,
        REMOVED,
        ADDED
    }

    /** A piece of a paragraph. */
    public record Piece(Mark mark, String text) {}

    /** A paragraph before and after; the side on which there is none is empty. */
    public record Row(boolean changed, List<Piece> before, List<Piece> after) {

        public Row {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Rows of the two texts in their order; empty lines are left out. */
    public static List<Row> of(String before, String after) {
        List<Row> rows = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(paragraphs(before), paragraphs(after), true).getDeltas()) {
            List<String> old = delta.getSource().getLines();
            List<String> now = delta.getTarget().getLines();
            for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
                rows.add(row(delta.getType(), i < old.size() ? old.get(i) : "", i < now.size() ? now.get(i) : ""));
            }
        }
        return rows;
    }

    private static Row row(DeltaType type, String before, String after) {
        if (type == DeltaType.EQUAL) {
            List<Piece> same = List.of(new Piece(Mark.SAME, before));
            return new Row(false, same, same);
        }
        if (before.isEmpty() || after.isEmpty()) {
            return new Row(true, whole(Mark.REMOVED, before), whole(Mark.ADDED, after));
        }
        List<Piece> old = new ArrayList<>();
        List<Piece> now = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(words(before), words(after), true).getDeltas()) {
            boolean same = delta.getType() == DeltaType.EQUAL;
            add(old, same ? Mark.SAME : Mark.REMOVED, delta.getSource().getLines());
            add(now, same ? Mark.SAME : Mark.ADDED, delta.getTarget().getLines());
        }
        return new Row(true, old, now);
    }

    private static List<Piece> whole(Mark mark, String text) {
        return text.isEmpty() ? List.of() : List.of(new Piece(mark, text));
    }

    private static void add(List<Piece> pieces, Mark mark, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(mark, String.join("", words)));
        }
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Words and the spaces between them: what stands behind a word does not change it. */
    private static List<String> words(String text) {
        return List.of(text.split("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)", -1));
    }
}
