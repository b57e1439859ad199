package fi.hytekello.plan.web;

import fi.hytekello.municipality.Person;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasureReport;
import fi.hytekello.plan.MeasureReports;
import fi.hytekello.plan.ReportedStatus;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.util.LinkedHashMap;
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

/** The page on which a department reports last year's measures; each row saves itself. */
@Controller
class MeasureReportController {

    /** A measure's report in the form. */
    record Row(int number, MeasureReport report, Map<String, String> values, RowState state) {}

    private final MeasureReports reports;
    private final ProblemTexts problems;

    MeasureReportController(MeasureReports reports, ProblemTexts problems) {
        this.reports = reports;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/measure-report")
    String show(OpenTask task, Model model) {
        Pages.of("Activity_ReportMeasures", task);
        return page(task, rows(task), model);
    }

    @PostMapping("/tasks/{taskId}/measure-report/rows/{id}")
    String save(
            OpenTask task,
            Person person,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Pages.of("Activity_ReportMeasures", task);
        Given given = new Given(fields);
        Row row;
        try {
            reports.write(
                    task.cycle(),
                    task.requiredDepartment(),
                    new MeasureId(id),
                    content(given),
                    given.version(),
                    person.username());
            Row now = row(task, id);
            row = new Row(
                    now.number(),
                    now.report(),
                    now.values(),
                    RowState.saved(
                            now.state().row(),
                            now.report().version(),
                            now.state().gaps()));
        } catch (InvalidInput | Conflict refused) {
            row = refused(row(task, id), given, refused, locale);
        }
        model.addAttribute("reload", Pages.address(task, "measure-report", fields.get("embedded")));
        if (htmx != null) {
            model.addAttribute("state", row.state());
            return "forms/plan/parts :: state";
        }
        Row shown = row;
        return row.state().saved()
                ? Pages.back(task, "measure-report", fields.get("embedded"), "#measure-" + id)
                : page(
                        task,
                        rows(task).stream()
                                .map(other -> other.number() == shown.number() ? shown : other)
                                .toList(),
                        model);
    }

    private Row refused(Row now, Given given, RuntimeException refused, Locale locale) {
        String text = problems.of(refused, locale).orElseThrow().message();
        RowState state = refused instanceof Conflict && now.report().version() != given.version()
                ? RowState.conflict(
                        now.state().row(), given.version(), text, now.report().version(), now.values(), given.fields())
                : RowState.refused(now.state().row(), given.version(), text);
        Map<String, String> held = new LinkedHashMap<>(now.values());
        held.replaceAll((field, value) -> given.fields().getOrDefault(field, ""));
        return new Row(now.number(), now.report(), held, state);
    }

    private static String page(OpenTask task, List<Row> rows, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("rows", rows);
        model.addAttribute("statuses", ReportedStatus.values());
        return "forms/plan/measure-report";
    }

    private List<Row> rows(OpenTask task) {
        List<MeasureReport> open = reports.open(task.cycle(), task.requiredDepartment());
        return IntStream.range(0, open.size())
                .mapToObj(i -> row(i + 1, open.get(i)))
                .toList();
    }

    private Row row(OpenTask task, long id) {
        return rows(task).stream()
                .filter(row -> row.report().measure().id().value() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.measure.unknown"));
    }

    private static Row row(int number, MeasureReport report) {
        MeasureReport.Content content = report.content();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("status", Objects.toString(content.status(), ""));
        values.put("reason", Objects.toString(content.reason(), ""));
        values.put("note", Objects.toString(content.note(), ""));
        values.put("euroUsed", ProposalRow.money(content.euroUsed()));
        return new Row(
                number,
                report,
                values,
                RowState.unchanged(ProposalRow.name(report.measure()), report.version(), report.gaps(number)));
    }

    private static MeasureReport.Content content(Given given) {
        return new MeasureReport.Content(
                given.choice("status", ReportedStatus.class),
                given.text("reason", 2000),
                given.text("note", 4000),
                given.euro("euroUsed"));
    }
}
