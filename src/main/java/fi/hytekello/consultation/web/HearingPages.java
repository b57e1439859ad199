package fi.hytekello.consultation.web;

import fi.hytekello.consultation.Consultation;
import fi.hytekello.consultation.ConsultationId;
import fi.hytekello.consultation.Consultations;
import fi.hytekello.consultation.Contact;
import fi.hytekello.consultation.ContactId;
import fi.hytekello.consultation.Contacts;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the coordinator gives a hearing more time or ends it before all are heard. */
@Controller
class HearingPages {

    private final Consultations consultations;
    private final Contacts contacts;
    private final ProblemTexts problems;

    HearingPages(Consultations consultations, Contacts contacts, ProblemTexts problems) {
        this.consultations = consultations;
        this.contacts = contacts;
        this.problems = problems;
    }

    @GetMapping("/consultations/{tenant}/{id}/hearing")
    String show(@PathVariable MunicipalityCode tenant, @PathVariable long id, Person person, Model model) {
        Municipality council = consultations.begunBy(person, tenant);
        Consultation consultation = consultations.get(tenant, new ConsultationId(id));
        return page(
                council,
                consultation,
                Map.of("hearingUntil", consultation.lastDay().toString()),
                model);
    }

    /** Ends the hearing where {@code end} is among the fields, else gives it another last day. */
    @PostMapping("/consultations/{tenant}/{id}/hearing")
    String change(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Municipality council = consultations.begunBy(person, tenant);
        Consultation consultation = consultations.get(tenant, new ConsultationId(id));
        try {
            next.addFlashAttribute("done", act(consultation, new FormFields(form), person));
            return "redirect:/consultations/" + tenant + "/" + id;
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(council, consultation, form, model);
        }
    }

    private String act(Consultation consultation, FormFields form, Person person) {
        if (!form.form().containsKey("end")) {
            consultations.prolong(
                    consultation.keeper(), consultation.id(), form.date("hearingUntil"), form.version(), person);
            return "prolonged";
        }
        Map<ContactId, String> reasons = contacts.of(consultation.id()).stream()
                .map(Contact::id)
                .collect(Collectors.toMap(Function.identity(), one -> form.text("reason-" + one)));
        consultations.endEarly(consultation.keeper(), consultation.id(), reasons, form.text("reason"), person);
        return "ended";
    }

    private String page(Municipality council, Consultation consultation, Map<String, String> form, Model model) {
        model.addAttribute("tenant", council);
        model.addAttribute("consultation", consultation);
        model.addAttribute("form", new FormFields(form));
        model.addAttribute(
                "missing",
                contacts.of(consultation.id()).stream()
                        .filter(one -> !one.finished())
                        .toList());
        return "forms/consultation/hearing";
    }
}
