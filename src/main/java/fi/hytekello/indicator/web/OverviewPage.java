package fi.hytekello.indicator.web;

import fi.hytekello.indicator.Citation;
import fi.hytekello.indicator.Citations;
import fi.hytekello.indicator.Comparisons;
import fi.hytekello.indicator.Indicator;
import fi.hytekello.indicator.IndicatorOverviews;
import fi.hytekello.indicator.IndicatorOverviews.Filter;
import fi.hytekello.indicator.IndicatorWords;
import fi.hytekello.indicator.OverviewRow;
import fi.hytekello.indicator.OverviewRow.Compared;
import fi.hytekello.indicator.Reading;
import fi.hytekello.municipality.Counties;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.web.Export;
import fi.hytekello.platform.web.Exports;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The indicators of a municipality, for everybody of it. */
@Controller
class OverviewPage {

    private final IndicatorOverviews overviews;
    private final OverviewThemes themes;
    private final Comparisons comparisons;
    private final IndicatorWords words;
    private final Citations citations;
    private final Counties counties;
    private final Exports exports;

    OverviewPage(
            IndicatorOverviews overviews,
            OverviewThemes themes,
            Comparisons comparisons,
            IndicatorWords words,
            Citations citations,
            Counties counties,
            Exports exports) {
        this.overviews = overviews;
        this.themes = themes;
        this.comparisons = comparisons;
        this.words = words;
        this.citations = citations;
        this.counties = counties;
        this.exports = exports;
    }

    @GetMapping("/municipalities/{municipality}/indicators")
    String show(
            @PathVariable MunicipalityCode municipality,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String text,
            Person person,
            Model model,
            Locale locale) {
        Members.require(person, municipality);
        Filter filter = new Filter(theme, text);
        List<OverviewRow> rows = overviews.of(municipality, filter);
        model.addAttribute("municipality", municipality);
        model.addAttribute("filter", filter);
        model.addAttribute("query", query(filter));
        model.addAttribute("themes", names(municipality, locale));
        model.addAttribute("shown", themes.of(rows, locale));
        model.addAttribute("size", rows.size());
        model.addAttribute(
                "known", rows.stream().filter(row -> row.own().hasValues()).count());
        model.addAttribute(
                "county",
                counties.of(municipality).map(county -> county.name(locale)).orElse(null));
        model.addAttribute(
                "compared",
                comparisons.inEffect(person.username(), municipality).stream()
                        .map(one -> one.name(locale))
                        .toList());
        return "forms/indicator/overview";
    }

    @GetMapping("/municipalities/{municipality}/indicators.{format:xlsx|csv}")
    ResponseEntity<byte[]> file(
            @PathVariable MunicipalityCode municipality,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String text,
            Person person,
            Locale locale) {
        Members.require(person, municipality);
        Export export = exports.of(municipality, "indicator.page.title", locale)
                .text("indicator.theme", 24)
                .text("indicator.title", 50)
                .whole("indicator.number")
                .number("indicator.value")
                .text("indicator.unit", 14)
                .whole("indicator.valueYear")
                .number("indicator.county")
                .text("indicator.county.how", 20)
                .number("indicator.country")
                .text("indicator.country.how", 20)
                .text("indicator.sourceHeader", 80);
        overviews.of(municipality, new Filter(theme, text)).forEach(row -> export.line(cells(row, locale)));
        return export.as(format);
    }

    private @Nullable Object[] cells(OverviewRow row, Locale locale) {
        Indicator indicator = row.indicator();
        Reading newest = row.newest().orElse(null);
        return new @Nullable Object[] {
            words.theme(indicator.theme(), locale),
            indicator.title(locale),
            indicator.id(),
            newest == null ? null : newest.value(),
            indicator.unit(locale),
            newest == null ? null : newest.year(),
            value(row.county(), row.decimals()),
            how(row.county(), locale),
            value(row.country(), row.decimals()),
            how(row.country(), locale),
            citations.text(Citation.of(List.of(indicator), newest == null ? List.of() : List.of(newest), false), locale)
        };
    }

    /** As exact as on the page. */
    private static @Nullable BigDecimal value(@Nullable Compared region, int decimals) {
        return region == null ? null : region.value().setScale(decimals, RoundingMode.HALF_UP);
    }

    private @Nullable String how(@Nullable Compared region, Locale locale) {
        return region == null ? null : words.text(region.median() ? "indicator.median" : "indicator.ofRegion", locale);
    }

    private Map<String, String> names(MunicipalityCode municipality, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        overviews.themes(municipality).stream()
                .sorted(OverviewThemes.byOrder())
                .forEach(code -> names.put(code, words.theme(code, locale)));
        return names;
    }

    private static String query(Filter filter) {
        return UriComponentsBuilder.newInstance()
                .queryParam("theme", filter.theme())
                .queryParam("text", filter.text())
                .encode()
                .build()
                .toUriString();
    }
}
