package fi.hytekello.plan.web;

import fi.hytekello.municipality.Person;
import fi.hytekello.plan.EffectDirection;
import fi.hytekello.plan.ImpactAssessment;
import fi.hytekello.plan.ImpactAssessments;
import fi.hytekello.plan.ImpactCriterion;
import fi.hytekello.plan.ImpactDrafts;
import fi.hytekello.plan.ImpactExclusion;
import fi.hytekello.plan.ImpactNeed;
import fi.hytekello.plan.ImpactViewpoint;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a department screens one of its proposals and assesses its impact; each part saves itself. */
@Controller
@RequestMapping("/tasks/{taskId}/proposals/rows/{id}/impact")
class ImpactController {

    /** One request to change a part. */
    private record Change(
            OpenTask task,
            MeasureId measure,
            String part,
            Given given,
            @Nullable String htmx,
            Locale locale) {}

    private final ImpactAssessments assessments;
    private final ImpactDrafts drafts;
    private final Measures measures;
    private final ProblemTexts problems;
    private final ImpactWords words;

    ImpactController(
            ImpactAssessments assessments,
            ImpactDrafts drafts,
            Measures measures,
            ProblemTexts problems,
            ImpactWords words) {
        this.assessments = assessments;
        this.drafts = drafts;
        this.measures = measures;
        this.problems = problems;
        this.words = words;
    }

    @GetMapping
    String show(OpenTask task, @PathVariable long id, Model model) {
        Pages.of("Activity_ProposeMeasures", task);
        ImpactAssessment assessment = assessment(task, new MeasureId(id));
        return page(task, assessment, ImpactPart.of(assessment), model);
    }

    /** What the list of proposals tells of this one; asked anew when the proposal has changed. */
    @GetMapping("/line")
    String line(OpenTask task, @PathVariable long id, Model model) {
        Pages.of("Activity_ProposeMeasures", task);
        model.addAttribute("task", task);
        model.addAttribute("impact", assessment(task, new MeasureId(id)));
        return "forms/plan/impact-parts :: line";
    }

    @PostMapping("/screening")
    String screen(
            OpenTask task,
            Person person,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Change change = change(task, id, ImpactPart.SCREENING, fields, htmx, locale);
        return save(
                change,
                model,
                () -> drafts.screen(
                        task.cycle(),
                        task.requiredDepartment(),
                        change.measure(),
                        ImpactPart.screening(change.given()),
                        person.username()));
    }

    @PostMapping("/summary")
    String summarise(
            OpenTask task,
            Person person,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Change change = change(task, id, ImpactPart.SUMMARY, fields, htmx, locale);
        return save(
                change,
                model,
                () -> drafts.summarise(
                        task.cycle(),
                        task.requiredDepartment(),
                        change.measure(),
                        ImpactPart.summary(change.given()),
                        person.username()));
    }

    @PostMapping("/effects/{alternative}/{viewpoint}")
    String describe(
            OpenTask task,
            Person person,
            @PathVariable long id,
            @PathVariable int alternative,
            @PathVariable ImpactViewpoint viewpoint,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Change change = change(task, id, ImpactPart.effect(alternative, viewpoint), fields, htmx, locale);
        return save(
                change,
                model,
                () -> drafts.describe(
                        task.cycle(),
                        task.requiredDepartment(),
                        change.measure(),
                        alternative,
                        viewpoint,
                        ImpactPart.effect(change.given()),
                        person.username()));
    }

    @PostMapping("/alternatives/{number}")
    String rename(
            OpenTask task,
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Change change = change(task, id, ImpactPart.alternative(number), fields, htmx, locale);
        return save(
                change,
                model,
                () -> drafts.renameAlternative(
                        task.cycle(),
                        task.requiredDepartment(),
                        change.measure(),
                        number,
                        change.given().text("alternativeName", 200),
                        change.given().version()));
    }

    @PostMapping("/alternatives/{number}/delete")
    String remove(
            OpenTask task,
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam Map<String, String> fields,
            Locale locale,
            Model model) {
        Change change = change(task, id, ImpactPart.alternative(number), fields, null, locale);
        return then(
                change,
                model,
                "#alternatives",
                () -> drafts.removeAlternative(
                        task.cycle(),
                        task.requiredDepartment(),
                        change.measure(),
                        number,
                        change.given().version()));
    }

