package fi.hytekello.indicator.web;

import fi.hytekello.indicator.source.Catalogue;
import fi.hytekello.indicator.source.ChangedValues;
import fi.hytekello.indicator.source.ImportHistory;
import fi.hytekello.indicator.source.ImportSteps;
import fi.hytekello.indicator.source.IndicatorImports;
import fi.hytekello.indicator.source.SourceTitles;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue of indicators, how their values come in, and the titles that wait for a person. */
@Controller
@RequestMapping("/municipalities/{municipality}/indicator-catalogue")
class CataloguePages {

    private static final int HISTORY = 15;
    private static final int REVISIONS = 200;

    private final Catalogue catalogue;
    private final IndicatorImports imports;
    private final ImportHistory history;
    private final ImportSteps steps;
    private final SourceTitles titles;
    private final ChangedValues changes;
    private final ProblemTexts problems;

    CataloguePages(
            Catalogue catalogue,
            IndicatorImports imports,
            ImportHistory history,
            ImportSteps steps,
            SourceTitles titles,
            ChangedValues changes,
            ProblemTexts problems) {
        this.catalogue = catalogue;
        this.imports = imports;
        this.history = history;
        this.steps = steps;
        this.titles = titles;
        this.changes = changes;
        this.problems = problems;
    }

    @GetMapping
    String show(@PathVariable MunicipalityCode municipality, Person person, Model model) {
        DataKeepers.require(person, municipality);
        Map<String, List<Catalogue.Entry>> themes = catalogue.of(municipality).stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.indicator().theme(), LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("municipality", municipality);
        model.addAttribute("themes", themes);
        model.addAttribute("waiting", titles.waiting());
        model.addAttribute("history", history.newest(municipality, HISTORY));
        imports.running().ifPresent(running -> {
            model.addAttribute("running", running);
            model.addAttribute("progress", steps.progress(running.entry().id()));
        });
        return "forms/indicator/catalogue";
    }

    @PostMapping("/import")
    String begin(@PathVariable MunicipalityCode municipality, Person person, Locale locale, RedirectAttributes next) {
        return told(
                municipality, person, "catalogue.done.begun", () -> imports.begin(municipality, person), locale, next);
    }

    @PostMapping("/import/retry")
    String retry(@PathVariable MunicipalityCode municipality, Person person, Locale locale, RedirectAttributes next) {
        return told(
                municipality,
                person,
                "catalogue.done.retried",
                () -> imports.retry(municipality, person),
                locale,
                next);
    }

    @PostMapping("/import/stop")
    String stop(@PathVariable MunicipalityCode municipality, Person person, Locale locale, RedirectAttributes next) {
        return told(
                municipality,
                person,
                "catalogue.done.stopped",
                () -> imports.cancel(municipality, person),
                locale,
                next);
    }

    private String told(
            MunicipalityCode municipality,
            Person person,
            String done,
            Runnable work,
            Locale locale,
            RedirectAttributes next) {
        DataKeepers.require(person, municipality);
        try {
            work.run();
            next.addFlashAttribute("done", done);
        } catch (Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return back(municipality, "");
    }

    /** One import: what became of the indicators that were not imported whole. */
    @GetMapping("/imports/{id}")
    String one(@PathVariable MunicipalityCode municipality, @PathVariable long id, Person person, Model model) {
        DataKeepers.require(person, municipality);
        ImportHistory.Entry entry = history.find(municipality, id).orElseThrow(() -> new NotFound("problem.notFound"));
        model.addAttribute("municipality", municipality);
        model.addAttribute("entry", entry);
        model.addAttribute("troubles", steps.troubles(entry.id()));
        return "forms/indicator/catalogue-import";
    }

    @GetMapping("/revisions")
    String changed(@PathVariable MunicipalityCode municipality, Person person, Model model) {
        DataKeepers.require(person, municipality);
        model.addAttribute("municipality", municipality);
        model.addAttribute("revisions", changes.of(municipality, REVISIONS));
        model.addAttribute("limit", REVISIONS);
        return "forms/indicator/catalogue-revisions";
    }

    @GetMapping("/titles")
    String titles(@PathVariable MunicipalityCode municipality, Person person, Model model) {
        DataKeepers.require(person, municipality);
        model.addAttribute("municipality", municipality);
        model.addAttribute("differences", titles.differences());
        return "forms/indicator/catalogue-titles";
    }

    @PostMapping("/titles/{indicator}/{decision:confirm|leave-out|take-back}")
    String decide(
            @PathVariable MunicipalityCode municipality,
            @PathVariable int indicator,
            @PathVariable String decision,
            @RequestParam(defaultValue = "") String seen,
            Person person,
            Locale locale,
            RedirectAttributes next) {
        DataKeepers.require(person, municipality);
        try {
            switch (decision) {
                case "confirm" -> titles.confirm(indicator, seen, municipality, person);
                case "leave-out" -> titles.leaveOut(indicator, municipality, person);
                default -> titles.takeBack(indicator, municipality, person);
            }
            next.addFlashAttribute("done", "catalogue.title.done." + decision);
        } catch (Conflict | NotFound refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return back(municipality, "/titles");
    }

    private static String back(MunicipalityCode municipality, String page) {
        return "redirect:/municipalities/" + municipality + "/indicator-catalogue" + page;
    }
}
