package fi.hytekello.document;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.document.Block.Chart;
import fi.hytekello.document.Block.Charts;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.LightRule;
import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.indicator.Trends;
import fi.hytekello.indicator.Trends.Point;
import fi.hytekello.municipality.DepartmentCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The state of wellbeing in figures: indicators year by year, charts, what people said of them (domain chapter 3). */
@Component
class IndicatorSections {

    private static final int YEARS = 6;
    private static final int FEWEST_POINTS = 3;

    private final Indicators indicators;
    private final Trends trends;
    private final IndicatorComments comments;

    IndicatorSections(Indicators indicators, Trends trends, IndicatorComments comments) {
        this.indicators = indicators;
        this.trends = trends;
        this.comments = comments;
    }

    /** Empty until the values are frozen. */
    List<Section> of(CycleId cycle, Map<DepartmentCode, String> departments, String municipality, Words words) {
        List<SnapshotValue> values = indicators.of(cycle);
        if (values.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<Point>> years = trends.of(cycle, YEARS);
        List<Section> sections = new ArrayList<>();
        sections.add(byYear(values, years, departments, words));
        List<Chart> charts = values.stream()
                .map(value -> value.indicator().id())
                .filter(id -> years.getOrDefault(id, List.of()).size() >= FEWEST_POINTS)
                .map(id -> chart(find(values, id), years.getOrDefault(id, List.of()), municipality, words))
                .toList();
        if (!charts.isEmpty()) {
            sections.add(new Section(
                    2,
                    Text.of(words.text("document.indicators.charts")),
                    List.of(
                            new Block.Paragraph(Text.of(words.text("document.indicators.charts.lead"))),
                            new Charts(charts))));
        }
        sections.addAll(comments.of(cycle, values, words));
        return sections;
    }

    private static SnapshotValue find(List<SnapshotValue> values, int id) {
        return values.stream()
                .filter(value -> value.indicator().id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static Section byYear(
            List<SnapshotValue> values,
            Map<Integer, List<Point>> years,
            Map<DepartmentCode, String> departments,
            Words words) {
        int last = years.values().stream()
                .flatMap(List::stream)
                .mapToInt(Point::year)
                .max()
                .orElse(0);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Text.of(words.text("document.indicators.lead"))));
        departments.forEach((code, name) -> {
            List<SnapshotValue> own = values.stream()
                    .filter(value -> value.indicator().department().equals(code))
                    .toList();
            if (!own.isEmpty()) {
                blocks.add(table(own, years, last, words.text("document.indicators.caption", name), words));
            }
        });
        return new Section(2, Text.of(words.text("document.indicators")), blocks);
    }

    private static Table table(
            List<SnapshotValue> values, Map<Integer, List<Point>> years, int last, String caption, Words words) {
        List<Integer> axis = last == 0
                ? List.of()
                : IntStream.rangeClosed(last - YEARS + 1, last).boxed().toList();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.text("document.indicator"), 100 - 8 * axis.size() - 24, false));
        axis.forEach(year -> columns.add(new Column(Integer.toString(year), 8, true)));
        columns.add(new Column(words.text("document.comparison"), 10, true));
        columns.add(new Column(words.text("document.light"), 14, false));
        List<List<Text>> rows = values.stream()
                .map(value -> row(value, years.getOrDefault(value.indicator().id(), List.of()), axis, words))
                .toList();
        return new Table(caption, columns, rows, List.of());
    }

    private static List<Text> row(SnapshotValue value, List<Point> points, List<Integer> axis, Words words) {
        List<Text> cells = new ArrayList<>();
        String title = title(value, words);
        Integer year = value.year();
        cells.add(Text.of(
                year == null || axis.contains(year)
                        ? title
                        : words.text("document.indicator.older", title, words.number(value.value()), year.toString())));
        for (int column : axis) {
            cells.add(Text.of(points.stream()
                    .filter(point -> point.year() == column)
                    .findFirst()
                    .map(point -> words.number(point.value()))
                    .orElse(Words.NOTHING)));
        }
        cells.add(Text.of(comparison(value, words)));
        cells.add(Text.of(words.text("document.light." + value.light())));
        return cells;
    }

    /** Says what it is where it is not what the section says of all. */
    private static String comparison(SnapshotValue value, Words words) {
        String number = words.number(value.comparison());
        return value.comparison() == null || value.basis().rule().reference() == LightRule.Reference.COUNTY_MEDIAN
                ? number
                : number + " (" + words.text(reference(value)) + ")";
    }

    private static String reference(SnapshotValue value) {
        return "light.reference." + value.basis().rule().reference();
    }

    /** With the unit, where the title does not tell it. */
    private static String title(SnapshotValue value, Words words) {
        String title = value.indicator().title(words.language());
        String unit = value.indicator().unit(words.language());
        return title.contains(unit) ? title : title + ", " + unit;
    }

    private static Chart chart(SnapshotValue value, List<Point> points, String municipality, Words words) {
        TreeMap<Integer, BigDecimal> own = new TreeMap<>();
        TreeMap<Integer, BigDecimal> compared = new TreeMap<>();
        for (Point point : points) {
            own.put(point.year(), point.value());
            if (point.comparison() != null) {
                compared.put(point.year(), point.comparison());
            }
        }
        List<Chart.Line> lines = new ArrayList<>(List.of(new Chart.Line(municipality, own)));
        if (!compared.isEmpty()) {
            lines.add(new Chart.Line(words.text(reference(value)), compared));
        }
        String unit = value.indicator().unit(words.language());
        String description = words.text(
                "document.chart.description",
                municipality,
                own.firstKey().toString(),
                words.number(own.firstEntry().getValue()),
                own.lastKey().toString(),
                words.number(own.lastEntry().getValue()),
                unit);
        return new Chart(
                Text.of(value.indicator().title(words.language())), unit, description, words.language(), lines);
    }
}
