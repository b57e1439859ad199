package fi.hytekello.indicator.web;

import fi.hytekello.indicator.Citation;
import fi.hytekello.indicator.Citations;
import fi.hytekello.indicator.Indicator;
import fi.hytekello.indicator.IndicatorCharts;
import fi.hytekello.indicator.IndicatorProfile;
import fi.hytekello.indicator.IndicatorProfiles;
import fi.hytekello.indicator.IndicatorWords;
import fi.hytekello.indicator.Reading;
import fi.hytekello.indicator.Track;
import fi.hytekello.indicator.ValueStatus;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.web.Export;
import fi.hytekello.platform.web.Exports;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Every figure that the page of one indicator shows, one to a line. */
@Controller
class IndicatorFile {

    private final IndicatorProfiles profiles;
    private final IndicatorCharts charts;
    private final IndicatorWords words;
    private final Citations citations;
    private final Exports exports;

    IndicatorFile(
            IndicatorProfiles profiles,
            IndicatorCharts charts,
            IndicatorWords words,
            Citations citations,
            Exports exports) {
        this.profiles = profiles;
        this.charts = charts;
        this.words = words;
        this.citations = citations;
        this.exports = exports;
    }

    @GetMapping("/municipalities/{municipality}/indicators/{id:[0-9]{1,9}}.{format:xlsx|csv}")
    ResponseEntity<byte[]> file(
            @PathVariable MunicipalityCode municipality,
            @PathVariable int id,
            @PathVariable String format,
            Person person,
            Locale locale) {
        Members.require(person, municipality);
        IndicatorProfile profile = profiles.of(municipality, id, person.username());
        Export export = exports.of(municipality, "indicator.one.file", locale)
                .text("indicator.title", 50)
                .whole("indicator.number")
                .text("indicator.place", 34)
                .whole("field.year")
                .number("indicator.value")
                .text("indicator.unit", 14)
                .text("indicator.state", 26)
                .number("indicator.absolute")
                .text("indicator.sourceHeader", 80);
        int decimals = charts.numbers(profile, locale).decimals();
        Stream.concat(Stream.of(profile.own()), profile.compared().stream())
                .forEach(track -> lines(export, profile.indicator(), track, decimals));
        profile.genders().forEach(track -> lines(export, profile.indicator(), track, decimals));
        for (int i = 0; i < profile.groups().size(); i++) {
            lines(export, profile.relative(i), profile.groups().get(i), decimals);
        }
        return export.as(format);
    }

    private void lines(Export export, Indicator indicator, Track track, int decimals) {
        Locale locale = export.locale();
        for (Reading reading : track.readings().values()) {
            export.line(
                    indicator.title(locale),
                    indicator.id(),
                    words.name(track, locale),
                    reading.year(),
                    value(reading, track, decimals),
                    indicator.unit(locale),
                    reading.status() == ValueStatus.OK
                            ? null
                            : words.text("indicator.state." + reading.status() + ".short", locale),
                    reading.absolute(),
                    citations.text(
                            Citation.of(
                                    List.of(indicator),
                                    List.of(reading),
                                    track.kind().isMedian()),
                            locale));
        }
    }

    /** A value as the source gave it; a median as exact as its values. */
    private static @Nullable BigDecimal value(Reading reading, Track track, int decimals) {
        BigDecimal value = reading.value();
        return value == null || !track.kind().isMedian() ? value : value.setScale(decimals, RoundingMode.HALF_UP);
    }
}
