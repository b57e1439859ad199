package fi.hytekello.plan.web;

import fi.hytekello.municipality.Person;
import fi.hytekello.plan.ImpactScreenings;
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

/** Answers for several proposals at once that no impact assessment is needed by any criterion. */
@Controller
class ImpactScreeningController {

    private final ImpactScreenings screenings;
    private final ProblemTexts problems;

    ImpactScreeningController(ImpactScreenings screenings, ProblemTexts problems) {
        this.screenings = screenings;
        this.problems = problems;
    }

    @PostMapping("/tasks/{taskId}/proposals/screenings")
    String affectNothing(
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
                    "screened",
                    screenings.affectNothing(task.cycle(), task.requiredDepartment(), chosen, person.username()));
        } catch (InvalidInput | Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return Pages.back(task, "proposals", embedded, "");
    }
}
