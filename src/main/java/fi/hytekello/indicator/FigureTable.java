package fi.hytekello.indicator;

import java.util.List;

/**
 * The figures of a picture, as texts in the reader's language.
 *
 * @param heads of the columns; the first column names the row, the others are figures
 */
public record FigureTable(String caption, List<String> heads, List<List<String>> rows) {

    public FigureTable {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
