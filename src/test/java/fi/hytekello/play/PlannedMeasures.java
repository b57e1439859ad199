package fi.hytekello.play;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The measures that the departments mean to propose; wellbeing has one more, which a red indicator asked for. */
final class PlannedMeasures {

    private PlannedMeasures() {}

    /** One measure; every column of the file has a value, also an empty one. */
    record Planned(Map<String, String> cells) {

        String get(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        String title() {
            return get("title");
        }

        BigDecimal euro() {
            return get("euro").isEmpty() ? BigDecimal.ZERO : new BigDecimal(get("euro"));
        }
    }

    static List<Planned> of(String department) {
        return all().stream()
                .filter(one -> one.get("department").equals(department))
                .toList();
    }

    static List<Planned> all() {
        List<String> lines = Workbooks.lines("measures.csv");
        String[] columns = lines.get(0).split(";", -1);
        return lines.stream().skip(1).map(line -> planned(columns, line)).toList();
    }

    private static Planned planned(String[] columns, String line) {
        String[] cells = line.split(";", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return new Planned(row);
    }
}
