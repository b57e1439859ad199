package fi.hytekello.plan.web;

import fi.hytekello.municipality.Person;
import fi.hytekello.plan.Concern;
import fi.hytekello.plan.Concerns;
import fi.hytekello.plan.LifeCycleGroup;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.web.ProblemTexts;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a department or the wellbeing group enters joys and concerns; each row saves itself. */
@Controller
class ConcernController {

    private static final String PAGE = "joys-and-concerns";

    private final Concerns concerns;
    private final RowSaving saving;
    private final ProblemTexts problems;

    ConcernController(Concerns concerns, RowSaving saving, ProblemTexts problems) {
        this.concerns = concerns;
        this.saving = saving;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/joys-and-concerns")
    String show(OpenTask task, Model model) {
        return page(task, rows(task), model);
    }

    @PostMapping("/tasks/{taskId}/joys-and-concerns/rows")
    String add(OpenTask task, Person person, @RequestParam(required = false) @Nullable String embedded) {
        check(task);
        long id = concerns.add(task.cycle(), task.department(), person.username());
        return Pages.back(task, PAGE, embedded, "#concern-" + id);
    }

    @PostMapping("/tasks/{taskId}/joys-and-concerns/rows/{id}")
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
                () -> concerns.revise(
                        task.cycle(), task.department(), id, content(given), given.version(), person.username()),
                () -> rows(task),
                model,
                rows -> page(task, rows, model));
    }

    @PostMapping("/tasks/{taskId}/joys-and-concerns/rows/{id}/delete")
    String delete(
            OpenTask task,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String embedded,
            Locale locale,
            RedirectAttributes next) {
        check(task);
        try {
            concerns.delete(task.cycle(), task.department(), id, version);
        } catch (Conflict changed) {
            next.addFlashAttribute("problem", problems.of(changed, locale).orElseThrow());
        }
        return Pages.back(task, PAGE, embedded, "#rows");
    }

    private static Concern.Content content(Given given) {
        return new Concern.Content(
                given.choice("concernKind", Concern.Kind.class),
                given.choice("lifeCycle", LifeCycleGroup.class),
                given.text("theme", 100),
                given.text("concernText", 2000));
    }

    private String page(OpenTask task, List<FormRow<Concern>> rows, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("rows", rows);
        model.addAttribute("concernKinds", Concern.Kind.values());
        model.addAttribute("lifeCycles", LifeCycleGroup.values());
        return "forms/plan/joys-and-concerns";
    }

    private List<FormRow<Concern>> rows(OpenTask task) {
        check(task);
        return FormRow.all(concerns.of(task.cycle(), task.department()), ConcernController::row);
    }

    private static FormRow<Concern> row(int number, Concern concern) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("concernKind", FormRow.text(concern.content().kind()));
        values.put("lifeCycle", FormRow.text(concern.content().stage()));
        values.put("theme", FormRow.text(concern.content().theme()));
        values.put("concernText", FormRow.text(concern.content().text()));
        return new FormRow<>(
                number,
                Long.toString(concern.id()),
                concern,
                values,
                RowState.unchanged(
                        concern.row(), concern.version(), concern.content().gaps(number)));
    }

    /** The group's task and the departments' have the same page. */
    private static void check(OpenTask task) {
        Pages.of(task.department() == null ? "Activity_ListGroupConcerns" : "Activity_ListConcerns", task);
    }
}
