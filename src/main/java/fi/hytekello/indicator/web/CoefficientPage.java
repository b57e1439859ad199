package fi.hytekello.indicator.web;

import fi.hytekello.indicator.CoefficientResults;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The municipality's own results of the HYTE coefficient: its people read them, coordinator and administrator enter them. */
@Controller
@RequestMapping("/municipalities/{municipality}/hyte-coefficient")
class CoefficientPage {

    private final CoefficientResults results;
    private final ProblemTexts problems;

    CoefficientPage(CoefficientResults results, ProblemTexts problems) {
        this.results = results;
        this.problems = problems;
    }

    @GetMapping
    String show(@PathVariable MunicipalityCode municipality, Person person, Model model) {
        if (!person.belongsTo(municipality)) {
            throw new NotFound("problem.municipality.unknown", municipality.value());
        }
        model.addAttribute("municipality", municipality);
        model.addAttribute("editable", MunicipalitySettings.mayBeChangedBy(person, municipality));
        model.addAttribute("results", results.of(municipality));
        return "forms/indicator/hyte-coefficient";
    }

    @PostMapping
    String store(
            @PathVariable MunicipalityCode municipality,
            Person person,
            @RequestParam Map<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        show(municipality, person, model);
        try {
            results.store(municipality, result(sent), person);
        } catch (InvalidInput invalid) {
            ProblemTexts.Text problem = problems.of(invalid, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            model.addAttribute("given", sent);
            return "forms/indicator/hyte-coefficient";
        }
        return "redirect:/municipalities/" + municipality + "/hyte-coefficient";
    }

    private static CoefficientResults.Result result(Map<String, String> sent) {
        return new CoefficientResults.Result(
                Objects.requireNonNullElse(NumberField.whole("year", sent.get("year"), "problem.coefficient.year"), 0),
                NumberField.number("points", sent.get("points")),
                NumberField.number("euroPerResident", sent.get("euroPerResident")),
                NumberField.whole("rank", sent.get("rank"), "problem.coefficient.rank"));
    }
}
