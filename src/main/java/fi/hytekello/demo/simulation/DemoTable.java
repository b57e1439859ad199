package fi.hytekello.demo.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** A table of the demo's data, rows by column name. */
public final class DemoTable {

    private DemoTable() {}

    /** One row; every column of the heading has a value. */
    public record Row(Map<String, String> cells) {

        public String get(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        /** Null where the cell is empty. */
        public @Nullable BigDecimal money(String column) {
            return get(column).isEmpty() ? null : new BigDecimal(get(column));
        }
    }

    /** @param name such as {@code goals.csv} */
    public static List<Row> read(String name) {
        try {
            List<String> lines = new ClassPathResource("demo/" + name)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] heading = lines.get(0).split(";", -1);
            return lines.stream().skip(1).map(line -> row(heading, line)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String[] heading, String line) {
        String[] values = line.split(";", -1);
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < heading.length; i++) {
            cells.put(heading[i], values[i]);
        }
        return new Row(Map.copyOf(cells));
    }
}
