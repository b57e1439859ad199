package fi.hytekello.consultation.web;

import fi.hytekello.body.Organisations;
import fi.hytekello.consultation.Consultation;
import fi.hytekello.consultation.ConsultationTexts;
import fi.hytekello.consultation.Consultations;
import fi.hytekello.consultation.Contact;
import fi.hytekello.consultation.Contacts;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the task in which the management of one municipality is heard. */
@Controller
class ContactTaskPage {

    private final Consultations consultations;
    private final Contacts contacts;
    private final ConsultationTexts texts;
    private final Organisations organisations;
    private final ProblemTexts problems;

    ContactTaskPage(
            Consultations consultations,
            Contacts contacts,
            ConsultationTexts texts,
            Organisations organisations,
            ProblemTexts problems) {
        this.consultations = consultations;
        this.contacts = contacts;
        this.texts = texts;
        this.organisations = organisations;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/management-contact")
    String show(OpenTask task, Model model) {
        Contact contact = contact(task);
        return page(task, contact, ContactForm.of(contact, texts.language(task.municipality())), model);
    }

    /** Keeps the notes and, unless only that was asked, ends the task. */
    @PostMapping("/tasks/{taskId}/management-contact")
    String save(
            OpenTask task,
            @RequestParam Map<String, String> form,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Contact contact = contact(task);
        Consultation consultation = consultations.get(contact.consultation());
        FormFields fields = new FormFields(form);
        try {
            contacts.write(task.id(), ContactForm.notes(fields, consultation), fields.version());
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(task, contact, form, model);
        }
        if (form.containsKey("save")) {
            next.addFlashAttribute("saved", true);
            return "redirect:/tasks/" + task.id() + "/management-contact"
                    + (form.containsKey("embedded") ? "?embedded" : "");
        }
        return "forward:/tasks/" + task.id() + "/complete";
    }

    private String page(OpenTask task, Contact contact, Map<String, String> form, Model model) {
        ContactForm.fill(consultations.get(contact.consultation()), contact, form, model);
        model.addAttribute("task", task);
        model.addAttribute("organisation", organisations.get(task.municipality(), contact.organisation()));
        return "forms/consultation/management-contact";
    }

    private Contact contact(OpenTask task) {
        if (!task.task().equals("Activity_HearManagement")) {
            throw new NotFound("problem.task.gone");
        }
        return contacts.ofTask(task.id());
    }
}
