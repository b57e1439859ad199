package fi.hytekello.body.web;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.body.OrganisationTables;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.Registers;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.Downloads;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisations that a tenant turns to: its people read them, its coordinator keeps them. */
@Controller
class OrganisationPages {

    private final Organisations organisations;
    private final OrganisationTables tables;
    private final Registers registers;
    private final ProblemTexts problems;
    private final MessageSource messages;

    OrganisationPages(
            Organisations organisations,
            OrganisationTables tables,
            Registers registers,
            ProblemTexts problems,
            MessageSource messages) {
        this.organisations = organisations;
        this.tables = tables;
        this.registers = registers;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/organisations/{tenant}")
    String list(@PathVariable MunicipalityCode tenant, Person person, Model model) {
        Municipality keeper = registers.readableBy(person, tenant);
        model.addAttribute("tenant", keeper);
        model.addAttribute("organisations", organisations.of(tenant));
        model.addAttribute("today", organisations.today());
        model.addAttribute("editable", registers.isKeptBy(person, keeper));
        return "forms/body/organisations";
    }

    @GetMapping("/organisations/{tenant}/list/rows.{format:xlsx|csv}")
    ResponseEntity<byte[]> table(
            @PathVariable MunicipalityCode tenant, @PathVariable String format, Person person, Locale locale) {
        registers.readableBy(person, tenant);
        String name = messages.getMessage("organisation.sheet", null, locale);
        return Downloads.table(name, format, tables.table(tenant, locale));
    }

    @GetMapping("/organisations/{tenant}/new")
    String blank(@PathVariable MunicipalityCode tenant, Person person, Model model) {
        return page(registers.keptBy(person, tenant), 0, OrganisationForm.empty(organisations.today()), model);
    }

    @GetMapping("/organisations/{tenant}/{id}")
    String edit(@PathVariable MunicipalityCode tenant, @PathVariable long id, Person person, Model model) {
        Municipality keeper = registers.keptBy(person, tenant);
        return page(keeper, id, OrganisationForm.of(organisations.get(tenant, new OrganisationId(id))), model);
    }

    /** @param id 0 for a new one */
    @PostMapping("/organisations/{tenant}/{id}")
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
        FormFields fields = new FormFields(form);
        try {
            if (id == 0) {
                organisations.add(tenant, OrganisationForm.draft(fields), person);
            } else {
                organisations.change(
                        tenant, new OrganisationId(id), OrganisationForm.draft(fields), fields.version(), person);
            }
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(keeper, id, form, model);
        }
        next.addFlashAttribute("saved", form.get("nameFi"));
        return "redirect:/organisations/" + tenant;
    }

    @PostMapping("/organisations/{tenant}/municipalities")
    String addMunicipalities(@PathVariable MunicipalityCode tenant, Person person, RedirectAttributes next) {
        next.addFlashAttribute("added", organisations.addMunicipalities(tenant, person));
        return "redirect:/organisations/" + tenant;
    }

    private String page(Municipality keeper, long id, Map<String, String> form, Model model) {
        model.addAttribute("tenant", keeper);
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("municipalities", organisations.representable(keeper.code()));
        return "forms/body/organisation";
    }
}
