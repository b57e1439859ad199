package fi.hytekello.indicator.web;

import fi.hytekello.indicator.Citation;
import fi.hytekello.indicator.Citations;
import fi.hytekello.indicator.IndicatorCharts;
import fi.hytekello.indicator.IndicatorWords;
import fi.hytekello.indicator.OverviewRow;
import fi.hytekello.indicator.OverviewRow.Compared;
import fi.hytekello.indicator.Reading;
import fi.hytekello.platform.chart.Numbers;
import fi.hytekello.platform.chart.Sparkline;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the rows of the list into words, theme by theme. */
@Component
class OverviewThemes {

    /** From what a municipality is to what it does; a theme that is not here comes last. */
    private static final List<String> ORDER = List.of(
            "POPULATION",
            "ECONOMY",
            "LIVELIHOOD",
            "WORK",
            "HOUSING",
            "LEARNING",
            "CHILDREN",
            "HEALTH",
            "EXERCISE",
            "OLDER_PEOPLE",
            "PARTICIPATION",
            "SAFETY",
            "MANAGEMENT");

    private final IndicatorWords words;
    private final IndicatorCharts charts;
    private final Citations citations;

    OverviewThemes(IndicatorWords words, IndicatorCharts charts, Citations citations) {
        this.words = words;
        this.charts = charts;
        this.citations = citations;
    }

    /**
     * @param lines those with a value, by title
     * @param without those without one, by title
     * @param citation of the lines
     */
    record Theme(String code, String name, List<OverviewLine> lines, List<OverviewLine> without, String citation) {}

    List<Theme> of(List<OverviewRow> rows, Locale locale) {
        Map<String, List<OverviewRow>> byTheme = new TreeMap<>(byOrder());
        rows.forEach(row -> byTheme.computeIfAbsent(row.indicator().theme(), theme -> new ArrayList<>())
                .add(row));
        return byTheme.entrySet().stream()
                .map(theme -> theme(theme.getKey(), theme.getValue(), locale))
                .toList();
    }

    /** Themes as codes, in the order in which they are shown. */
    static Comparator<String> byOrder() {
        return Comparator.comparingInt((String code) -> ORDER.contains(code) ? ORDER.indexOf(code) : ORDER.size())
                .thenComparing(Function.identity());
    }

    private Theme theme(String code, List<OverviewRow> rows, Locale locale) {
        Map<Boolean, List<OverviewRow>> known = rows.stream()
                .sorted(Comparator.comparing(row -> row.indicator().title(locale), Collator.getInstance(locale)))
                .collect(Collectors.partitioningBy(row -> row.own().hasValues()));
        List<OverviewRow> shown = known.getOrDefault(true, List.of());
        return new Theme(
                code,
                words.theme(code, locale),
                shown.stream().map(row -> line(row, locale)).toList(),
                known.getOrDefault(false, List.of()).stream()
                        .map(row -> line(row, locale))
                        .toList(),
                shown.isEmpty() ? "" : citations.text(citation(shown), locale));
    }

    private static Citation citation(List<OverviewRow> rows) {
        return Citation.of(
                rows.stream().map(OverviewRow::indicator).toList(),
                rows.stream()
                        .flatMap(row -> row.own().readings().values().stream())
                        .toList(),
                rows.stream().anyMatch(row -> isMedian(row.county()) || isMedian(row.country())));
    }

    private OverviewLine line(OverviewRow row, Locale locale) {
        Numbers numbers = new Numbers(locale, row.decimals());
        Reading newest = row.newest().orElse(null);
        Integer sourceYear = row.sourceYear();
        return new OverviewLine(
                row.indicator(),
                row.indicator().title(locale),
                newest == null || newest.value() == null
                        ? null
                        : words.withUnit(newest.value(), row.indicator(), numbers),
                newest == null ? null : words.age(newest.year(), locale),
                newest != null && words.isOld(newest.year()),
                newest == null || sourceYear == null || sourceYear <= newest.year()
                        ? null
                        : words.text("indicator.newerElsewhere", locale, sourceYear.toString()),
                charts.spark(row, locale)
                        .map(spark -> draw(spark, row.indicator().id()))
                        .orElse(null),
                compared(row.county(), row, numbers),
                isMedian(row.county()),
                compared(row.country(), row, numbers),
                isMedian(row.country()));
    }

    private static String draw(Sparkline spark, int indicator) {
        return spark.draw("spark-" + indicator).svg();
    }

    private @Nullable String compared(@Nullable Compared region, OverviewRow row, Numbers numbers) {
        return region == null ? null : words.withUnit(region.value(), row.indicator(), numbers);
    }

    private static boolean isMedian(@Nullable Compared region) {
        return region != null && region.median();
    }
}
