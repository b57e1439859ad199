package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasureReport;
import fi.hytekello.plan.MeasureReports;
import fi.hytekello.plan.ReportPoint;
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

/**
 * The pages on which a department reports how its measures stand: at the end of last year, and at the half of the year.
 * Each row saves itself.
 */
@Controller
class MeasureReportController {

    /** A measure's report in the form. */
    record Row(int number, MeasureReport report, Map<String, String> values, RowState state) {}

    /** One page for each point at which measures are reported. */
    enum Kind {
        YEAR_END("measure-report", "Activity_ReportMeasures", ReportPoint.YEAR_END),
        HALF_YEAR("follow-up", "Activity_ReportFollowUp", ReportPoint.HALF_YEAR);

        final String page;
        final String activity;
        final ReportPoint point;

        Kind(String page, String activity, ReportPoint point) {
            this.page = page;
            this.activity = activity;
            this.point = point;
        }

        static Kind of(String page, OpenTask task) {
            Kind kind = page.equals(HALF_YEAR.page) ? HALF_YEAR : YEAR_END;
            Pages.of(kind.activity, task);
            return kind;
        }
    }

    private static final String PAGE = "/tasks/{taskId}/{page:measure-report|follow-up}";

    private final MeasureReports reports;
    private final Cycles cycles;
    private final ProblemTexts problems;

    MeasureReportController(MeasureReports reports, Cycles cycles, ProblemTexts problems) {
        this.reports = reports;
        this.cycles = cycles;
        this.problems = problems;
    }

    @GetMapping(PAGE)
    String show(OpenTask task, @PathVariable String page, Model model) {
        Kind kind = Kind.of(page, task);
        return page(task, kind, rows(task, kind), model);
    }

    @PostMapping(PAGE + "/rows/{id}")
    String save(
            OpenTask task,
            Person person,
            @PathVariable String page,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Kind kind = Kind.of(page, task);
        Given given = new Given(fields);
        Row row;
        try {
            reports.write(
                    task.cycle(),
                    task.requiredDepartment(),
                    kind.point,
                    new MeasureId(id),
                    content(given),
                    given.version(),
                    person.username());
            Row now = row(task, kind, id);
            row = new Row(
                    now.number(),
                    now.report(),
                    now.values(),
                    RowState.saved(
                            now.state().row(),
                            now.report().version(),
                            now.state().gaps()));
        } catch (InvalidInput | Conflict refused) {
            row = refused(row(task, kind, id), given, refused, locale);
        }
        model.addAttribute("reload", Pages.address(task, kind.page, fields.get("embedded")));
        if (htmx != null) {
            model.addAttribute("state", row.state());
            return "forms/plan/parts :: state";
        }
        Row shown = row;
        return row.state().saved()
                ? Pages.back(task, kind.page, fields.get("embedded"), "#measure-" + id)
                : page(
                        task,
                        kind,
                        rows(task, kind).stream()
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

    private String page(OpenTask task, Kind kind, List<Row> rows, Model model) {
        model.addAttribute("page", kind.page);
        model.addAttribute("halfYear", kind == Kind.HALF_YEAR);
        model.addAttribute("text", "plan." + (kind == Kind.HALF_YEAR ? "followUp" : "measureReport"));
        model.addAttribute("asOf", kind.point.asOf(cycles.get(task.cycle())));
        model.addAttribute("task", task);
        model.addAttribute("rows", rows);
        model.addAttribute("statuses", ReportedStatus.values());
        return "forms/plan/" + kind.page;
    }

    private List<Row> rows(OpenTask task, Kind kind) {
        List<MeasureReport> open = reports.open(task.cycle(), task.requiredDepartment(), kind.point);
        return IntStream.range(0, open.size())
                .mapToObj(i -> row(kind, i + 1, open.get(i)))
                .toList();
    }

    private Row row(OpenTask task, Kind kind, long id) {
        return rows(task, kind).stream()
                .filter(row -> row.report().measure().id().value() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.measure.unknown"));
    }

    private static Row row(Kind kind, int number, MeasureReport report) {
        MeasureReport.Content content = report.content();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("status", Objects.toString(content.status(), ""));
        values.put("reason", Objects.toString(content.reason(), ""));
        values.put("note", Objects.toString(content.note(), ""));
        values.put("euroUsed", ProposalRow.money(content.euroUsed()));
        if (kind == Kind.HALF_YEAR) {
            values.put("newEndsOn", Objects.toString(content.newEndsOn(), ""));
            values.put("correctiveAction", Objects.toString(content.correction(), ""));
        }
        return new Row(
                number,
                report,
                values,
                RowState.unchanged(
                        ProposalRow.name(report.measure()), report.version(), report.gaps(number, kind.point)));
    }

    private static MeasureReport.Content content(Given given) {
        return new MeasureReport.Content(
                given.choice("status", ReportedStatus.class),
                given.text("reason", 2000),
                given.text("note", 4000),
                given.euro("euroUsed"),
                given.date("newEndsOn"),
                given.text("correctiveAction", 2000));
    }
}
