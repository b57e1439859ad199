package fi.hytekello.body.web;

import fi.hytekello.body.BodyId;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.SeatChoices;
import fi.hytekello.body.SeatChoices.Crowd;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who stays where an organisation has more members in a body than seats. */
@Controller
class SeatChoicePage {

    private final SeatChoices choices;
    private final Organisations organisations;
    private final ProblemTexts problems;

    SeatChoicePage(SeatChoices choices, Organisations organisations, ProblemTexts problems) {
        this.choices = choices;
        this.organisations = organisations;
        this.problems = problems;
    }

    @GetMapping("/bodies/{tenant}/{id}/seats/{organisation}")
    String show(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @PathVariable long organisation,
            Person person,
            Model model) {
        Crowd crowd = choices.crowd(tenant, new BodyId(id), new OrganisationId(organisation), person);
        return page(crowd, Set.of(), Map.of("othersUntil", organisations.today().toString()), model);
    }

    @PostMapping("/bodies/{tenant}/{id}/seats/{organisation}")
    String keep(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @PathVariable long organisation,
            @RequestParam(required = false, defaultValue = "") List<Long> staying,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Crowd crowd = choices.crowd(tenant, new BodyId(id), new OrganisationId(organisation), person);
        try {
            choices.keep(crowd, Set.copyOf(staying), new FormFields(form).requiredDate("othersUntil"), person);
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(crowd, Set.copyOf(staying), form, model);
        }
        next.addFlashAttribute("saved", true);
        return "redirect:/bodies/" + tenant + "/" + id;
    }

    private String page(Crowd crowd, Set<Long> staying, Map<String, String> form, Model model) {
        model.addAttribute("crowd", crowd);
        model.addAttribute("staying", staying);
        model.addAttribute("form", form);
        model.addAttribute(
                "organisations", organisations.lineage(crowd.body().keeper()).organisations());
        return "forms/body/seats";
    }
}
