package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasureReport;
import fi.hytekello.plan.MeasureReports;
import fi.hytekello.plan.ReportPoint;
import fi.hytekello.plan.ReportedStatus;
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

/**
 * The pages on which a department reports how its measures stand: at the end of last year, and at the half of the year.
 * Each row saves itself.
 */
@Controller
class MeasureReportController {

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
    private final RowSaving saving;

    MeasureReportController(MeasureReports reports, Cycles cycles, RowSaving saving) {
        this.reports = reports;
        this.cycles = cycles;
        this.saving = saving;
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
        return saving.answer(
                new RowSaving.Request(task, kind.page, given, htmx, locale),
                FormRow.of(rows(task, kind), id),
                () -> reports.write(
                                task.cycle(),
                                task.requiredDepartment(),
                                kind.point,
                                new MeasureId(id),
                                content(given),
                                given.version(),
                                person.username())
                        .version(),
                () -> rows(task, kind),
                model,
                rows -> page(task, kind, rows, model));
    }

    private String page(OpenTask task, Kind kind, List<FormRow<MeasureReport>> rows, Model model) {
        model.addAttribute("page", kind.page);
        model.addAttribute("halfYear", kind == Kind.HALF_YEAR);
        model.addAttribute("text", "plan." + (kind == Kind.HALF_YEAR ? "followUp" : "measureReport"));
        model.addAttribute("asOf", kind.point.asOf(cycles.get(task.cycle())));
        model.addAttribute("task", task);
        model.addAttribute("rows", rows);
        model.addAttribute("statuses", ReportedStatus.values());
        return "forms/plan/" + kind.page;
    }

    private List<FormRow<MeasureReport>> rows(OpenTask task, Kind kind) {
        return FormRow.all(
                reports.open(task.cycle(), task.requiredDepartment(), kind.point),
                (number, report) -> row(kind, number, report));
    }

    private static FormRow<MeasureReport> row(Kind kind, int number, MeasureReport report) {
        MeasureReport.Content content = report.content();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("status", FormRow.text(content.status()));
        values.put("reason", FormRow.text(content.reason()));
        values.put("note", FormRow.text(content.note()));
        values.put("euroUsed", ProposalRow.money(content.euroUsed()));
        if (kind == Kind.HALF_YEAR) {
            values.put("newEndsOn", FormRow.text(content.newEndsOn()));
            values.put("correctiveAction", FormRow.text(content.correction()));
        }
        return new FormRow<>(
                number,
                report.measure().id().toString(),
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
