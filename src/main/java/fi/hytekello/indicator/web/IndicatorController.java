package fi.hytekello.indicator.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.indicator.Citation;
import fi.hytekello.indicator.Citations;
import fi.hytekello.indicator.Indicator;
import fi.hytekello.indicator.IndicatorReviewing;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.Export;
import fi.hytekello.platform.web.Exports;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a department explains its indicators, and the list that everybody of the municipality reads. */
@Controller
class IndicatorController {

    private final Indicators indicators;
    private final IndicatorReviewing reviewing;
    private final Cycles cycles;
    private final ProblemTexts problems;
    private final Exports exports;
    private final Citations citations;
    private final FrozenRows rows;
    private final ReviewState state;

    IndicatorController(
            Indicators indicators,
            IndicatorReviewing reviewing,
            Cycles cycles,
            ProblemTexts problems,
            Exports exports,
            Citations citations,
            FrozenRows rows,
            ReviewState state) {
        this.citations = citations;
        this.rows = rows;
        this.state = state;
        this.exports = exports;
        this.indicators = indicators;
        this.reviewing = reviewing;
        this.cycles = cycles;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/indicator-review")
    String review(OpenTask task, Model model, Locale locale) {
        requireReview(task);
        Cycle cycle = cycles.get(task.cycle());
        model.addAttribute("task", task);
        model.addAttribute("rows", rows.of(cycle, indicators.of(cycle.id(), task.requiredDepartment()), locale));
        model.addAttribute("returned", state.returned(task));
        return "forms/indicator/indicator-review";
    }

    /** Saves one row's draft: answers the row's state to htmx, and leads back to the page without it. */
    @PostMapping("/tasks/{taskId}/indicator-review/{indicator}")
    String explain(
            OpenTask task,
            Person person,
            @PathVariable int indicator,
            @RequestParam(defaultValue = "") String explanation,
            @RequestParam(defaultValue = "false") boolean corrective,
            @RequestParam(required = false) @Nullable String embedded,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        requireReview(task);
        try {
            reviewing.explain(
                    task.cycle(), task.requiredDepartment(), indicator, explanation, corrective, person.username());
        } catch (InvalidInput invalid) {
            ProblemTexts.Text text = problems.of(invalid, locale).orElseThrow();
            model.addAttribute("rowProblem", text.message());
            next.addFlashAttribute("problem", text);
        }
        if (htmx != null) {
            return "forms/indicator/parts :: saved";
        }
        return "redirect:/tasks/" + task.id() + "/indicator-review" + (embedded == null ? "" : "?embedded");
    }

    @GetMapping("/cycles/{cycleId}/indicators")
    String all(@PathVariable long cycleId, Person person, Model model, Locale locale) {
        Cycle cycle = cycles.get(new CycleId(cycleId));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        model.addAttribute("cycle", cycle);
        model.addAttribute("rows", rows.of(cycle, indicators.of(cycle.id()), locale));
        state.show(cycle, person, model);
        model.addAttribute("keepsData", MunicipalitySettings.mayBeChangedBy(person, cycle.municipality()));
        return "forms/indicator/indicators";
    }

    @GetMapping("/cycles/{cycleId}/indicators.{format:xlsx|csv}")
    ResponseEntity<byte[]> file(@PathVariable long cycleId, @PathVariable String format, Person person, Locale locale) {
        Cycle cycle = cycles.get(new CycleId(cycleId));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        Export export = exports.of(cycle.municipality(), cycle.year(), "indicator.file", locale)
                .text("indicator.title", 40)
                .whole("indicator.number")
                .number("indicator.value")
                .text("indicator.unit", 14)
                .whole("indicator.valueYear")
                .number("indicator.comparison")
                .number("indicator.differencePercent")
                .text("indicator.light", 18)
                .text("light.why", 60)
                .text("indicator.department", 20)
                .text("indicator.explanation", 50)
                .text("indicator.sourceHeader", 60)
                .date("indicator.fetchedOn")
                .text("indicator.revision.header", 40);
        Map<Integer, String> revised = rows.revisions(cycle, locale);
        indicators
                .of(cycle.id())
                .forEach(value ->
                        export.line(cells(value, revised.get(value.indicator().id()), export)));
        return export.as(format);
    }

    private @Nullable Object[] cells(SnapshotValue value, @Nullable String revision, Export export) {
        Indicator indicator = value.indicator();
        return new @Nullable Object[] {
            indicator.title(export.locale()),
            indicator.id(),
            value.value(),
            indicator.unit(export.locale()),
            value.year(),
            value.comparison(),
            value.differencePercent(),
            export.choice("light.", value.light()),
            rows.why(value, export.locale()),
            export.department(indicator.department()),
            value.leftUnexplained() ? export.word("indicator.unexplained") : value.explanation(),
            citations.text(Citation.of(value), export.locale()),
            value.basis().fetchedOn(),
            revision
        };
    }

    private static void requireReview(OpenTask task) {
        if (!task.task().equals("Activity_ExplainIndicators")) {
            throw new NotFound("problem.task.gone");
        }
    }
}
