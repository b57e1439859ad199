package fi.hytekello.indicator.web;

import fi.hytekello.indicator.Comparisons;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.ProblemTexts;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a person chooses with which municipalities to compare; without JavaScript too. */
@Controller
@RequestMapping("/municipalities/{municipality}/indicators/comparison")
class ComparisonPage {

    private static final int LONGEST = 60;

    private final Comparisons comparisons;
    private final ProblemTexts problems;

    ComparisonPage(Comparisons comparisons, ProblemTexts problems) {
        this.comparisons = comparisons;
        this.problems = problems;
    }

    /** @param indicator from whose page the person came, 0 from the list */
    @GetMapping
    String choose(
            @PathVariable MunicipalityCode municipality,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int indicator,
            Person person,
            Model model,
            Locale locale) {
        Members.require(person, municipality);
        String sought = name.strip().substring(0, Math.min(LONGEST, name.strip().length()));
        model.addAttribute("municipality", municipality);
        model.addAttribute("indicator", indicator);
        model.addAttribute("name", sought);
        model.addAttribute("chosen", comparisons.of(person.username(), municipality));
        model.addAttribute("common", common(person, municipality, locale));
        model.addAttribute("found", comparisons.search(municipality, sought));
        model.addAttribute("most", Comparisons.MOST);
        return "forms/indicator/comparison";
    }

    /** With whom the municipality is compared while the person has chosen nobody. */
    private String common(Person person, MunicipalityCode municipality, Locale locale) {
        return comparisons.of(person.username(), municipality).isEmpty()
                ? comparisons.inEffect(person.username(), municipality).stream()
                        .map(one -> one.name(locale))
                        .collect(Collectors.joining(", "))
                : "";
    }

    @PostMapping
    String add(
            @PathVariable MunicipalityCode municipality,
            @RequestParam(defaultValue = "0") int region,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int indicator,
            Person person,
            Locale locale,
            RedirectAttributes next) {
        Members.require(person, municipality);
        try {
            comparisons.add(person.username(), municipality, region);
        } catch (InvalidInput invalid) {
            next.addFlashAttribute("problem", problems.of(invalid, locale).orElseThrow());
        }
        return back(municipality, name, indicator, next);
    }

    @PostMapping("/remove")
    String remove(
            @PathVariable MunicipalityCode municipality,
            @RequestParam(defaultValue = "0") int region,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int indicator,
            Person person,
            RedirectAttributes next) {
        Members.require(person, municipality);
        comparisons.remove(person.username(), municipality, region);
        return back(municipality, name, indicator, next);
    }

    private static String back(MunicipalityCode municipality, String name, int indicator, RedirectAttributes next) {
        next.addAttribute("name", name);
        if (indicator > 0) {
            next.addAttribute("indicator", indicator);
        }
        return "redirect:/municipalities/" + municipality + "/indicators/comparison";
    }
}
