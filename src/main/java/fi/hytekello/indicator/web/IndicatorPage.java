package fi.hytekello.indicator.web;

import fi.hytekello.indicator.Citation;
import fi.hytekello.indicator.Citations;
import fi.hytekello.indicator.IndicatorCharts;
import fi.hytekello.indicator.IndicatorProfile;
import fi.hytekello.indicator.IndicatorProfiles;
import fi.hytekello.indicator.IndicatorTables;
import fi.hytekello.indicator.IndicatorWords;
import fi.hytekello.indicator.Reading;
import fi.hytekello.indicator.Track;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.chart.Chart;
import fi.hytekello.platform.chart.LineChart;
import fi.hytekello.platform.chart.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One indicator of a municipality in pictures and tables. */
@Controller
class IndicatorPage {

    private final IndicatorProfiles profiles;
    private final IndicatorCharts charts;
    private final IndicatorTables tables;
    private final IndicatorWords words;
    private final Citations citations;

    IndicatorPage(
            IndicatorProfiles profiles,
            IndicatorCharts charts,
            IndicatorTables tables,
            IndicatorWords words,
            Citations citations) {
        this.profiles = profiles;
        this.charts = charts;
        this.tables = tables;
        this.words = words;
        this.citations = citations;
    }

    @GetMapping("/municipalities/{municipality}/indicators/{id:[0-9]{1,9}}")
    String show(
            @PathVariable MunicipalityCode municipality,
            @PathVariable int id,
            Person person,
            Model model,
            Locale locale) {
        Members.require(person, municipality);
        IndicatorProfile profile = profiles.of(municipality, id, person.username());
        model.addAttribute("municipality", municipality);
        model.addAttribute("profile", profile);
        model.addAttribute("indicator", profile.indicator());
        addNewest(profile, model, locale);
        charts.trend(profile, locale).ifPresent(chart -> {
            model.addAttribute("trend", DrawnFigure.of(chart, "trend"));
            model.addAttribute("trendTable", tables.trend(profile, locale));
            model.addAttribute("trendSource", cite(profile, profile.regions(), locale));
        });
        charts.comparison(profile, locale).ifPresent(chart -> {
            model.addAttribute("comparison", DrawnFigure.of(chart, "comparison"));
            model.addAttribute(
                    "comparisonTable", tables.comparison(profile, locale).orElseThrow());
            model.addAttribute("comparisonSource", citations.text(profile.comparisonCitation(), locale));
        });
        addMultiples(profile, model, locale);
        return "forms/indicator/indicator";
    }

    private void addNewest(IndicatorProfile profile, Model model, Locale locale) {
        Numbers numbers = charts.numbers(profile, locale);
        profile.newest().ifPresent(newest -> {
            model.addAttribute("newest", newest);
            model.addAttribute(
                    "value", words.withUnit(Objects.requireNonNull(newest.value()), profile.indicator(), numbers));
            model.addAttribute("age", words.age(newest.year(), locale));
            model.addAttribute("old", words.isOld(newest.year()));
        });
        if (profile.target() != null) {
            model.addAttribute("target", words.targetValue(profile.target(), profile.indicator(), numbers));
        }
        int known = profile.newest().map(Reading::year).orElse(Integer.MIN_VALUE);
        if (profile.sourceYear() != null && profile.sourceYear() > known) {
            model.addAttribute("newer", profile.sourceYear());
        }
    }

    private void addMultiples(IndicatorProfile profile, Model model, Locale locale) {
        model.addAttribute("genders", small(charts.genders(profile, locale), "gender"));
        model.addAttribute("gendersTable", tables.genders(profile, locale));
        model.addAttribute("gendersSource", cite(profile, profile.genders(), locale));
        model.addAttribute("groups", small(charts.groups(profile, locale), "group"));
        model.addAttribute("groupsTable", tables.groups(profile, locale));
        model.addAttribute("groupsSource", citations.text(profile.groupsCitation(), locale));
    }

    private String cite(IndicatorProfile profile, List<Track> others, Locale locale) {
        return citations.text(
                Citation.of(
                        profile.indicator(),
                        Stream.concat(Stream.of(profile.own()), others.stream()).toList()),
                locale);
    }

    private static List<DrawnFigure> small(List<LineChart> multiples, String id) {
        List<DrawnFigure> drawn = new ArrayList<>();
        for (LineChart chart : multiples) {
            String svg = chart.draw(Chart.Size.SMALL, id + drawn.size()).svg();
            drawn.add(new DrawnFigure(chart.title(), svg, svg));
        }
        return drawn;
    }
}
