package fi.hytekello.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.decision.TextDiff.Mark;
import fi.hytekello.decision.TextDiff.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void leavesEqualTextsUnmarked() {
        assertThat(TextDiff.of("Yksi.\n\nKaksi.", "Yksi.\nKaksi.")).hasSize(2).noneMatch(TextDiff.Row::changed);
        assertThat(TextDiff.of("", "")).isEmpty();
    }

    @Test
    void marksTheWordsOfAChangedParagraph() {
        TextDiff.Row row = TextDiff.of("Kerhot alkoivat syksyllä.", "Kerhot alkoivat jo keväällä.")
                .get(0);
        assertThat(row.changed()).isTrue();
        assertThat(row.before())
                .containsExactly(new Piece(Mark.SAME, "Kerhot alkoivat "), new Piece(Mark.REMOVED, "syksyllä."));
        assertThat(row.after())
                .containsExactly(new Piece(Mark.SAME, "Kerhot alkoivat "), new Piece(Mark.ADDED, "jo keväällä."));
    }

    @Test
    void doesNotMarkAWordBehindWhichSomethingIsAdded() {
        assertThat(TextDiff.of("Työ myöhästyi.", "Työ myöhästyi. Se jatkuu.")
                        .get(0)
                        .before())
                .extracting(Piece::mark)
                .containsOnly(Mark.SAME);
    }

    @Test
    void leavesTheOtherSideEmptyOfAParagraphThatIsNewOrGone() {
        List<TextDiff.Row> rows = TextDiff.of("Yksi.\nKaksi.", "Nolla.\nYksi.");
        assertThat(rows.get(0).before()).isEmpty();
        assertThat(rows.get(0).after()).containsExactly(new Piece(Mark.ADDED, "Nolla."));
        assertThat(rows.get(2).before()).containsExactly(new Piece(Mark.REMOVED, "Kaksi."));
        assertThat(rows.get(2).after()).isEmpty();
    }
}