    @PostMapping("/alternatives")
    String add(
            OpenTask task,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            Locale locale,
            Model model) {
        Change change = change(task, id, "", fields, null, locale);
        return then(
                change,
                model,
                "#alternatives",
                () -> drafts.addAlternative(
                        task.cycle(),
                        task.requiredDepartment(),
                        change.measure(),
                        change.given().text("alternativeName", 200)));
    }

    private static Change change(
            OpenTask task, long id, String part, Map<String, String> fields, @Nullable String htmx, Locale locale) {
        Pages.of("Activity_ProposeMeasures", task);
        return new Change(task, new MeasureId(id), part, new Given(fields), htmx, locale);
    }

    private String save(Change change, Model model, Runnable write) {
        ImpactPart part;
        try {
            write.run();
            part = part(change).saved();
        } catch (InvalidInput | Conflict refused) {
            part = refused(part(change), change, refused);
        }
        ImpactAssessment now = assessment(change.task(), change.measure());
        if (change.htmx() != null) {
            model.addAttribute("state", part.state());
            model.addAttribute("impact", now);
            model.addAttribute("reload", address(change));
            return "forms/plan/impact-parts :: answer";
        }
        if (part.state().saved()) {
            return "redirect:" + address(change) + "#" + change.part();
        }
        Map<String, ImpactPart> parts = ImpactPart.of(now);
        parts.put(change.part(), part);
        model.addAttribute("reload", address(change));
        return page(change.task(), now, parts, model);
    }

    /** For what changes the parts themselves: the page is read anew. */
    private String then(Change change, Model model, String anchor, Runnable write) {
        try {
            write.run();
            return "redirect:" + address(change) + anchor;
        } catch (InvalidInput | Conflict refused) {
            ImpactAssessment now = assessment(change.task(), change.measure());
            model.addAttribute("problem", problems.of(refused, change.locale()).orElseThrow());
            model.addAttribute("given", new HashMap<>(change.given().fields()));
            return page(change.task(), now, ImpactPart.of(now), model);
        }
    }

    private ImpactPart refused(ImpactPart now, Change change, RuntimeException refused) {
        String text = problems.of(refused, change.locale()).orElseThrow().message();
        int seen = change.given().version();
        RowState state = refused instanceof Conflict && now.state().version() != seen
                ? RowState.conflict(
                        change.part(),
                        seen,
                        text,
                        now.state().version(),
                        now.values(),
                        change.given().fields())
                : RowState.refused(change.part(), seen, text);
        return now.holding(change.given().fields(), words.told(state, change.locale()));
    }

    private ImpactPart part(Change change) {
        ImpactPart part =
                ImpactPart.of(assessment(change.task(), change.measure())).get(change.part());
        if (part == null) {
            throw new NotFound("problem.impact.alternative");
        }
        return part;
    }

    private String page(OpenTask task, ImpactAssessment assessment, Map<String, ImpactPart> parts, Model model) {
        List<Measure> own = measures.of(task.cycle(), task.requiredDepartment());
        int place = IntStream.range(0, own.size())
                .filter(i -> own.get(i).id().equals(assessment.measure()))
                .findFirst()
                .orElseThrow();
        model.addAttribute("task", task);
        model.addAttribute("measure", own.get(place));
        model.addAttribute("number", place + 1);
        model.addAttribute("impact", assessment);
        model.addAttribute("parts", parts);
        model.addAttribute("criteria", ImpactCriterion.values());
        model.addAttribute("exclusions", ImpactExclusion.values());
        model.addAttribute("needs", ImpactNeed.values());
        model.addAttribute("directions", EffectDirection.values());
        return "forms/plan/impact";
    }

    private ImpactAssessment assessment(OpenTask task, MeasureId id) {
        return measures.of(task.cycle(), task.requiredDepartment()).stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .map(assessments::of)
                .orElseThrow(() -> new NotFound("problem.measure.unknown"));
    }

    private static String address(Change change) {
        return Pages.address(
                change.task(),
                "proposals/rows/" + change.measure() + "/impact",
                change.given().fields().get("embedded"));
    }
}
