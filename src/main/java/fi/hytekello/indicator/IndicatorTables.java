package fi.hytekello.indicator;

import fi.hytekello.platform.chart.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables beside the pictures of an indicator: every figure of the picture, and why there is none. */
@Component
public class IndicatorTables {

    private static final String NOTHING = "–";

    private final IndicatorWords words;
    private final IndicatorCharts charts;

    IndicatorTables(IndicatorWords words, IndicatorCharts charts) {
        this.words = words;
        this.charts = charts;
    }

    public FigureTable trend(IndicatorProfile profile, Locale locale) {
        return byYear(
                words.text(
                        "indicator.trend.caption", locale, profile.indicator().unit(locale)),
                Stream.concat(Stream.of(profile.own()), profile.regions().stream())
                        .toList(),
                charts.numbers(profile, locale));
    }

    /** Women and men beside all. */
    public FigureTable genders(IndicatorProfile profile, Locale locale) {
        List<Track> tracks = new ArrayList<>();
        tracks.add(new Track(Track.Kind.GROUP, "total", "total", profile.own().readings()));
        tracks.addAll(profile.genders());
        return byYear(
                words.text(
                        "indicator.genders.caption", locale, profile.indicator().unit(locale)),
                tracks,
                charts.numbers(profile, locale));
    }

    public FigureTable groups(IndicatorProfile profile, Locale locale) {
        return byYear(
                words.text(
                        "indicator.groups.caption", locale, profile.indicator().unit(locale)),
                profile.groups(),
                charts.numbers(profile, locale));
    }

    /** The places in the order of their bars; empty without an own value. */
    public Optional<FigureTable> comparison(IndicatorProfile profile, Locale locale) {
        return profile.comparedYear().map(year -> {
            Numbers numbers = charts.numbers(profile, locale);
            List<List<String>> rows = charts.ranked(profile, year).stream()
                    .map(track -> List.of(
                            words.name(track, locale),
                            cell(track.readings().get(year), numbers),
                            difference(track, profile.own(), year, numbers),
                            newest(track, year, numbers)))
                    .toList();
            return new FigureTable(
                    words.text(
                            "indicator.comparison.caption",
                            locale,
                            profile.indicator().unit(locale),
                            year.toString()),
                    List.of(
                            words.text("indicator.place", locale),
                            year.toString(),
                            words.text("indicator.differenceTo", locale, words.name(profile.own(), locale)),
                            words.text("indicator.otherNewest", locale)),
                    rows);
        });
    }

    private FigureTable byYear(String caption, List<Track> tracks, Numbers numbers) {
        TreeSet<Integer> years = new TreeSet<>(Collections.reverseOrder());
        tracks.forEach(track -> years.addAll(track.readings().keySet()));
        List<String> heads = new ArrayList<>();
        heads.add(words.text("field.year", numbers.locale()));
        tracks.forEach(track -> heads.add(words.name(track, numbers.locale())));
        List<List<String>> rows = years.stream()
                .map(year -> Stream.concat(
                                Stream.of(year.toString()),
                                tracks.stream()
                                        .map(track -> cell(track.readings().get(year), numbers)))
                        .toList())
                .toList();
        return new FigureTable(caption, heads, rows);
    }

    private String cell(@Nullable Reading reading, Numbers numbers) {
        return reading == null ? NOTHING : words.cell(reading, numbers);
    }

    /** Between the figures as they are shown, so that everybody can check it. */
    private static String difference(Track track, Track own, int year, Numbers numbers) {
        BigDecimal value = track.values().get(year);
        BigDecimal ours = own.values().get(year);
        if (value == null || ours == null || track.kind() == Track.Kind.OWN) {
            return NOTHING;
        }
        BigDecimal difference = shown(value, numbers).subtract(shown(ours, numbers));
        return (difference.signum() > 0 ? "+" : "") + numbers.format(difference);
    }

    private static BigDecimal shown(BigDecimal value, Numbers numbers) {
        return value.setScale(numbers.decimals(), RoundingMode.HALF_UP);
    }

    /** Where the newest value is of another year. */
    private String newest(Track track, int year, Numbers numbers) {
        return track.newest()
                .filter(reading -> reading.year() != year)
                .map(reading -> words.text(
                        "indicator.valueOfYear",
                        numbers.locale(),
                        words.cell(reading, numbers),
                        Integer.toString(reading.year())))
                .orElse(NOTHING);
    }
}
