package fi.hytekello.document;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.document.Block.Figure;
import fi.hytekello.indicator.Citation;
import fi.hytekello.indicator.Citations;
import fi.hytekello.indicator.Indicator;
import fi.hytekello.indicator.IndicatorCharts;
import fi.hytekello.indicator.Reading;
import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.indicator.Track;
import fi.hytekello.indicator.TrendTarget;
import fi.hytekello.indicator.TrendTargets;
import fi.hytekello.indicator.Trends.Point;
import fi.hytekello.municipality.Counties;
import fi.hytekello.municipality.County;
import fi.hytekello.municipality.MunicipalityCode;
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

    private final Cycles cycles;
    private final Counties counties;
    private final TrendTargets targets;
    private final IndicatorCharts charts;
    private final Citations citations;

    TrendFigures(Cycles cycles, Counties counties, TrendTargets targets, IndicatorCharts charts, Citations citations) {
        this.cycles = cycles;
        this.counties = counties;
        this.targets = targets;
        this.charts = charts;
        this.citations = citations;
    }

    /** Of those that have values of at least three years, in the order of the values. */
    List<Figure> of(
            CycleId cycle, List<SnapshotValue> values, Map<Integer, List<Point>> years, String name, Words words) {
        MunicipalityCode municipality = cycles.get(cycle).municipality();
        Optional<County> county = counties.of(municipality);
        Map<Integer, TrendTarget> wanted = targets.of(municipality);
        return values.stream()
                .map(SnapshotValue::indicator)
                .flatMap(indicator -> {
                    List<Point> points = years.getOrDefault(indicator.id(), List.of());
                    return points.stream()
                                            .filter(point -> point.value() != null)
                                            .count()
                                    < FEWEST_POINTS
                            ? Optional.<Figure>empty().stream()
                            : figure(indicator, tracks(points, name, county), wanted.get(indicator.id()), words)
                                    .stream();
                })
                .toList();
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

    private static List<Track> tracks(List<Point> points, String name, Optional<County> county) {
        List<Track> tracks = new ArrayList<>();
        tracks.add(track(Track.Kind.OWN, name, name, points));
        county.map(one -> track(
                        Track.Kind.COUNTY_MEDIAN,
                        one.nameFi(),
                        one.nameSv(),
                        points.stream()
                                .filter(point -> point.comparison() != null)
                                .map(point ->
                                        new Point(point.year(), Objects.requireNonNull(point.comparison()), null, null))
                                .toList()))
                .filter(Track::hasValues)
                .ifPresent(tracks::add);
        return tracks;
    }

    private static Track track(Track.Kind kind, String nameFi, String nameSv, List<Point> points) {
        TreeMap<Integer, Reading> readings = new TreeMap<>();
        points.forEach(point -> readings.put(point.year(), point.reading()));
        return new Track(kind, nameFi, nameSv, readings);
    }
}
