package fi.hytekello.indicator.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.indicator.Inactivities;
import fi.hytekello.indicator.IndicatorDiscussions;
import fi.hytekello.indicator.IndicatorRound;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the wellbeing group goes through the indicators, and closing the departments' round before it. */
@Controller
class DiscussionController {

    private final Indicators indicators;
    private final IndicatorDiscussions discussions;
    private final Inactivities inactivities;
    private final IndicatorRound round;
    private final Cycles cycles;
    private final FrozenRows rows;
    private final ProblemTexts problems;

    DiscussionController(
            Indicators indicators,
            IndicatorDiscussions discussions,
            Inactivities inactivities,
            IndicatorRound round,
            Cycles cycles,
            FrozenRows rows,
            ProblemTexts problems) {
        this.indicators = indicators;
        this.discussions = discussions;
        this.inactivities = inactivities;
        this.round = round;
        this.cycles = cycles;
        this.rows = rows;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/indicator-discussion")
    String discuss(OpenTask task, Model model, Locale locale) {
        requireDiscussion(task);
        Cycle cycle = cycles.get(task.cycle());
        Map<String, List<IndicatorRow>> themes = rows.of(cycle, indicators.of(cycle.id()), locale).stream()
                .collect(Collectors.groupingBy(row -> row.indicator().theme(), TreeMap::new, Collectors.toList()));
        model.addAttribute("task", task);
        model.addAttribute("themes", themes);
        model.addAttribute("counts", indicators.countsByLight(cycle.id()));
        model.addAttribute("departments", indicators.departments(cycle.id()));
        model.addAttribute("discussion", discussions.of(cycle.id()));
        model.addAttribute("inactivities", inactivities.of(cycle.id()));
        return "forms/indicator/indicator-discussion";
    }

    /** Saves the draft of one theme's comment: answers its state to htmx, and leads back to the page without it. */
    @PostMapping("/tasks/{taskId}/indicator-discussion/{theme:[A-Z_]+}")
    String comment(
            OpenTask task,
            Person person,
            @PathVariable String theme,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(required = false) @Nullable String embedded,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        requireDiscussion(task);
        try {
            discussions.comment(task.cycle(), theme, comment, person.username());
        } catch (InvalidInput invalid) {
            ProblemTexts.Text text = problems.of(invalid, locale).orElseThrow();
            model.addAttribute("rowProblem", text.message());
            next.addFlashAttribute("problem", text);
        }
        return htmx != null
                ? "forms/indicator/parts :: saved"
                : "redirect:/tasks/" + task.id() + "/indicator-discussion" + (embedded == null ? "" : "?embedded");
    }

    @PostMapping("/cycles/{cycleId}/indicators/close")
    String close(@PathVariable long cycleId, Person person, RedirectAttributes next) {
        round.close(new CycleId(cycleId), person);
        next.addFlashAttribute("closed", true);
        return "redirect:/cycles/" + cycleId + "/indicators";
    }

    private static void requireDiscussion(OpenTask task) {
        if (!task.task().equals("Activity_DiscussIndicators")) {
            throw new NotFound("problem.task.gone");
        }
    }
}
