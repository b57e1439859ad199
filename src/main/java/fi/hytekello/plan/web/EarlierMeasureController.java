package fi.hytekello.plan.web;

import fi.hytekello.municipality.Person;
import fi.hytekello.plan.EarlierMeasures;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Copies earlier years' unfinished measures into the proposals. */
@Controller
class EarlierMeasureController {

    private final EarlierMeasures earlier;
    private final ProblemTexts problems;

    EarlierMeasureController(EarlierMeasures earlier, ProblemTexts problems) {
        this.earlier = earlier;
        this.problems = problems;
    }

    @PostMapping("/tasks/{taskId}/proposals/copy")
    String copy(
            OpenTask task,
            Person person,
            @RequestParam(required = false) @Nullable List<Long> measure,
            @RequestParam(required = false) @Nullable String embedded,
            Locale locale,
            RedirectAttributes next) {
        Pages.of("Activity_ProposeMeasures", task);
        try {
            List<MeasureId> chosen = measure == null
                    ? List.of()
                    : measure.stream().map(MeasureId::new).toList();
            next.addFlashAttribute(
                    "copied", earlier.copy(task.cycle(), task.requiredDepartment(), chosen, person.username()));
        } catch (InvalidInput | Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return Pages.back(task, "proposals", embedded, "");
    }
}
