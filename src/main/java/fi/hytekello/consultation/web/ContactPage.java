package fi.hytekello.consultation.web;

import fi.hytekello.body.Registers;
import fi.hytekello.consultation.Consultation;
import fi.hytekello.consultation.ConsultationId;
import fi.hytekello.consultation.ConsultationTexts;
import fi.hytekello.consultation.Consultations;
import fi.hytekello.consultation.Contact;
import fi.hytekello.consultation.ContactId;
import fi.hytekello.consultation.Contacts;
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

/** The notes of a contact after its task: they may be changed until the summary is made. */
@Controller
class ContactPage {

    private final Consultations consultations;
    private final Contacts contacts;
    private final ConsultationTexts texts;
    private final Registers registers;
    private final ProblemTexts problems;

    ContactPage(
            Consultations consultations,
            Contacts contacts,
            ConsultationTexts texts,
            Registers registers,
            ProblemTexts problems) {
        this.consultations = consultations;
        this.contacts = contacts;
        this.texts = texts;
        this.registers = registers;
        this.problems = problems;
    }

    @GetMapping("/consultations/{tenant}/{id}/contacts/{contactId}")
    String show(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @PathVariable long contactId,
            Person person,
            Model model) {
        Consultation consultation = consultation(tenant, id, person);
        Contact contact = contacts.get(consultation, new ContactId(contactId));
        contacts.requireChangeable(consultation, contact, person);
        return page(consultation, contact, ContactForm.of(contact, texts.language(tenant)), model);
    }

    @PostMapping("/consultations/{tenant}/{id}/contacts/{contactId}")
    String change(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @PathVariable long contactId,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Consultation consultation = consultation(tenant, id, person);
        Contact contact = contacts.get(consultation, new ContactId(contactId));
        FormFields fields = new FormFields(form);
        try {
            contacts.change(
                    consultation, contact.id(), ContactForm.notes(fields, consultation), fields.version(), person);
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(consultation, contact, form, model);
        }
        next.addFlashAttribute("done", "changed");
        return "redirect:/consultations/" + tenant + "/" + id;
    }

    private Consultation consultation(MunicipalityCode tenant, long id, Person person) {
        registers.readableBy(person, tenant);
        return consultations.get(tenant, new ConsultationId(id));
    }

    private static String page(Consultation consultation, Contact contact, Map<String, String> form, Model model) {
        ContactForm.fill(consultation, contact, form, model);
        return "forms/consultation/contact";
    }
}
