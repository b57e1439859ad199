package fi.hytekello.plan.web;

import fi.hytekello.plan.EffectDirection;
import fi.hytekello.plan.ImpactAssessment;
import fi.hytekello.plan.ImpactAssessments;
import fi.hytekello.plan.ImpactCriterion;
import fi.hytekello.plan.ImpactExclusion;
import fi.hytekello.plan.ImpactNeed;
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
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows the impact assessment of a measure and saves its parts, each with what the browser is to see of it. */
@Component
class ImpactForm {

    private final ImpactAssessments assessments;
    private final Measures measures;
    private final RowSaving saving;
    private final ProblemTexts problems;
    private final ImpactWords words;

    ImpactForm(
            ImpactAssessments assessments,
            Measures measures,
            RowSaving saving,
            ProblemTexts problems,
            ImpactWords words) {
        this.assessments = assessments;
        this.measures = measures;
        this.saving = saving;
        this.problems = problems;
        this.words = words;
    }

    String show(OpenTask task, MeasureId measure, Model model) {
        ImpactAssessment assessment = assessment(task, measure);
        return page(task, assessment, ImpactPart.of(assessment), model);
    }

    /** @param name of the part, as {@link ImpactPart} names it */
    String save(ImpactChange change, String name, Model model, Runnable write) {
        RowState state = saving.save(
                name,
                change.given(),
                change.locale(),
                () -> {
                    write.run();
                    return part(change, name).state().version();
                },
                () -> part(change, name).stored());
        ImpactPart now = part(change, name);
        ImpactPart part =
                state.saved() ? now.saved() : now.holding(change.given().fields(), words.told(state, change.locale()));
        ImpactAssessment assessment = assessment(change.task(), change.measure());
        model.addAttribute("reload", change.address());
        if (change.htmx() != null) {
            model.addAttribute("state", part.state());
            model.addAttribute("impact", assessment);
            return "forms/plan/impact-parts :: answer";
        }
        if (state.saved()) {
            return "redirect:" + change.address() + "#" + name;
        }
        Map<String, ImpactPart> parts = ImpactPart.of(assessment);
        parts.put(name, part);
        return page(change.task(), assessment, parts, model);
    }

    /** For what changes the parts themselves: the page is read anew. */
    String rearrange(ImpactChange change, Model model, Runnable write) {
        try {
            write.run();
            return "redirect:" + change.address() + "#alternatives";
        } catch (InvalidInput | Conflict refused) {
            model.addAttribute("problem", problems.of(refused, change.locale()).orElseThrow());
            model.addAttribute("given", new HashMap<>(change.given().fields()));
            return show(change.task(), change.measure(), model);
        }
    }

    /** @throws NotFound when the measure is not among the department's proposals */
    ImpactAssessment assessment(OpenTask task, MeasureId id) {
        return measures.of(task.cycle(), task.requiredDepartment()).stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .map(assessments::of)
                .orElseThrow(() -> new NotFound("problem.measure.unknown"));
    }

    private ImpactPart part(ImpactChange change, String name) {
        ImpactPart part =
                ImpactPart.of(assessment(change.task(), change.measure())).get(name);
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
}
