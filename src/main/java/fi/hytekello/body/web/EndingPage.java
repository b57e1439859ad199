package fi.hytekello.body.web;

import fi.hytekello.body.Endings;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.Registers;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An organisation ends: merged into another, or dissolved. */
@Controller
class EndingPage {

    private final Organisations organisations;
    private final Endings endings;
    private final Registers registers;
    private final ProblemTexts problems;

    EndingPage(Organisations organisations, Endings endings, Registers registers, ProblemTexts problems) {
        this.organisations = organisations;
        this.endings = endings;
        this.registers = registers;
        this.problems = problems;
    }

    @GetMapping("/organisations/{tenant}/{id}/end")
    String show(@PathVariable MunicipalityCode tenant, @PathVariable long id, Person person, Model model) {
        Municipality keeper = registers.keptBy(person, tenant);
        Organisation one = organisations.get(tenant, new OrganisationId(id));
        return page(
                keeper,
                one,
                Map.of(
                        "version", Integer.toString(one.version()),
                        "lastActiveDay", Objects.toString(one.validUntil(), ""),
                        "successor", Objects.toString(one.successor(), "")),
                model);
    }

    @PostMapping("/organisations/{tenant}/{id}/end")
    String end(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Municipality keeper = registers.keptBy(person, tenant);
        Organisation one = organisations.get(tenant, new OrganisationId(id));
        FormFields fields = new FormFields(form);
        try {
            endings.end(
                    tenant,
                    one.id(),
                    fields.requiredDate("lastActiveDay"),
                    successor(fields),
                    fields.version(),
                    person);
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(keeper, one, form, model);
        }
        next.addFlashAttribute("saved", one.name(locale));
        return "redirect:/organisations/" + tenant;
    }

    private static @Nullable OrganisationId successor(FormFields fields) {
        return OrganisationForm.organisation(fields, "successor");
    }

    private String page(Municipality keeper, Organisation one, Map<String, String> form, Model model) {
        List<Organisation> others = organisations.of(keeper.code()).stream()
                .filter(other -> !other.id().equals(one.id()))
                .toList();
        model.addAttribute("tenant", keeper);
        model.addAttribute("organisation", one);
        model.addAttribute("others", others);
        model.addAttribute("form", new HashMap<>(form));
        return "forms/body/organisation-end";
    }
}
