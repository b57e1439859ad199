package fi.hytekello.body.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Gender;
import fi.hytekello.body.Invitation;
import fi.hytekello.body.InvitedAs;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Membership;
import fi.hytekello.body.MembershipDraft;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.Registers;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Those whom a body itself has decided to invite (R3-07), recorded by its keeper. */
@Controller
class InvitationPages {

    private final Bodies bodies;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Registers registers;
    private final ProblemTexts problems;

    InvitationPages(
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

    /** @param member 0 for a new one */
    @GetMapping("/bodies/{tenant}/{body}/invitations/{member}")
    String edit(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long body,
            @PathVariable long member,
            Person person,
            Model model) {
        Municipality keeper = registers.keptBy(person, tenant);
        BodyId id = bodies.get(tenant, new BodyId(body)).id();
        return page(keeper, id, member, member == 0 ? empty() : form(invited(id, member)), model);
    }

    /** @param member 0 for a new one */
    @PostMapping("/bodies/{tenant}/{body}/invitations/{member}")
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
        BodyId id = bodies.get(tenant, new BodyId(body)).id();
        FormFields fields = new FormFields(form);
        try {
            if (member == 0) {
                memberships.add(tenant, id, draft(fields), person);
            } else {
                memberships.change(tenant, id, invited(id, member).id(), draft(fields), fields.version(), person);
            }
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(keeper, id, member, form, model);
        }
        next.addFlashAttribute("saved", true);
        return "redirect:/bodies/" + tenant + "/" + body;
    }

    private Membership invited(BodyId body, long member) {
        Membership found = memberships.get(body, member);
        if (found.content().role() != MemberRole.INVITED) {
            throw new NotFound("problem.membership.unknown");
        }
        return found;
    }

    private Map<String, String> empty() {
        return Map.of("startsOn", organisations.today().toString());
    }

    private static Map<String, String> form(Membership membership) {
        Map<String, String> form = new HashMap<>(MemberForm.of(membership));
        Invitation invitation = Objects.requireNonNull(membership.content().invitation());
        form.put("invitedAs", invitation.as().name());
        form.put("invitedOn", invitation.decidedOn().toString());
        form.put("invitedSection", invitation.section());
        return form;
    }

    private static MembershipDraft draft(FormFields form) {
        LocalDate decidedOn = form.requiredDate("invitedOn");
        return new MembershipDraft(
                MemberRole.INVITED,
                OrganisationForm.organisation(form, "affiliation"),
                form.text("memberName"),
                form.text("memberTitle"),
                form.text("email"),
                form.text("phone"),
                null,
                Gender.NOT_STATED,
                form.requiredDate("startsOn"),
                form.date("endsOn"),
                null,
                null,
                new Invitation(form.choice("invitedAs", InvitedAs.class), decidedOn, form.text("invitedSection")));
    }

    private String page(Municipality keeper, BodyId id, long member, Map<String, String> form, Model model) {
        model.addAttribute("tenant", keeper);
        model.addAttribute("body", bodies.get(keeper.code(), id));
        model.addAttribute("member", member);
        model.addAttribute("form", form);
        model.addAttribute("kinds", InvitedAs.values());
        model.addAttribute("organisations", organisations.of(keeper.code()));
        return "forms/body/invitation";
    }
}
