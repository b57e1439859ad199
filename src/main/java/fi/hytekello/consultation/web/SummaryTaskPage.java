package fi.hytekello.consultation.web;

import fi.hytekello.consultation.Consultation;
import fi.hytekello.consultation.Consultations;
import fi.hytekello.consultation.Contacts;
import fi.hytekello.consultation.Summaries;
import fi.hytekello.consultation.ViewGroup;
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

/** The page on which the coordinator reads all views and draws the conclusions. */
@Controller
class SummaryTaskPage {

    private final Consultations consultations;
    private final Contacts contacts;
    private final Summaries summaries;
    private final ProblemTexts problems;

    SummaryTaskPage(Consultations consultations, Contacts contacts, Summaries summaries, ProblemTexts problems) {
        this.consultations = consultations;
        this.contacts = contacts;
        this.summaries = summaries;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/consultation-summary")
    String show(OpenTask task, Model model) {
        Consultation consultation = consultation(task);
        return page(
                task,
                consultation,
                Map.of("conclusions", consultation.conclusions(), "version", Integer.toString(consultation.version())),
                model);
    }

    /** Keeps the conclusions and, unless only that was asked, makes the summary. */
    @PostMapping("/tasks/{taskId}/consultation-summary")
    String save(
            OpenTask task,
            @RequestParam Map<String, String> form,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Consultation consultation = consultation(task);
        FormFields fields = new FormFields(form);
        try {
            summaries.conclude(consultation.id(), fields.text("conclusions"), fields.version());
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(task, consultation, form, model);
        }
        if (form.containsKey("save")) {
            next.addFlashAttribute("saved", true);
            return "redirect:/tasks/" + task.id() + "/consultation-summary"
                    + (form.containsKey("embedded") ? "?embedded" : "");
        }
        return "forward:/tasks/" + task.id() + "/complete";
    }

    private String page(OpenTask task, Consultation consultation, Map<String, String> form, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("consultation", consultation);
        model.addAttribute("groups", ViewGroup.of(consultation, contacts.of(consultation.id())));
        model.addAttribute("form", form);
        return "forms/consultation/consultation-summary";
    }

    private Consultation consultation(OpenTask task) {
        if (!task.task().equals("Activity_WriteSummary")) {
            throw new NotFound("problem.task.gone");
        }
        return consultations.get(Consultation.ofMatter(task.matter()));
    }
}
