package fi.hytekello.indicator.web;

import fi.hytekello.indicator.ComparisonMunicipalities;
import fi.hytekello.indicator.Direction;
import fi.hytekello.indicator.LightRule;
import fi.hytekello.indicator.LightRules;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** By which rule each indicator gets its light: the municipality's people read it, coordinator and administrator change it. */
@Controller
@RequestMapping("/municipalities/{municipality}/indicator-rules")
class LightRulePage {

    private final LightRules rules;
    private final ComparisonMunicipalities compared;
    private final ProblemTexts problems;

    LightRulePage(LightRules rules, ComparisonMunicipalities compared, ProblemTexts problems) {
        this.rules = rules;
        this.compared = compared;
        this.problems = problems;
    }

    @GetMapping
    String all(@PathVariable MunicipalityCode municipality, Person person, Model model) {
        requireMember(municipality, person);
        model.addAttribute("rules", rules.of(municipality));
        model.addAttribute("compared", compared.of(municipality));
        model.addAttribute("choices", compared.choices(municipality));
        return page("forms/indicator/light-rules", municipality, person, model);
    }

    @PostMapping("/compared")
    String compare(
            @PathVariable MunicipalityCode municipality,
            Person person,
            @RequestParam(defaultValue = "") String comparedMunicipality,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        requireMember(municipality, person);
        try {
            compared.add(municipality, comparedMunicipality, person);
        } catch (InvalidInput invalid) {
            refuse(invalid, locale, response, model);
            model.addAttribute("given", comparedMunicipality);
            return all(municipality, person, model);
        }
        return "redirect:/municipalities/" + municipality + "/indicator-rules#compared";
    }

    @PostMapping("/compared/{region}/remove")
    String forget(@PathVariable MunicipalityCode municipality, @PathVariable int region, Person person) {
        requireMember(municipality, person);
        compared.remove(municipality, region, person);
        return "redirect:/municipalities/" + municipality + "/indicator-rules#compared";
    }

    @GetMapping("/{indicator}")
    String one(
            @PathVariable MunicipalityCode municipality,
            @PathVariable int indicator,
            Person person,
            Locale locale,
            Model model) {
        requireMember(municipality, person);
        LightRules.Ruled now = rules.of(municipality, indicator);
        return form(now, LightRuleForm.of(now, locale), municipality, person, model);
    }

    @PostMapping("/{indicator}")
    String save(
            @PathVariable MunicipalityCode municipality,
            @PathVariable int indicator,
            Person person,
            @RequestParam Map<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        requireMember(municipality, person);
        LightRuleForm form = new LightRuleForm(sent);
        try {
            rules.change(municipality, indicator, form.rule(), form.version(), person);
        } catch (InvalidInput | Conflict refused) {
            refuse(refused, locale, response, model);
            LightRules.Ruled now = rules.of(municipality, indicator);
            if (refused instanceof Conflict) {
                model.addAttribute("newer", now);
            }
            return form(
                    now, refused instanceof Conflict ? form.seen(now.version()) : sent, municipality, person, model);
        }
        next.addFlashAttribute("saved", indicator);
        return "redirect:/municipalities/" + municipality + "/indicator-rules";
    }

    private String form(
            LightRules.Ruled now,
            Map<String, String> values,
            MunicipalityCode municipality,
            Person person,
            Model model) {
        model.addAttribute("ruled", now);
        model.addAttribute("values", values);
        model.addAttribute("kinds", kinds(now));
        model.addAttribute("references", LightRule.Reference.values());
        return page("forms/indicator/light-rule", municipality, person, model);
    }

    /** Those that can be chosen for this indicator. */
    private static List<LightRule.Kind> kinds(LightRules.Ruled ruled) {
        return Arrays.stream(LightRule.Kind.values())
                .filter(kind -> switch (kind) {
                    case COMPARISON -> true;
                    case TARGET -> ruled.indicator().direction() != Direction.CONTEXT;
                    case TEA -> LightRule.isTeaScore(ruled.indicator().id());
                })
                .toList();
    }

    private void refuse(RuntimeException refused, Locale locale, HttpServletResponse response, Model model) {
        ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
    }

    private static String page(String view, MunicipalityCode municipality, Person person, Model model) {
        model.addAttribute("municipality", municipality);
        model.addAttribute("editable", MunicipalitySettings.mayBeChangedBy(person, municipality));
        return view;
    }

    private static void requireMember(MunicipalityCode municipality, Person person) {
        if (!person.belongsTo(municipality)) {
            throw new NotFound("problem.municipality.unknown", municipality.value());
        }
    }
}
