package fi.hytekello.plan.web;

import fi.hytekello.plan.Goals;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasurePart;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.Responsibilities;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a named person confirms the responsibility for a department's measures. */
@Controller
class ResponsibilityController {

    private static final String TASK = "Activity_ConfirmResponsibility";
    private static final String PAGE = "responsibility";

    /** Something to confirm, in the form. */
    record Row(int number, Measure measure, MeasurePart part, boolean declines, String reason, RowState state) {}

    private final Responsibilities responsibilities;
    private final Measures measures;
    private final Goals goals;
    private final ProblemTexts problems;

    ResponsibilityController(Responsibilities responsibilities, Measures measures, Goals goals, ProblemTexts problems) {
        this.responsibilities = responsibilities;
        this.measures = measures;
        this.goals = goals;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/responsibility")
    String show(OpenTask task, Model model) {
        Pages.of(TASK, task);
        return page(task, rows(task), model);
    }

    @PostMapping("/tasks/{taskId}/responsibility/rows/{measure}/{part}")
    String mark(
            OpenTask task,
            @PathVariable long measure,
            @PathVariable MeasurePart.Part part,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Pages.of(TASK, task);
        boolean declines = "true".equals(fields.get("declines"));
        String reason = Objects.toString(fields.get("refusalReason"), "").strip();
        String problem = null;
        try {
            responsibilities.mark(
                    task.cycle(),
                    task.requiredDepartment(),
                    task.namedPerson(),
                    new MeasureId(measure),
                    part,
                    declines,
                    reason.isEmpty() ? null : reason);
        } catch (InvalidInput refused) {
            problem = problems.of(refused, locale).orElseThrow().message();
        }
        String told = problem;
        List<Row> rows = rows(task).stream()
                .map(row -> row.measure().id().value() == measure && row.part().part() == part
                        ? told(row, declines, reason, told)
                        : row)
                .toList();
        if (htmx == null) {
            return problem == null
                    ? Pages.back(task, PAGE, fields.get("embedded"), "#" + name(measure, part))
                    : page(task, rows, model);
        }
        model.addAttribute(
                "state",
                rows.stream()
                        .map(Row::state)
                        .filter(state -> state.row().equals(name(measure, part)))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("problem.task.gone")));
        return "forms/plan/parts :: state";
    }

    private static Row told(Row row, boolean declines, String reason, @Nullable String problem) {
        String name = row.state().row();
        RowState state = problem == null ? RowState.saved(name, 0, List.of()) : RowState.refused(name, 0, problem);
        return new Row(row.number(), row.measure(), row.part(), declines, reason, state);
    }

    private String page(OpenTask task, List<Row> rows, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("rows", rows);
        model.addAttribute("goals", goals.list(task.cycle()));
        return "forms/plan/responsibility";
    }

    private List<Row> rows(OpenTask task) {
        Map<MeasureId, Measure> known = measures.of(task.cycle(), task.requiredDepartment()).stream()
                .collect(java.util.stream.Collectors.toMap(Measure::id, measure -> measure));
        List<MeasurePart> open = responsibilities.openFor(task.cycle(), task.requiredDepartment(), task.namedPerson());
        return IntStream.range(0, open.size())
                .mapToObj(i ->
                        row(i + 1, Objects.requireNonNull(known.get(open.get(i).measure())), open.get(i)))
                .toList();
    }

    private static Row row(int number, Measure measure, MeasurePart part) {
        return new Row(
                number,
                measure,
                part,
                part.state() == MeasurePart.State.DECLINING,
                Objects.requireNonNullElse(part.reason(), ""),
                RowState.unchanged(name(measure.id().value(), part.part()), 0, List.of()));
    }

    private static String name(long measure, MeasurePart.Part part) {
        return "measure-" + measure + "-" + part.field();
    }
}
