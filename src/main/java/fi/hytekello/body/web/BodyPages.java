package fi.hytekello.body.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyDraft;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.BodyKind;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.QuotaPolicy;
import fi.hytekello.body.Registers;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A tenant's bodies: its people read them, its coordinator keeps them. */
@Controller
class BodyPages {

    /** Empty rows for further seats; saving gives more. */
    private static final int SPARE_ROWS = 3;

    private final Bodies bodies;
    private final Organisations organisations;
    private final Registers registers;
    private final ProblemTexts problems;

    BodyPages(Bodies bodies, Organisations organisations, Registers registers, ProblemTexts problems) {
        this.bodies = bodies;
        this.organisations = organisations;
        this.registers = registers;
        this.problems = problems;
    }

    @GetMapping("/bodies/{tenant}")
    String list(@PathVariable MunicipalityCode tenant, Person person, Model model) {
        Municipality keeper = registers.readableBy(person, tenant);
        model.addAttribute("tenant", keeper);
        model.addAttribute("bodies", bodies.of(tenant));
        model.addAttribute("today", organisations.today());
        model.addAttribute("editable", registers.isKeptBy(person, keeper));
        return "forms/body/bodies";
    }

    @GetMapping("/bodies/{tenant}/new")
    String blank(@PathVariable MunicipalityCode tenant, Person person, Model model) {
        return page(registers.keptBy(person, tenant), 0, BodyForm.empty(), model);
    }

    @GetMapping("/bodies/{tenant}/{id}/edit")
    String edit(@PathVariable MunicipalityCode tenant, @PathVariable long id, Person person, Model model) {
        Municipality keeper = registers.keptBy(person, tenant);
        Body body = bodies.get(tenant, new BodyId(id));
        return page(keeper, id, BodyForm.of(body), model);
    }

    /** @param id 0 for a new one */
    @PostMapping("/bodies/{tenant}/{id}/edit")
    String save(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Municipality keeper = registers.keptBy(person, tenant);
        Map<String, String> typed = BodyForm.compacted(form);
        try {
            long saved = save(tenant, id, new FormFields(typed), person);
            next.addFlashAttribute("saved", true);
            return "redirect:/bodies/" + tenant + "/" + saved;
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(keeper, id, typed, model);
        }
    }

    private long save(MunicipalityCode tenant, long id, FormFields fields, Person person) {
        BodyDraft draft = BodyForm.draft(fields);
        if (id == 0) {
            return bodies.add(tenant, draft, person).value();
        }
        bodies.change(tenant, new BodyId(id), draft, fields.version(), person);
        return id;
    }

    private String page(Municipality keeper, long id, Map<String, String> form, Model model) {
        model.addAttribute("tenant", keeper);
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("kinds", BodyKind.values());
        model.addAttribute("policies", QuotaPolicy.values());
        model.addAttribute("organisationKinds", OrganisationKind.values());
        model.addAttribute("organisations", organisations.of(keeper.code()));
        model.addAttribute("rows", BodyForm.rows(form) + SPARE_ROWS);
        return "forms/body/body-edit";
    }
}
