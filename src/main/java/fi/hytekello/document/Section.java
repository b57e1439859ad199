package fi.hytekello.document;

import java.util.List;

/** @param level 1 to 3; no level is skipped on the way down */
public record Section(int level, Text heading, List<Block> blocks) {

    public Section {
        if (level < 1 || level > 3) {
            throw new IllegalArgumentException("No heading of level " + level);
        }
        blocks = List.copyOf(blocks);
    }

    static Section of(int level, String heading, Block... blocks) {
        return new Section(level, Text.of(heading), List.of(blocks));
    }
}
