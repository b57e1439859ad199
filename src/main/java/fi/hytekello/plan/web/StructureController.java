package fi.hytekello.plan.web;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.plan.Chapter;
import fi.hytekello.plan.Chapters;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
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

/** The page on which the coordinator fixes the chapters of the broad report; each chapter saves itself. */
@Controller
class StructureController {

    private static final String PAGE = "report-structure";

    private final Chapters chapters;
    private final Municipalities municipalities;
    private final RowSaving saving;
    private final ProblemTexts problems;

    StructureController(Chapters chapters, Municipalities municipalities, RowSaving saving, ProblemTexts problems) {
        this.chapters = chapters;
        this.municipalities = municipalities;
        this.saving = saving;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/report-structure")
    String show(OpenTask task, Model model) {
        return page(task, rows(task), model);
    }

    @PostMapping("/tasks/{taskId}/report-structure/{section}")
    String save(
            OpenTask task,
            @PathVariable ReportSection section,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Given given = new Given(fields);
        return saving.answer(
                new RowSaving.Request(task, PAGE, given, htmx, locale),
                FormRow.of(rows(task), section.key()),
                () -> chapters.revise(task.cycle(), section, content(given), given.version())
                        .version(),
                () -> rows(task),
                model,
                rows -> page(task, rows, model));
    }

    @PostMapping("/tasks/{taskId}/report-structure")
    String add(OpenTask task, @RequestParam Map<String, String> fields, Locale locale, RedirectAttributes next) {
        Pages.of("Activity_FixStructure", task);
        String anchor = "#add";
        try {
            ReportSection added = chapters.add(task.cycle(), content(new Given(fields)));
            anchor = "#" + name(added);
        } catch (InvalidInput | Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
            next.addFlashAttribute("given", fields);
        }
        return Pages.back(task, PAGE, fields.get("embedded"), anchor);
    }

    /** @param move {@code up}, {@code down} or {@code remove} */
    @PostMapping("/tasks/{taskId}/report-structure/{section}/{move:up|down|remove}")
    String move(
            OpenTask task,
            @PathVariable ReportSection section,
            @PathVariable String move,
            @RequestParam(required = false) @Nullable String embedded,
            Locale locale,
            RedirectAttributes next) {
        Pages.of("Activity_FixStructure", task);
        try {
            if (move.equals("remove")) {
                chapters.remove(task.cycle(), section);
            } else {
                chapters.move(task.cycle(), section, move.equals("up"));
            }
        } catch (Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return Pages.back(task, PAGE, embedded, move.equals("remove") ? "#rows" : "#" + name(section));
    }

    private static Chapter.Content content(Given given) {
        String department = given.text("chapterDepartment", 40);
        return new Chapter.Content(
                given.text("headingFi", 200),
                given.text("headingSv", 200),
                given.checked("obligatory"),
                department == null ? null : new DepartmentCode(department),
                given.text("guidance", 2000));
    }

    private String page(OpenTask task, List<FormRow<Chapter>> rows, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("rows", rows);
        model.addAttribute("departments", municipalities.departments(task.municipality()));
        return "forms/plan/report-structure";
    }

    private List<FormRow<Chapter>> rows(OpenTask task) {
        Pages.of("Activity_FixStructure", task);
        return FormRow.all(chapters.of(task.cycle()), StructureController::row);
    }

    private static FormRow<Chapter> row(int number, Chapter chapter) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("headingFi", FormRow.text(chapter.content().headingFi()));
        values.put("headingSv", FormRow.text(chapter.content().headingSv()));
        values.put("chapterDepartment", FormRow.text(chapter.content().department()));
        values.put("guidance", FormRow.text(chapter.content().guidance()));
        values.put("obligatory", chapter.content().obligatory() ? "true" : "");
        return new FormRow<>(
                number,
                chapter.section().key(),
                chapter,
                values,
                RowState.unchanged(name(chapter.section()), chapter.version(), List.of()));
    }

    private static String name(ReportSection section) {
        return "chapter-" + section.field();
    }
}
