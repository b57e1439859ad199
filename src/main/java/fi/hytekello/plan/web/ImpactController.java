package fi.hytekello.plan.web;

import fi.hytekello.municipality.Person;
import fi.hytekello.plan.ImpactDrafts;
import fi.hytekello.plan.ImpactViewpoint;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.worklist.OpenTask;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a department screens one of its proposals and assesses its impact; each part saves itself. */
@Controller
@RequestMapping("/tasks/{taskId}/proposals/rows/{id}/impact")
class ImpactController {

    private final ImpactDrafts drafts;
    private final ImpactForm form;

    ImpactController(ImpactDrafts drafts, ImpactForm form) {
        this.drafts = drafts;
        this.form = form;
    }

    /** What every request to this page brings. */
    @ModelAttribute("change")
    ImpactChange change(
            OpenTask task,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale) {
        Pages.of("Activity_ProposeMeasures", task);
        return new ImpactChange(task, new MeasureId(id), new Given(fields), htmx, locale);
    }

    @GetMapping
    String show(@ModelAttribute(name = "change", binding = false) ImpactChange change, Model model) {
        return form.show(change.task(), change.measure(), model);
    }

    /** What the list of proposals tells of this one; asked anew when the proposal has changed. */
    @GetMapping("/line")
    String line(@ModelAttribute(name = "change", binding = false) ImpactChange change, Model model) {
        model.addAttribute("task", change.task());
        model.addAttribute("impact", form.assessment(change.task(), change.measure()));
        return "forms/plan/impact-parts :: line";
    }

    @PostMapping("/screening")
    String screen(@ModelAttribute(name = "change", binding = false) ImpactChange change, Person person, Model model) {
        return form.save(
                change,
                ImpactPart.SCREENING,
                model,
                () -> drafts.screen(
                        change.cycle(),
                        change.department(),
                        change.measure(),
                        ImpactPart.screening(change.given()),
                        person.username()));
    }

    @PostMapping("/summary")
    String summarise(
            @ModelAttribute(name = "change", binding = false) ImpactChange change, Person person, Model model) {
        return form.save(
                change,
                ImpactPart.SUMMARY,
                model,
                () -> drafts.summarise(
                        change.cycle(),
                        change.department(),
                        change.measure(),
                        ImpactPart.summary(change.given()),
                        person.username()));
    }

    @PostMapping("/effects/{alternative}/{viewpoint}")
    String describe(
            @ModelAttribute(name = "change", binding = false) ImpactChange change,
            Person person,
            @PathVariable int alternative,
            @PathVariable ImpactViewpoint viewpoint,
            Model model) {
        return form.save(
                change,
                ImpactPart.effect(alternative, viewpoint),
                model,
                () -> drafts.describe(
                        change.cycle(),
                        change.department(),
                        change.measure(),
                        alternative,
                        viewpoint,
                        ImpactPart.effect(change.given()),
                        person.username()));
    }

    @PostMapping("/alternatives/{number}")
    String rename(
            @ModelAttribute(name = "change", binding = false) ImpactChange change,
            @PathVariable int number,
            Model model) {
        return form.save(
                change,
                ImpactPart.alternative(number),
                model,
                () -> drafts.renameAlternative(
                        change.cycle(),
                        change.department(),
                        change.measure(),
                        number,
                        change.given().text("alternativeName", 200),
                        change.given().version()));
    }

    @PostMapping("/alternatives/{number}/delete")
    String remove(
            @ModelAttribute(name = "change", binding = false) ImpactChange change,
            @PathVariable int number,
            Model model) {
        return form.rearrange(
                change,
                model,
                () -> drafts.removeAlternative(
                        change.cycle(),
                        change.department(),
                        change.measure(),
                        number,
                        change.given().version()));
    }

    @PostMapping("/alternatives")
    String add(@ModelAttribute(name = "change", binding = false) ImpactChange change, Model model) {
        return form.rearrange(
                change,
                model,
                () -> drafts.addAlternative(
                        change.cycle(),
                        change.department(),
                        change.measure(),
                        change.given().text("alternativeName", 200)));
    }
}
