package fi.hytekello.document;

import fi.hytekello.calendar.Finland;
import fi.hytekello.document.Block.Charts;
import fi.hytekello.document.Block.Figure;
import fi.hytekello.document.Block.Note;
import fi.hytekello.document.Block.Paragraph;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.document.Document.Fact;
import fi.hytekello.indicator.Citation;
import fi.hytekello.indicator.Citations;
import fi.hytekello.indicator.FigureTable;
import fi.hytekello.indicator.Indicator;
import fi.hytekello.indicator.IndicatorCharts;
import fi.hytekello.indicator.IndicatorProfile;
import fi.hytekello.indicator.IndicatorTables;
import fi.hytekello.indicator.IndicatorWords;
import fi.hytekello.indicator.Track;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.platform.Dates;
import fi.hytekello.platform.chart.Chart;
import fi.hytekello.platform.chart.LineChart;
import fi.hytekello.platform.chart.Numbers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

/** One indicator of a municipality as a document: the pictures and tables of its page, to be printed and sent. */
@Service
public class IndicatorSheets {

    private final IndicatorCharts charts;
    private final IndicatorTables tables;
    private final IndicatorWords words;
    private final Citations citations;
    private final Municipalities municipalities;
    private final Dates dates;
    private final Clock clock;

    IndicatorSheets(
            IndicatorCharts charts,
            IndicatorTables tables,
            IndicatorWords words,
            Citations citations,
            Municipalities municipalities,
            Dates dates,
            Clock clock) {
        this.charts = charts;
        this.tables = tables;
        this.words = words;
        this.citations = citations;
        this.municipalities = municipalities;
        this.dates = dates;
        this.clock = clock;
    }

    public Document of(IndicatorProfile profile, Locale language) {
        return new Document(
                language,
                municipalities.get(profile.municipality()).name(language),
                profile.indicator().title(language),
                null,
                words.text("document.contents", language),
                facts(profile, language),
                sections(profile, language));
    }

    private List<Fact> facts(IndicatorProfile profile, Locale language) {
        Numbers numbers = charts.numbers(profile, language);
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(
                "document.sheet.now",
                profile.newest()
                        .map(newest ->
                                words.withUnit(Objects.requireNonNull(newest.value()), profile.indicator(), numbers)
                                        + ", " + words.age(newest.year(), language))
                        .orElseGet(() -> words.text("indicator.noOwnValue", language)),
                language));
        if (profile.target() != null) {
            facts.add(fact(
                    "indicator.target.label",
                    words.targetValue(profile.target(), profile.indicator(), numbers),
                    language));
        }
        facts.add(fact(
                "indicator.reading",
                words.text("indicator.direction." + profile.indicator().direction(), language),
                language));
        facts.add(fact("document.fact.date", dates.date(LocalDate.ofInstant(clock.instant(), Finland.ZONE)), language));
        return facts;
    }

    private Fact fact(String label, String value, Locale language) {
        return new Fact(words.text(label, language), Text.of(value));
    }

    private List<Section> sections(IndicatorProfile profile, Locale language) {
        List<Section> sections = new ArrayList<>();
        charts.trend(profile, language)
                .ifPresent(chart -> sections.add(section(
                        words.text("indicator.trend", language),
                        List.of(wide(chart)),
                        tables.trend(profile, language),
                        cite(profile, profile.regions(), language))));
        charts.comparison(profile, language)
                .ifPresent(chart -> sections.add(section(
                        words.text(
                                "indicator.comparison.heading",
                                language,
                                profile.comparedYear().orElseThrow().toString()),
                        List.of(wide(chart)),
                        tables.comparison(profile, language).orElseThrow(),
                        citations.text(profile.comparisonCitation(), language))));
        sections.add(multiples(
                words.text("indicator.genders", language),
                charts.genders(profile, language),
                tables.genders(profile, language),
                cite(profile, profile.genders(), language),
                words.text("indicator.genders.none", language)));
        if (profile.phenomenon() != null && !profile.groups().isEmpty()) {
            sections.add(multiples(
                    words.text(
                            "indicator.groups",
                            language,
                            StringUtils.uncapitalize(profile.phenomenon().title(language))),
                    charts.groups(profile, language),
                    tables.groups(profile, language),
                    citations.text(profile.groupsCitation(), language),
                    ""));
        }
        return sections;
    }

    private static Section multiples(
            String heading, List<LineChart> multiples, FigureTable table, String source, String none) {
        if (multiples.isEmpty()) {
            return Section.of(1, heading, new Paragraph(Text.of(none)));
        }
        return section(
                heading,
                multiples.stream()
                        .map(chart -> new Figure(Text.of(chart.title()), chart, Chart.Size.SMALL, ""))
                        .toList(),
                table,
                source);
    }

    private static Section section(String heading, List<Figure> figures, FigureTable table, String source) {
        return Section.of(1, heading, new Charts(figures), table(table), new Note(Text.of(source)));
    }

    private static Figure wide(Chart chart) {
        return new Figure(Text.of(chart.title()), chart, Chart.Size.WIDE, "");
    }

    private static Table table(FigureTable table) {
        int others = table.heads().size() - 1;
        int percent = others > 3 ? 60 / others : 22;
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(table.heads().get(0), 100 - others * percent, false));
        table.heads().stream().skip(1).forEach(head -> columns.add(new Column(head, percent, true)));
        return new Table(
                table.caption(),
                columns,
                table.rows().stream()
                        .map(row -> row.stream().map(Text::of).toList())
                        .toList(),
                List.of());
    }

    private String cite(IndicatorProfile profile, List<Track> others, Locale language) {
        Indicator indicator = profile.indicator();
        return citations.text(
                Citation.of(
                        indicator,
                        Stream.concat(Stream.of(profile.own()), others.stream()).toList()),
                language);
    }
}
