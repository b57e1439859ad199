package fi.hytekello.plan.web;

import fi.hytekello.indicator.LatestValues;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.Concern;
import fi.hytekello.plan.Concerns;
import fi.hytekello.worklist.OpenTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which the wellbeing group tests concerns against indicators; each row saves itself. */
@Controller
class ConcernTestController {

    private static final String PAGE = "concern-tests";

    private final Concerns concerns;
    private final LatestValues indicators;
    private final RowSaving saving;

    ConcernTestController(Concerns concerns, LatestValues indicators, RowSaving saving) {
        this.concerns = concerns;
        this.indicators = indicators;
        this.saving = saving;
    }

    @GetMapping("/tasks/{taskId}/concern-tests")
    String show(OpenTask task, Model model) {
        return page(task, rows(task), model);
    }

    @PostMapping("/tasks/{taskId}/concern-tests/rows/{id}")
    String save(
            OpenTask task,
            Person person,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Given given = new Given(fields);
        return saving.answer(
                new RowSaving.Request(task, PAGE, given, htmx, locale),
                FormRow.of(rows(task), id),
                () -> concerns.test(task.cycle(), id, test(given), given.version(), person.username()),
                () -> rows(task),
                model,
                rows -> page(task, rows, model));
    }

    private static Concern.Test test(Given given) {
        return new Concern.Test(
                given.choice("verdict", Concern.Verdict.class),
                given.number("testIndicator"),
                given.text("testNote", 2000),
                given.text("developmentTarget", 300));
    }

    private String page(OpenTask task, List<FormRow<Concern>> rows, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("rows", rows);
        model.addAttribute("verdicts", Concern.Verdict.values());
        model.addAttribute("indicators", indicators.of(task.municipality()));
        return "forms/plan/concern-tests";
    }

    private List<FormRow<Concern>> rows(OpenTask task) {
        Pages.of("Activity_TestConcerns", task);
        return FormRow.all(concerns.toTest(task.cycle()), ConcernTestController::row);
    }

    private static FormRow<Concern> row(int number, Concern concern) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("verdict", FormRow.text(concern.test().verdict()));
        values.put("testIndicator", FormRow.text(concern.test().indicator()));
        values.put("testNote", FormRow.text(concern.test().note()));
        values.put("developmentTarget", FormRow.text(concern.test().target()));
        return new FormRow<>(
                number,
                Long.toString(concern.id()),
                concern,
                values,
                RowState.unchanged(
                        concern.row(), concern.version(), concern.test().gaps(number)));
    }
}
