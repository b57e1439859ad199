package fi.hytekello.indicator.web;

import fi.hytekello.indicator.source.OwnIndicators;
import fi.hytekello.indicator.source.OwnTemplate;
import fi.hytekello.indicator.source.OwnValues;
import fi.hytekello.indicator.source.TypedValues;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.SheetProblem;
import fi.hytekello.platform.sheet.SheetWriter;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.web.Downloads;
import fi.hytekello.platform.web.ProblemTexts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A municipality's own indicators by table, and values that are typed in. */
@Controller
@RequestMapping("/municipalities/{municipality}/indicator-catalogue")
class OwnIndicatorPages {

    /** More is not read on a page; the table is mended and sent again. */
    private static final int MOST_SHOWN = 100;

    /** One line of the list of errors; row 0 is the whole table. */
    record Told(int row, String message) {}

    private final OwnIndicators own;
    private final OwnTemplate template;
    private final TypedValues typed;
    private final ProblemTexts problems;
    private final MessageSource messages;

    OwnIndicatorPages(
            OwnIndicators own, OwnTemplate template, TypedValues typed, ProblemTexts problems, MessageSource messages) {
        this.own = own;
        this.template = template;
        this.typed = typed;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/own")
    String show(@PathVariable MunicipalityCode municipality, Person person, Model model) {
        DataKeepers.require(person, municipality);
        model.addAttribute("municipality", municipality);
        model.addAttribute("indicators", own.of(municipality));
        return "forms/indicator/own";
    }

    @GetMapping("/own/table.{format:xlsx|csv}")
    ResponseEntity<byte[]> table(
            @PathVariable MunicipalityCode municipality, @PathVariable String format, Person person, Locale locale) {
        DataKeepers.require(person, municipality);
        String name = Objects.requireNonNull(messages.getMessage("own.file", null, locale));
        List<Table> tables = template.tables(municipality, locale);
        return format.equals("csv")
                ? Downloads.table(name, format, tables.get(0))
                : Downloads.file(name + ".xlsx", SheetWriter.XLSX, SheetWriter.xlsx(tables.toArray(Table[]::new)));
    }

    @PostMapping("/own")
    String upload(
            @PathVariable MunicipalityCode municipality,
            @RequestParam MultipartFile file,
            Person person,
            Locale locale,
            RedirectAttributes next)
            throws IOException {
        DataKeepers.require(person, municipality);
        try {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            OwnValues read = own.upload(municipality, name, file.getBytes(), person);
            if (read.problems().isEmpty()) {
                return back(municipality, "/own/preview");
            }
            next.addFlashAttribute("mistakes", told(read.problems(), locale));
            next.addFlashAttribute("mistakeCount", read.problems().size());
        } catch (InvalidInput refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return back(municipality, "/own");
    }

    @GetMapping("/own/preview")
    String preview(@PathVariable MunicipalityCode municipality, Person person, Locale locale, Model model) {
        DataKeepers.require(person, municipality);
        Optional<OwnValues> pending = own.pending(municipality, person);
        if (pending.isEmpty()) {
            return back(municipality, "/own");
        }
        model.addAttribute("municipality", municipality);
        model.addAttribute("preview", pending.get());
        model.addAttribute("mistakes", told(pending.get().problems(), locale));
        model.addAttribute("mistakeCount", pending.get().problems().size());
        return "forms/indicator/own-preview";
    }

    @PostMapping("/own/confirm")
    String confirm(@PathVariable MunicipalityCode municipality, Person person, Locale locale, RedirectAttributes next) {
        DataKeepers.require(person, municipality);
        try {
            next.addFlashAttribute("stored", own.confirm(municipality, person));
        } catch (Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return back(municipality, "/own");
    }

    @PostMapping("/own/cancel")
    String cancel(@PathVariable MunicipalityCode municipality, Person person) {
        DataKeepers.require(person, municipality);
        own.cancel(municipality, person);
        return back(municipality, "/own");
    }

    @GetMapping("/scores")
    String scores(@PathVariable MunicipalityCode municipality, Person person, Model model) {
        DataKeepers.require(person, municipality);
        model.addAttribute("municipality", municipality);
        model.addAttribute("indicators", typed.indicators(municipality));
        model.addAttribute("values", typed.of(municipality));
        return "forms/indicator/scores";
    }

    @PostMapping("/scores")
    String score(
            @PathVariable MunicipalityCode municipality,
            @RequestParam(defaultValue = "0") int scoreIndicator,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String value,
            Person person,
            Locale locale,
            RedirectAttributes next) {
        DataKeepers.require(person, municipality);
        try {
            typed.store(municipality, scoreIndicator, year, value, person);
            next.addFlashAttribute("done", "scores.stored");
        } catch (InvalidInput | Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
            next.addFlashAttribute("typedIndicator", scoreIndicator);
            next.addFlashAttribute("typedYear", year);
            next.addFlashAttribute("typedValue", value);
        }
        return back(municipality, "/scores");
    }

    private List<Told> told(List<SheetProblem> found, Locale locale) {
        return found.stream()
                .limit(MOST_SHOWN)
                .map(one -> new Told(
                        one.row(),
                        problems.of(one.problem(), locale).orElseThrow().message()))
                .toList();
    }

    private static String back(MunicipalityCode municipality, String page) {
        return "redirect:/municipalities/" + municipality + "/indicator-catalogue" + page;
    }
}
