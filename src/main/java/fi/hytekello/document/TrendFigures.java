package fi.hytekello.document;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.document.Block.Figure;
import fi.hytekello.indicator.Citation;
import fi.hytekello.indicator.Citations;
import fi.hytekello.indicator.Indicator;
import fi.hytekello.indicator.IndicatorCharts;
import fi.hytekello.indicator.LightRule;
import fi.hytekello.indicator.Reading;
import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.indicator.Track;
import fi.hytekello.indicator.TrendTarget;
import fi.hytekello.indicator.Trends.Point;
import fi.hytekello.municipality.Counties;
import fi.hytekello.municipality.County;
import fi.hytekello.platform.chart.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trends of a cycle's indicators as small pictures. */
@Component
class TrendFigures {

    private static final int FEWEST_POINTS = 3;
    private static final String COUNTRY_FI = "Koko maa";
    private static final String COUNTRY_SV = "Hela landet";

    private final Cycles cycles;
    private final Counties counties;
    private final IndicatorCharts charts;
    private final Citations citations;

    TrendFigures(Cycles cycles, Counties counties, IndicatorCharts charts, Citations citations) {
        this.cycles = cycles;
        this.counties = counties;
        this.charts = charts;
        this.citations = citations;
    }

    /** Of those that have values of at least three years, in the order of the values. */
    List<Figure> of(
            CycleId cycle, List<SnapshotValue> values, Map<Integer, List<Point>> years, String name, Words words) {
        Optional<County> county = counties.of(cycles.get(cycle).municipality());
        return values.stream()
                .filter(value -> known(value, years) >= FEWEST_POINTS)
                .flatMap(value -> figure(
                        value.indicator(),
                        tracks(value, years.getOrDefault(value.indicator().id(), List.of()), name, county),
                        target(value.basis().rule()),
                        words)
                        .stream())
                .toList();
    }

    private static long known(SnapshotValue value, Map<Integer, List<Point>> years) {
        return years.getOrDefault(value.indicator().id(), List.of()).stream()
                .filter(point -> point.value() != null)
                .count();
    }

    private static @Nullable TrendTarget target(LightRule rule) {
        return rule.target() == null ? null : new TrendTarget(rule.target(), rule.targetYear());
    }

    private Optional<Figure> figure(
            Indicator indicator, List<Track> tracks, @Nullable TrendTarget target, Words words) {
        return charts.trend(indicator, tracks, target, charts.numbers(tracks, words.language()))
                .map(chart -> new Figure(
                        Text.of(indicator.title(words.language())),
                        chart,
                        Chart.Size.SMALL,
                        citations.text(Citation.of(indicator, tracks), words.language())));
    }

    private static List<Track> tracks(SnapshotValue value, List<Point> points, String name, Optional<County> county) {
        List<Track> tracks = new ArrayList<>();
        tracks.add(track(Track.Kind.OWN, name, name, points));
        List<Point> compared = points.stream()
                .filter(point -> point.comparison() != null)
                .map(point -> new Point(point.year(), Objects.requireNonNull(point.comparison()), null, null, false))
                .toList();
        if (!compared.isEmpty()) {
            Track.Kind kind = kind(value.basis().rule().reference());
            boolean ofCounty = kind == Track.Kind.COUNTY || kind == Track.Kind.COUNTY_MEDIAN;
            tracks.add(track(
                    kind,
                    ofCounty ? county.map(County::nameFi).orElse("") : COUNTRY_FI,
                    ofCounty ? county.map(County::nameSv).orElse("") : COUNTRY_SV,
                    compared));
        }
        return tracks;
    }

    private static Track.Kind kind(LightRule.Reference reference) {
        return switch (reference) {
            case COUNTY_MEDIAN -> Track.Kind.COUNTY_MEDIAN;
            case COUNTY_VALUE -> Track.Kind.COUNTY;
            case COUNTRY_MEDIAN -> Track.Kind.COUNTRY_MEDIAN;
            case COUNTRY_VALUE -> Track.Kind.COUNTRY;
            case CHOSEN_MEDIAN -> Track.Kind.CHOSEN_MEDIAN;
        };
    }

    private static Track track(Track.Kind kind, String nameFi, String nameSv, List<Point> points) {
        TreeMap<Integer, Reading> readings = new TreeMap<>();
        points.forEach(point -> readings.put(point.year(), point.reading()));
        return new Track(kind, nameFi, nameSv, readings);
    }
}
