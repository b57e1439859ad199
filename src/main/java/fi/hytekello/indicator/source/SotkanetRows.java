package fi.hytekello.indicator.source;

import com.fasterxml.jackson.databind.JsonNode;
import fi.hytekello.indicator.ValueStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of {@code /json}. A row of a region or gender that nobody knows, and one that is there again, is left
 * out and counted; anything that is not of the known shape, or two values for the same, refuses the whole indicator.
 */
final class SotkanetRows {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_TOLD = 5;

    private record Key(int region, int year, Gender gender) {}

    private final int indicator;
    private final Set<Integer> regions;
    private final Map<Key, ObservationRow> rows = new LinkedHashMap<>();
    private final Set<String> unknownRegions = new LinkedHashSet<>();
    private final Set<String> unknownGenders = new LinkedHashSet<>();
    private int read;
    private int refused;

    /** @param regions ids of those that are known */
    SotkanetRows(int indicator, Set<Integer> regions) {
        this.indicator = indicator;
        this.regions = regions;
    }

    /** @throws WrongShape when the indicator cannot be taken */
    void read(JsonNode answer) {
        for (JsonNode row : answer) {
            read++;
            take(row);
        }
    }

    private void take(JsonNode row) {
        int year = whole(row, "year");
        if (whole(row, "indicator") != indicator || year < FIRST_YEAR || year > LAST_YEAR) {
            throw wrong(row.path("indicator").asInt() == indicator ? "year" : "indicator", row);
        }
        int region = whole(row, "region");
        Gender gender = Gender.of(row.path("gender").asText()).orElse(null);
        if (gender == null || !regions.contains(region)) {
            refuse(region, gender, row.path("gender").asText());
            return;
        }
        ObservationRow given =
                ObservationRow.of(read, indicator, region, year, gender, number(row, "value"), number(row, "absValue"));
        ObservationRow before = rows.putIfAbsent(new Key(region, year, gender), given);
        if (before != null) {
            refused++;
            if (!sameValue(before, given)) {
                throw new WrongShape("source.problem.contradiction", before.line(), given.line());
            }
        }
    }

    private void refuse(int region, @Nullable Gender gender, String given) {
        refused++;
        if (gender == null) {
            unknownGenders.add(given.length() > 20 ? given.substring(0, 20) : given);
        } else {
            unknownRegions.add(Integer.toString(region));
        }
    }

    private static boolean sameValue(ObservationRow one, ObservationRow other) {
        return one.csv()
                .substring(one.csv().indexOf(';'))
                .equals(other.csv().substring(other.csv().indexOf(';')));
    }

    private int whole(JsonNode row, String name) {
        JsonNode value = row.path(name);
        if (!value.isInt()) {
            throw wrong(name, row);
        }
        return value.intValue();
    }

    /** A number, nothing, or one of the marks that stand for it. */
    private String number(JsonNode row, String name) {
        JsonNode value = row.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        if (value.isTextual() && ValueStatus.isMark(value.asText().strip())) {
            return value.asText().strip();
        }
        throw wrong(name, row);
    }

    private WrongShape wrong(String name, JsonNode row) {
        String found = row.path(name).toString();
        return new WrongShape("source.problem.cell", read, name, found.length() > 40 ? found.substring(0, 40) : found);
    }

    boolean isEmpty() {
        return read == 0;
    }

    List<ObservationRow> rows() {
        return new ArrayList<>(rows.values());
    }

    int refused() {
        return refused;
    }

    /** Which rows were left out; null where none was. */
    @Nullable
    Problem leftOut() {
        if (refused == 0) {
            return null;
        }
        List<String> named = new ArrayList<>();
        named.add(Integer.toString(refused));
        named.add(told(unknownRegions));
        named.add(told(unknownGenders));
        return new Problem("source.problem.leftOut", named);
    }

    private static String told(Set<String> unknown) {
        String first = unknown.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
        return unknown.isEmpty() ? "–" : unknown.size() > MOST_TOLD ? first + " …" : first;
    }
}
