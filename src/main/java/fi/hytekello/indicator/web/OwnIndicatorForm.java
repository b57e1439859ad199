package fi.hytekello.indicator.web;

import fi.hytekello.indicator.Direction;
import fi.hytekello.indicator.source.OwnForm;
import fi.hytekello.indicator.source.OwnIndicators;
import fi.hytekello.indicator.source.OwnValues;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.SheetProblem;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One own indicator on a form, for those who have no table: checked, shown and stored as a table is. */
@Controller
@RequestMapping("/municipalities/{municipality}/indicator-catalogue/own/new")
class OwnIndicatorForm {

    private static final int YEARS = 5;

    /** What the form says in place of words that speak of a table's cells. */
    private static final Map<String, String> AS_A_FORM = Map.of(
            "problem.sheet.missing", "problem.answer.missing",
            "problem.own.newNeeds", "problem.answer.missing",
            "problem.own.choice", "problem.answer.choice");

    private final OwnIndicators own;
    private final Municipalities municipalities;
    private final ProblemTexts problems;

    OwnIndicatorForm(OwnIndicators own, Municipalities municipalities, ProblemTexts problems) {
        this.own = own;
        this.municipalities = municipalities;
        this.problems = problems;
    }

    /** @param row of the years, from 1; 0 where it is about the indicator */
    record Mistake(int row, String field, String message) {}

    @GetMapping
    String show(@PathVariable MunicipalityCode municipality, Person person, Model model) {
        return form(municipality, person, new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping
    String check(
            @PathVariable MunicipalityCode municipality,
            @RequestParam MultiValueMap<String, String> sent,
            Person person,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        DataKeepers.require(person, municipality);
        OwnForm form = read(sent);
        OwnValues read = own.fill(municipality, form, person);
        if (read.problems().isEmpty()) {
            return "redirect:/municipalities/" + municipality + "/indicator-catalogue/own/preview";
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        List<Mistake> mistakes = read.problems().stream()
                .map(problem -> mistake(form, problem, locale))
                .distinct()
                .toList();
        return form(municipality, person, sent, mistakes, model);
    }

    private static OwnForm read(MultiValueMap<String, String> sent) {
        return new OwnForm(
                List.of(
                        cell("Mittari", "ownIndicator", sent),
                        cell("Mittari ruotsiksi", "ownIndicatorSv", sent),
                        cell("Yksikkö", "unit", sent),
                        cell("Yksikkö ruotsiksi", "unitSv", sent),
                        cell("Suunta", "ownDirection", sent),
                        cell("Teema", "theme", sent),
                        cell("Toimiala", "department", sent),
                        cell("Tuottaja", "producer", sent)),
                IntStream.range(0, YEARS)
                        .mapToObj(row -> new OwnForm.Year(
                                text("year", row, sent),
                                text("value", row, sent),
                                text("margin", row, sent),
                                text("respondents", row, sent)))
                        .toList());
    }

    private static OwnForm.Cell cell(String header, String field, MultiValueMap<String, String> sent) {
        return new OwnForm.Cell(header, text(field, 0, sent));
    }

    private static String text(String field, int row, MultiValueMap<String, String> sent) {
        List<String> given = sent.getOrDefault(field, List.of());
        return row < given.size() ? given.get(row).strip() : "";
    }

    private Mistake mistake(OwnForm form, SheetProblem found, Locale locale) {
        InvalidInput problem = found.problem();
        InvalidInput worded = new InvalidInput(
                problem.field(),
                AS_A_FORM.getOrDefault(problem.messageKey(), problem.messageKey()),
                problem.arguments().toArray());
        return new Mistake(
                form.row(found),
                problem.field(),
                problems.of(worded, locale).orElseThrow().message());
    }

    private String form(
            MunicipalityCode municipality,
            Person person,
            MultiValueMap<String, String> sent,
            List<Mistake> mistakes,
            Model model) {
        DataKeepers.require(person, municipality);
        model.addAttribute("municipality", municipality);
        model.addAttribute("sent", sent);
        model.addAttribute("mistakes", mistakes);
        model.addAttribute(
                "wrong", mistakes.stream().map(one -> one.field() + one.row()).toList());
        model.addAttribute("rows", IntStream.range(0, YEARS).boxed().toList());
        model.addAttribute("directions", Direction.values());
        model.addAttribute("themes", OwnIndicators.themes());
        model.addAttribute("departments", municipalities.departments(municipality));
        return "forms/indicator/own-new";
    }
}
