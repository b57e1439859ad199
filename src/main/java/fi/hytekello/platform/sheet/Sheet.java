package fi.hytekello.platform.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as it was read: the first row that is not empty names the columns; empty rows are left out.
 *
 * @param headers as they stand in the file, in their order
 */
public record Sheet(List<String> headers, List<Row> rows) {

    /**
     * One row.
     *
     * @param number as the spreadsheet shows it, from 1
     * @param cells texts by header; dates as {@code yyyy-MM-dd}, numbers with a decimal point
     */
    public record Row(int number, Map<String, String> cells) {

        /** The stripped text, empty where there is none. */
        public String text(String header) {
            return cells.getOrDefault(header, "");
        }
    }

    public Sheet {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    /** The first header that is one of these names; capitals, spaces and a unit in parentheses do not matter. */
    public Optional<String> header(String... names) {
        Set<String> wanted = Stream.of(names).map(Sheet::plain).collect(Collectors.toSet());
        return headers.stream().filter(header -> wanted.contains(plain(header))).findFirst();
    }

    private static String plain(String header) {
        return header.replaceAll("\\([^)]*\\)|€", "")
                .replaceAll("[\\s\\p{Zs}*:]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
