package fi.hytekello.indicator;

import fi.hytekello.platform.chart.BarChart;
import fi.hytekello.platform.chart.BarChart.Bar;
import fi.hytekello.platform.chart.BarChart.BarStyle;
import fi.hytekello.platform.chart.LineChart;
import fi.hytekello.platform.chart.LineChart.Level;
import fi.hytekello.platform.chart.LineChart.Line;
import fi.hytekello.platform.chart.LineStyle;
import fi.hytekello.platform.chart.Numbers;
import fi.hytekello.platform.chart.Sparkline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes pictures of indicators: the same ones for pages, PDF and Word files. */
@Component("indicatorCharts")
public class IndicatorCharts {

    private final IndicatorWords words;

    IndicatorCharts(IndicatorWords words) {
        this.words = words;
    }

    /** As exact as the source's own values are. */
    public Numbers numbers(IndicatorProfile profile, Locale locale) {
        return numbers(
                Stream.of(List.of(profile.own()), profile.compared(), profile.genders(), profile.groups())
                        .flatMap(List::stream)
                        .toList(),
                locale);
    }

    /** As exact as the values of these that the source gave: a median may have more decimals than its values. */
    public Numbers numbers(List<Track> tracks, Locale locale) {
        return Numbers.of(
                locale,
                tracks.stream()
                        .filter(track -> !track.kind().isMedian())
                        .flatMap(track -> track.values().values().stream())
                        .toList());
    }

    /** The municipality's trend with county, country and target; empty without an own value. */
    public Optional<LineChart> trend(IndicatorProfile profile, Locale locale) {
        return trend(
                profile.indicator(),
                Stream.concat(Stream.of(profile.own()), profile.regions().stream())
                        .toList(),
                profile.target(),
                numbers(profile, locale));
    }

    /** @param tracks the municipality's own first; empty unless that has a value */
    public Optional<LineChart> trend(
            Indicator indicator, List<Track> tracks, @Nullable TrendTarget target, Numbers numbers) {
        Locale locale = numbers.locale();
        if (!tracks.get(0).hasValues()) {
            return Optional.empty();
        }
        List<Track> drawn = tracks.stream().filter(Track::hasValues).toList();
        String description = drawn.stream()
                .map(track -> words.described(track, indicator, numbers))
                .collect(Collectors.joining(" "));
        return Optional.of(new LineChart(
                indicator.title(locale),
                target == null ? description : description + " " + words.target(target, numbers) + ".",
                indicator.unit(locale),
                numbers,
                drawn.stream().map(track -> line(track, locale)).toList(),
                target == null ? null : new Level(words.target(target, numbers), target.value()),
                words.text("indicator.chart.suppressed", locale)));
    }

    /** The trend as small as a word; empty without an own value. */
    public Optional<Sparkline> spark(OverviewRow row, Locale locale) {
        if (!row.own().hasValues()) {
            return Optional.empty();
        }
        Numbers numbers = numbers(List.of(row.own()), locale);
        return Optional.of(new Sparkline(
                row.indicator().title(locale),
                words.described(row.own(), row.indicator(), numbers),
                line(row.own(), locale)));
    }

    /** All places in the year of the newest own value, the highest first; empty without an own value. */
    public Optional<BarChart> comparison(IndicatorProfile profile, Locale locale) {
        return profile.comparedYear().map(year -> {
            Numbers numbers = numbers(profile, locale);
            List<Bar> bars = ranked(profile, year).stream()
                    .map(track -> bar(track, year, numbers))
                    .toList();
            return new BarChart(
                    profile.indicator().title(locale) + ", " + year,
                    bars.stream()
                            .map(bar -> bar.name() + " "
                                    + (bar.value() == null ? bar.without() : numbers.format(bar.value())))
                            .collect(Collectors.joining("; ", "", ".")),
                    profile.indicator().unit(locale),
                    numbers,
                    bars);
        });
    }

    /** The compared places with the municipality itself, the highest value first, those without one last. */
    public List<Track> ranked(IndicatorProfile profile, int year) {
        return Stream.concat(Stream.of(profile.own()), profile.compared().stream())
                .sorted(Comparator.comparing(
                        (Track track) -> track.values().get(year), Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    /** All people, women and men with the same axes; empty where the source does not tell them apart. */
    public List<LineChart> genders(IndicatorProfile profile, Locale locale) {
        if (profile.genders().isEmpty()) {
            return List.of();
        }
        Track all = profile.own();
        List<Track> tracks = new ArrayList<>();
        tracks.add(new Track(Track.Kind.GROUP, "total", "total", all.readings()));
        tracks.addAll(profile.genders());
        return alike(profile, tracks, locale);
    }

    /** One for each part of the people of whom something is known, with the same axes. */
    public List<LineChart> groups(IndicatorProfile profile, Locale locale) {
        return alike(profile, profile.groups(), locale);
    }

    private List<LineChart> alike(IndicatorProfile profile, List<Track> tracks, Locale locale) {
        Numbers numbers = numbers(profile, locale);
        List<LineChart> charts = tracks.stream()
                .filter(Track::hasValues)
                .map(track -> new LineChart(
                        words.name(track, locale),
                        words.described(track, profile.indicator(), numbers),
                        profile.indicator().unit(locale),
                        numbers,
                        List.of(line(track, locale)),
                        null,
                        words.text("indicator.chart.suppressed", locale)))
                .toList();
        return charts.isEmpty()
                ? List.of()
                : charts.stream()
                        .map(chart -> chart.within(LineChart.Frame.around(charts)))
                        .toList();
    }

    private Bar bar(Track track, int year, Numbers numbers) {
        Reading reading = track.readings().get(year);
        BarStyle style = track.kind() == Track.Kind.OWN
                ? BarStyle.OWN
                : track.kind().isRegion() ? BarStyle.REGION : BarStyle.OTHER;
        return new Bar(
                words.name(track, numbers.locale()),
                style,
                reading == null ? null : reading.value(),
                reading == null
                        ? words.text("indicator.chart.noValue", numbers.locale(), Integer.toString(year))
                        : words.cell(reading, numbers));
    }

    private Line line(Track track, Locale locale) {
        LineStyle style = switch (track.kind()) {
            case COUNTY, COUNTY_MEDIAN, CHOSEN_MEDIAN -> LineStyle.REGION;
            case COUNTRY, COUNTRY_MEDIAN -> LineStyle.COUNTRY;
            default -> LineStyle.OWN;
        };
        return new Line(words.name(track, locale), style, track.values(), track.suppressed());
    }
}
