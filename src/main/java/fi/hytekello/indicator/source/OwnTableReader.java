package fi.hytekello.indicator.source;

import fi.hytekello.indicator.source.OwnValues.Named;
import fi.hytekello.municipality.Department;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.CellReader;
import fi.hytekello.platform.sheet.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a municipality's own table: an indicator and a year in each row. Rows of the same indicator are known by its
 * title.
 */
final class OwnTableReader {

    private static final int LONGEST_TITLE = 200;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}([.,][0-9]{1,8})?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

    private final Sheet sheet;
    private final CellReader cells;
    private final OwnColumns columns;
    private final OwnIndicatorReader indicators;
    private final int thisYear;
    private final Map<String, Named> named = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private final List<OwnValues.Value> values = new ArrayList<>();

    OwnTableReader(Sheet sheet, List<Named> known, List<Department> departments, OwnWords words, int thisYear) {
        this.sheet = sheet;
        this.cells = new CellReader(sheet);
        this.columns = OwnColumns.of(sheet, cells);
        this.indicators = new OwnIndicatorReader(cells, columns, departments, words);
        this.thisYear = thisYear;
        known.forEach(one -> named.put(plain(one.titleFi()), one));
    }

    OwnValues read() {
        if (cells.problems().isEmpty()) {
            sheet.rows().forEach(this::read);
        }
        return new OwnValues(
                named.entrySet().stream()
                        .filter(one -> used.contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                values,
                cells.problems());
    }

    private void read(Sheet.Row row) {
        String title = cells.text(row, "ownIndicator", columns.title(), LONGEST_TITLE);
        if (title == null) {
            return;
        }
        String key = plain(title);
        Named indicator = indicators.read(row, title, named.get(key));
        Integer year = cells.noting(row, () -> year(row));
        BigDecimal value = cells.noting(row, () -> number("value", row.text(columns.value())));
        BigDecimal margin = cells.noting(row, () -> margin(row));
        Integer respondents = cells.noting(row, () -> respondents(row));
        if (indicator == null || year == null || value == null) {
            return;
        }
        named.put(key, indicator);
        used.add(key);
        if (places.add(key + "/" + year)) {
            values.add(new OwnValues.Value(row.number(), indicator.titleFi(), year, value, margin, respondents));
        } else {
            cells.note(row.number(), new InvalidInput("year", "problem.own.twice", Integer.toString(year)));
        }
    }

    private int year(Sheet.Row row) {
        return year(row.text(columns.year()), thisYear);
    }

    static int year(String given, int thisYear) {
        if (!given.strip().matches("19[0-9]{2}|20[0-9]{2}") || Integer.parseInt(given.strip()) > thisYear) {
            throw new InvalidInput("year", "problem.own.year", Integer.toString(thisYear));
        }
        return Integer.parseInt(given.strip());
    }

    private @Nullable BigDecimal margin(Sheet.Row row) {
        String given = OwnIndicatorReader.text(row, columns.margin());
        if (given.isEmpty()) {
            return null;
        }
        BigDecimal margin = number("margin", given);
        if (margin.signum() < 0) {
            throw new InvalidInput("margin", "problem.money.negative");
        }
        return margin;
    }

    private @Nullable Integer respondents(Sheet.Row row) {
        String given = SPACES.matcher(OwnIndicatorReader.text(row, columns.respondents()))
                .replaceAll("");
        if (given.isEmpty()) {
            return null;
        }
        if (!given.matches("[0-9]{1,8}")) {
            throw new InvalidInput("respondents", "problem.own.whole", given);
        }
        return Integer.valueOf(given);
    }

    /** @throws InvalidInput when it is no number such as {@code 7,6} */
    static BigDecimal number(String field, String given) {
        String text =
                SPACES.matcher(given).replaceAll("").replace('\u2212', '-').replace("%", "");
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidInput(field, given.isBlank() ? "problem.sheet.missing" : "problem.own.number", given);
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private static String plain(String title) {
        return SPACES.matcher(title).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
