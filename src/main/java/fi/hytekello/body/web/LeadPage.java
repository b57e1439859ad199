package fi.hytekello.body.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.LeadRotation;
import fi.hytekello.body.Leads;
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
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The order in which organisations lead a body; rows may be left empty. */
@Controller
class LeadPage {

    private static final int SPARE_ROWS = 3;

    private final Bodies bodies;
    private final Leads leads;
    private final Organisations organisations;
    private final Registers registers;
    private final ProblemTexts problems;

    LeadPage(Bodies bodies, Leads leads, Organisations organisations, Registers registers, ProblemTexts problems) {
        this.bodies = bodies;
        this.leads = leads;
        this.organisations = organisations;
        this.registers = registers;
        this.problems = problems;
    }

    @GetMapping("/bodies/{tenant}/{id}/leads")
    String show(@PathVariable MunicipalityCode tenant, @PathVariable long id, Person person, Model model) {
        Municipality keeper = registers.keptBy(person, tenant);
        Body body = bodies.get(tenant, new BodyId(id));
        Map<String, String> form = new HashMap<>();
        form.put("version", Integer.toString(body.version()));
        leads.of(body).ifPresent(rotation -> put(rotation, form));
        return page(keeper, body, form, model);
    }

    @PostMapping("/bodies/{tenant}/{id}/leads")
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
        Body body = bodies.get(tenant, new BodyId(id));
        Map<String, String> typed = compacted(form);
        FormFields fields = new FormFields(typed);
        try {
            leads.set(tenant, body.id(), fields.requiredDate("leadSince"), order(fields), fields.version(), person);
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(keeper, body, typed, model);
        }
        next.addFlashAttribute("saved", true);
        return "redirect:/bodies/" + tenant + "/" + id;
    }

    private static void put(LeadRotation rotation, Map<String, String> form) {
        form.put("leadSince", rotation.since().toString());
        for (int turn = 1; turn <= rotation.order().size(); turn++) {
            form.put("turn-" + turn, rotation.order().get(turn - 1).toString());
        }
    }

    /** Empty rows left out, so that a refusal names the row shown. */
    private static Map<String, String> compacted(Map<String, String> form) {
        FormFields fields = new FormFields(form);
        Map<String, String> moved = new HashMap<>(form);
        moved.keySet().removeIf(field -> field.startsWith("turn-"));
        List<String> given = IntStream.rangeClosed(1, Leads.MOST + SPARE_ROWS)
                .mapToObj(row -> fields.text("turn-" + row))
                .filter(one -> !one.isEmpty())
                .toList();
        for (int turn = 1; turn <= given.size(); turn++) {
            moved.put("turn-" + turn, given.get(turn - 1));
        }
        return moved;
    }

    private static List<OrganisationId> order(FormFields fields) {
        return IntStream.rangeClosed(1, rows(fields.form()))
                .mapToObj(turn -> Objects.requireNonNull(OrganisationForm.organisation(fields, "turn-" + turn)))
                .toList();
    }

    private static int rows(Map<String, String> form) {
        return (int) form.keySet().stream()
                .filter(field -> field.startsWith("turn-"))
                .count();
    }

    private String page(Municipality keeper, Body body, Map<String, String> form, Model model) {
        model.addAttribute("tenant", keeper);
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("organisations", organisations.of(keeper.code()));
        model.addAttribute("rows", rows(form) + SPARE_ROWS);
        return "forms/body/leads";
    }
}
