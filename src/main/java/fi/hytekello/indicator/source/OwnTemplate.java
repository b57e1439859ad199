package fi.hytekello.indicator.source;

import fi.hytekello.indicator.Direction;
import fi.hytekello.indicator.source.OwnValues.Named;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.sheet.Table.Column;
import fi.hytekello.platform.sheet.Table.Line;
import fi.hytekello.platform.sheet.Table.Pick;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of own indicators to fill in: what is stored now, under the headers that the reader knows. */
@Component
public class OwnTemplate {

    private final JdbcClient jdbc;
    private final OwnIndicatorTable table;
    private final Municipalities municipalities;
    private final OwnWords words;

    OwnTemplate(JdbcClient jdbc, OwnIndicatorTable table, Municipalities municipalities, OwnWords words) {
        this.jdbc = jdbc;
        this.table = table;
        this.municipalities = municipalities;
        this.words = words;
    }

    private record Stored(
            int indicator,
            int year,
            BigDecimal value,
            @Nullable BigDecimal margin,
            @Nullable Integer respondents) {}

    /** The table, and for a workbook the sheet with what its cells may hold. */
    public List<Table> tables(MunicipalityCode municipality, Locale locale) {
        List<Named> known = table.of(municipality);
        List<Stored> values = values(municipality);
        List<Line> lines = new ArrayList<>();
        for (Named one : known) {
            List<Stored> own = values.stream()
                    .filter(value -> Integer.valueOf(value.indicator()).equals(one.id()))
                    .toList();
            own.forEach(value -> lines.add(line(municipality, one, value, locale)));
        }
        List<String> departments = municipalities.departments(municipality).stream()
                .map(department -> department.name(locale))
                .toList();
        return List.of(
                new Table(word("own.sheet", locale), List.of(), columns(departments, locale), lines),
                choices(departments, locale));
    }

    private Line line(MunicipalityCode municipality, Named one, Stored value, Locale locale) {
        String department = municipalities.departments(municipality).stream()
                .filter(known -> known.code().equals(one.department()))
                .map((Department known) -> known.name(locale))
                .findFirst()
                .orElse(one.department().value());
        return Line.of(
                one.titleFi(),
                one.titleSv(),
                one.unitFi(),
                one.unitSv(),
                word("catalogue.direction." + one.direction(), locale),
                word("indicator.theme." + one.theme(), locale),
                department,
                one.producer(),
                value.year(),
                value.value(),
                value.margin(),
                value.respondents());
    }

    private List<Column> columns(List<String> departments, Locale locale) {
        String choices = word("own.sheet.choices", locale);
        return List.of(
                Column.text(word("own.column.title", locale), 40),
                Column.text(word("own.column.titleSv", locale), 40),
                Column.text(word("own.column.unit", locale), 12),
                Column.text(word("own.column.unitSv", locale), 12),
                Column.text(word("own.column.direction", locale), 24)
                        .choosing(new Pick(choices, 0, Direction.values().length)),
                Column.text(word("own.column.theme", locale), 24)
                        .choosing(new Pick(choices, 1, OwnWords.THEMES.size())),
                Column.text(word("own.column.department", locale), 24)
                        .choosing(new Pick(choices, 2, departments.size())),
                Column.text(word("own.column.producer", locale), 24),
                Column.whole(word("own.column.year", locale)),
                Column.number(word("own.column.value", locale)),
                Column.number(word("own.column.margin", locale)),
                Column.whole(word("own.column.respondents", locale)));
    }

    private Table choices(List<String> departments, Locale locale) {
        List<String> directions = Stream.of(Direction.values())
                .map(direction -> word("catalogue.direction." + direction, locale))
                .toList();
        List<String> themes = OwnWords.THEMES.stream()
                .map(theme -> word("indicator.theme." + theme, locale))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < Math.max(themes.size(), departments.size()); row++) {
            lines.add(Line.of(at(directions, row), at(themes, row), at(departments, row)));
        }
        return new Table(
                word("own.sheet.choices", locale),
                List.of(),
                List.of(
                        Column.text(word("own.column.direction", locale), 30),
                        Column.text(word("own.column.theme", locale), 30),
                        Column.text(word("own.column.department", locale), 30)),
                lines);
    }

    private static @Nullable String at(List<String> words, int row) {
        return row < words.size() ? words.get(row) : null;
    }

    private List<Stored> values(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select o.indicator_id, o.year, o.value, o.margin, o.respondents
                        from hyte.observation o join hyte.indicator i on i.id = o.indicator_id
                        where i.municipality_code = :code and o.gender = 'total' and o.value is not null
                        order by o.indicator_id, o.year""")
                .param("code", municipality.value())
                .query((row, n) -> new Stored(
                        row.getInt("indicator_id"),
                        row.getInt("year"),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("margin"),
                        row.getObject("respondents", Integer.class)))
                .list();
    }

    private String word(String key, Locale locale) {
        return words.word(key, locale);
    }
}
