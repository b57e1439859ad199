package fi.hytekello.document;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.document.Block.Charts;
import fi.hytekello.document.Block.Figure;
import fi.hytekello.document.Block.Note;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.indicator.Citation;
import fi.hytekello.indicator.Citations;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.LightRule;
import fi.hytekello.indicator.Reading;
import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.indicator.Trends;
import fi.hytekello.indicator.Trends.Point;
import fi.hytekello.indicator.ValueSource;
import fi.hytekello.municipality.DepartmentCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The state of wellbeing in figures: indicators year by year, charts, what people said of them (domain chapter 3). */
@Component
class IndicatorSections {

    private static final int YEARS = 6;

    private final Indicators indicators;
    private final Trends trends;
    private final TrendFigures figures;
    private final IndicatorComments comments;
    private final Citations citations;

    IndicatorSections(
            Indicators indicators,
            Trends trends,
            TrendFigures figures,
            IndicatorComments comments,
            Citations citations) {
        this.indicators = indicators;
        this.trends = trends;
        this.figures = figures;
        this.comments = comments;
        this.citations = citations;
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
        List<Figure> drawn = figures.of(cycle, values, years, municipality, words);
        if (!drawn.isEmpty()) {
            sections.add(new Section(
                    2,
                    Text.of(words.text("document.indicators.charts")),
                    List.of(
                            new Block.Paragraph(Text.of(words.text("document.indicators.charts.lead"))),
                            new Charts(drawn))));
        }
        sections.addAll(comments.of(cycle, values, words));
        return sections;
    }

    private Section byYear(
            List<SnapshotValue> values,
            Map<Integer, List<Point>> years,
            Map<DepartmentCode, String> departments,
            Words words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Text.of(words.text("document.indicators.lead"))));
        departments.forEach((code, name) -> {
            List<SnapshotValue> own = values.stream()
                    .filter(value -> value.indicator().department().equals(code))
                    .toList();
            if (!own.isEmpty()) {
                blocks.add(table(own, years, words.text("document.indicators.caption", name), words));
                blocks.add(new Note(Text.of(citations.text(citation(own, years), words.language()))));
            }
        });
        return new Section(2, Text.of(words.text("document.indicators")), blocks);
    }

    private static Citation citation(List<SnapshotValue> values, Map<Integer, List<Point>> years) {
        List<Reading> shown = values.stream()
                .flatMap(value -> years.getOrDefault(value.indicator().id(), List.of()).stream())
                .map(Point::reading)
                .toList();
        return Citation.of(
                values.stream().map(SnapshotValue::indicator).toList(),
                shown,
                values.stream().anyMatch(value -> value.comparison() != null));
    }

    private static Table table(
            List<SnapshotValue> values, Map<Integer, List<Point>> years, String caption, Words words) {
        List<Integer> axis = axis(values, years);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.text("document.indicator"), 100 - 8 * axis.size() - 26, false));
        axis.forEach(year -> columns.add(new Column(Integer.toString(year), 8, true)));
        columns.add(new Column(words.text("document.comparison"), 12, true));
        columns.add(new Column(words.text("document.light"), 14, false));
        List<List<Text>> rows = values.stream()
                .map(value -> row(value, years.getOrDefault(value.indicator().id(), List.of()), axis, words))
                .toList();
        return new Table(caption, columns, rows, List.of());
    }

    /** The newest years of which something is known: one new value must not empty the columns of all others. */
    private static List<Integer> axis(List<SnapshotValue> values, Map<Integer, List<Point>> years) {
        List<Integer> known = values.stream()
                .flatMap(value -> years.getOrDefault(value.indicator().id(), List.of()).stream())
                .map(Point::year)
                .distinct()
                .sorted()
                .toList();
        return known.subList(Math.max(0, known.size() - YEARS), known.size());
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
                    .map(point -> point.value() == null
                            ? words.text("indicator.state.SUPPRESSED")
                            : words.number(point.value()))
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
                : number + " ("
                        + words.text("light.reference." + value.basis().rule().reference()) + ")";
    }

    /** With the unit, where the title does not tell it, and the number by which the source is cited. */
    private static String title(SnapshotValue value, Words words) {
        String title = value.indicator().title(words.language());
        String unit = value.indicator().unit(words.language());
        return words.text(
                value.basis().source() == ValueSource.BY_HAND
                        ? "document.indicator.typed"
                        : "document.indicator.numbered",
                title.contains(unit) ? title : title + ", " + unit,
                Integer.toString(value.indicator().id()));
    }
}
