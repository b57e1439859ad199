package fi.hytekello.consultation.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyId;
import fi.hytekello.consultation.ConsultationDeadlines;
import fi.hytekello.consultation.ConsultationDraft;
import fi.hytekello.consultation.ConsultationId;
import fi.hytekello.consultation.ConsultationTexts;
import fi.hytekello.consultation.Consultations;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a regional council's coordinator begins a consultation. */
@Controller
class BeginPage {

    private final Consultations consultations;
    private final ConsultationTexts texts;
    private final ConsultationDeadlines deadlines;
    private final Bodies bodies;
    private final ProblemTexts problems;

    BeginPage(
            Consultations consultations,
            ConsultationTexts texts,
            ConsultationDeadlines deadlines,
            Bodies bodies,
            ProblemTexts problems) {
        this.consultations = consultations;
        this.texts = texts;
        this.deadlines = deadlines;
        this.bodies = bodies;
        this.problems = problems;
    }

    /** @param body for whose work; the whole region where it is missing */
    @GetMapping("/consultations/{tenant}/new")
    String blank(
            @PathVariable MunicipalityCode tenant,
            @RequestParam(required = false) @Nullable Long body,
            Person person,
            Model model) {
        Municipality council = consultations.begunBy(person, tenant);
        Body of = body == null ? null : bodies.get(tenant, new BodyId(body));
        return page(
                council,
                ConsultationForm.of(council, of, consultations.municipalities(tenant), texts, deadlines),
                model);
    }

    /** A second click finds the one under way and says so. */
    @PostMapping("/consultations/{tenant}")
    String begin(
            @PathVariable MunicipalityCode tenant,
            @RequestParam MultiValueMap<String, String> given,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Municipality council = consultations.begunBy(person, tenant);
        ConsultationForm form = ConsultationForm.of(given);
        try {
            ConsultationId id = consultations.begin(tenant, form.body(), form.draft(), person);
            next.addFlashAttribute("done", "begun");
            return "redirect:/consultations/" + tenant + "/" + id;
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(council, form, model);
        }
    }

    private String page(Municipality council, ConsultationForm form, Model model) {
        model.addAttribute("tenant", council);
        model.addAttribute("form", form);
        model.addAttribute("handlers", ConsultationDraft.HANDLERS);
        model.addAttribute("municipalities", consultations.municipalities(council.code()));
        model.addAttribute(
                "bodies",
                bodies.of(council.code()).stream()
                        .filter(body -> !body.hasEndedOn(deadlines.today()))
                        .toList());
        return "forms/consultation/consultation-new";
    }
}
