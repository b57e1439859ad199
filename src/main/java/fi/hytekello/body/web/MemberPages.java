package fi.hytekello.body.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Expertise;
import fi.hytekello.body.Gender;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
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
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The members of a body, kept by its keeper. */
@Controller
class MemberPages {

    private final Bodies bodies;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Registers registers;
    private final ProblemTexts problems;

    MemberPages(
            Bodies bodies,
            Memberships memberships,
            Organisations organisations,
            Registers registers,
            ProblemTexts problems) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.organisations = organisations;
        this.registers = registers;
        this.problems = problems;
    }

    /** Where a member is kept. */
    private record Place(MunicipalityCode tenant, BodyId body, long member) {

        String back() {
            return "redirect:/bodies/" + tenant + "/" + body;
        }
    }

    /** @param member 0 for a new one */
    @GetMapping("/bodies/{tenant}/{body}/members/{member}")
    String edit(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long body,
            @PathVariable long member,
            Person person,
            Model model) {
        Municipality keeper = registers.keptBy(person, tenant);
        Place place = new Place(tenant, new BodyId(body), member);
        if (member == 0) {
            return page(keeper, place, MemberForm.empty(organisations.today()), model);
        }
        Membership one = memberships.get(bodies.get(tenant, place.body()).id(), member);
        return one.content().role() == MemberRole.INVITED
                ? place.back() + "/invitations/" + member
                : page(keeper, place, MemberForm.of(one), model);
    }

    /** @param member 0 for a new one */
    @PostMapping("/bodies/{tenant}/{body}/members/{member}")
    String save(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long body,
            @PathVariable long member,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Municipality keeper = registers.keptBy(person, tenant);
        Place place = new Place(tenant, new BodyId(body), member);
        try {
            save(place, new FormFields(form), person);
        } catch (InvalidInput | Conflict refused) {
            tell(refused, locale, model, response);
            return page(keeper, place, form, model);
        }
        next.addFlashAttribute("saved", true);
        return place.back();
    }

    @PostMapping("/bodies/{tenant}/{body}/members/{member}/role")
    String takeRole(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long body,
            @PathVariable long member,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Municipality keeper = registers.keptBy(person, tenant);
        Place place = new Place(tenant, new BodyId(body), member);
        FormFields fields = new FormFields(form);
        try {
            memberships.takeRole(
                    tenant,
                    place.body(),
                    member,
                    fields.choice("newRole", MemberRole.class),
                    fields.requiredDate("roleFrom"),
                    fields.version(),
                    person);
        } catch (InvalidInput | Conflict refused) {
            tell(refused, locale, model, response);
            Map<String, String> shown = new HashMap<>(MemberForm.of(memberships.get(place.body(), member)));
            shown.putAll(form);
            return page(keeper, place, shown, model);
        }
        next.addFlashAttribute("saved", true);
        return place.back();
    }

    private void save(Place place, FormFields fields, Person person) {
        if (place.member() == 0) {
            memberships.add(place.tenant(), place.body(), MemberForm.draft(fields), person);
        } else {
            memberships.change(
                    place.tenant(), place.body(), place.member(), MemberForm.draft(fields), fields.version(), person);
        }
    }

    private void tell(RuntimeException refused, Locale locale, Model model, HttpServletResponse response) {
        ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
    }

    private String page(Municipality keeper, Place place, Map<String, String> form, Model model) {
        model.addAttribute("tenant", keeper);
        model.addAttribute("body", bodies.get(keeper.code(), place.body()));
        model.addAttribute("member", place.member());
        model.addAttribute("form", form);
        model.addAttribute("roles", MemberRole.ofMembers());
        model.addAttribute("fields", Expertise.values());
        model.addAttribute("genders", Gender.values());
        model.addAttribute("organisations", organisations.of(keeper.code()));
        return "forms/body/member";
    }
}
